import { expect } from '@playwright/test'
import type { CDPSession, Page } from '@playwright/test'
import { test } from './host-page.ts'

/** Mounts a map, waits until it is drawn, selects a place, and removes it: so many times. */
async function mount(page: Page, times: number): Promise<void> {
  await page.evaluate(async (times) => {
    const main = document.querySelector('main')
    for (let round = 0; round < times; round++) {
      const map = document.createElement('article-map') as HTMLElement & { select(id: string): void }
      map.setAttribute('src', 'story.geojson')
      map.setAttribute('address', '')
      map.style.height = '300px'
      await new Promise((loaded) => {
        map.addEventListener('story-load', loaded, { once: true })
        main?.append(map)
      })
      map.select('deir-ezzor')
      map.remove()
    }
  }, times)
}

interface Metrics {
  readonly listeners: number
  readonly nodes: number
  readonly heap: number
}

async function measure(session: CDPSession): Promise<Metrics> {
  // The last map's timers run out first: an animation that was begun holds on to it for a moment.
  await new Promise((resolve) => setTimeout(resolve, 2000))
  // Twice: what the first finds unused may have held on to more.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { listeners: value('JSEventListeners'), nodes: value('Nodes'), heap: value('JSHeapUsedSize') }
}

test(
  'a thousand maps, mounted and removed, leave no listener, no node and no memory behind',
  { tag: '@desktop' },
  async ({ page, servers, complaints }) => {
    test.setTimeout(240_000)
    await page.route('**/story.geojson', async (route) => {
      await route.fulfill({ response: await page.request.get(`${servers.maps}/geo/raqqa.geojson`) })
    })
    await page.goto(`${servers.pages}/element.html?tiles=off`)
    // A story is read once from the network, and from then on from memory: it is the map that is measured.
    await page.evaluate(async () => {
      document.querySelector('article-map')?.remove()
      const text = await (await fetch('story.geojson')).text()
      window.fetch = () => Promise.resolve(new Response(text))
    })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    await mount(page, 100)
    const before = await measure(session)
    await mount(page, 1000)
    const after = await measure(session)
    expect(after.listeners).toBe(before.listeners)
    expect(after.nodes).toBe(before.nodes)
    expect(after.heap - before.heap).toBeLessThan(1_000_000)
    expect(complaints.filter((text) => !text.includes('There is no story'))).toEqual([])
  },
)
