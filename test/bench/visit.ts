import type { Browser, CDPSession, Page } from '@playwright/test'
import { type Moment, watch, type Watched } from './watch.ts'

/** A line and a processor. */
export interface Profile {
  /** How many times slower the processor is. */
  readonly slowdown: number
  readonly network?: { latency: number; downloadThroughput: number; uploadThroughput: number }
}

/** As the machine is; and a slow phone on a slow line: 4 × slower, 150 ms, 1.6 Mbit/s. */
export const profiles = {
  fast: { slowdown: 1 },
  slow: { slowdown: 4, network: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 } },
} satisfies Record<string, Profile>

/** One page in a fresh browser context, empty at first. */
export interface Visit {
  readonly page: Page
  readonly session: CDPSession
  /** Milliseconds from the navigation to a moment; `NaN` before it. */
  readonly time: (moment: Moment) => number
  /** Waits for a moment, while something is tried again and again. */
  readonly until: (moment: Moment, attempt?: () => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

/** How long something may not happen before a run is given up. */
const patience = 600_000

/**
 * Goes to an address, and watches.
 * @param bypassCSP whether the page's policy does not hold: for pages with another script
 * @returns as soon as the first bytes are there
 */
export async function visit(
  browser: Browser,
  url: string,
  watched: Watched,
  profile: Profile,
  bypassCSP = false,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const session = await context.newCDPSession(page)
  /** In milliseconds since 1970. */
  const told = new Map<Moment, number>()
  const waiting = new Map<Moment, () => void>()
  await page.exposeBinding('benchTell', (_, moment: Moment, time: number) => {
    told.set(moment, time)
    waiting.get(moment)?.()
  })
  await page.addInitScript(watch, watched)
  await session.send('Network.enable')
  if (profile.network) await session.send('Network.emulateNetworkConditions', { offline: false, ...profile.network })
  await session.send('Emulation.setCPUThrottlingRate', { rate: profile.slowdown })
  await session.send('Performance.enable')
  await page.goto(url, { waitUntil: 'commit' })
  const start = await page.evaluate(() => performance.timeOrigin)
  return {
    page,
    session,
    time: (moment) => (told.get(moment) ?? NaN) - start,
    async until(moment, attempt) {
      const happened = new Promise<void>((done) => waiting.set(moment, done))
      const deadline = Date.now() + patience
      while (!told.has(moment)) {
        if (Date.now() > deadline) throw new Error(`${url}: no ${moment} in ${patience / 1000} s.`)
        await (attempt ? attempt() : Promise.race([happened, page.waitForTimeout(1000)]))
      }
    },
    close: () => context.close(),
  }
}

/** Bytes that are alive, DOM nodes and listeners, after the garbage is collected. */
export async function readMemory(session: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  await session.send('HeapProfiler.enable')
  // The second takes what finalizers of the first let go.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}

/** Seconds that the page has been laid out for. */
export async function readLayoutTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'LayoutDuration')?.value ?? NaN
}
