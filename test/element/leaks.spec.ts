import { expect } from '@playwright/test'
import type { CDPSession, Page } from '@playwright/test'
import { type MapElement, test } from '../map/map-page.ts'

/**
 * Puts a map into the page, waits until it is drawn, and removes it: so many times, by turns with a popup open and on a
 * flight, with a story of its own and with one that it fetches.
 */
async function mount(page: Page, src: string, times: number): Promise<void> {
  await page.evaluate(
    async ({ src, times }) => {
      const story = await (await fetch(src)).text()
      for (let round = 0; round < times; round++) {
        const map = document.createElement('article-map') as MapElement
        map.style.height = '300px'
        map.setAttribute('tiles', 'off')
        map.setAttribute('address', '')
        if (round % 2 === 0) {
          map.setAttribute('src', src)
          map.setAttribute('place', 'raqqa')
        } else {
          const script = map.appendChild(document.createElement('script'))
          script.type = 'application/geo+json'
          script.textContent = story
        }
        const loaded = new Promise((resolve) => map.addEventListener('story-load', resolve, { once: true }))
        document.querySelector('main')?.append(map)
        await loaded
        map.select('deir-ezzor')
        map.remove()
      }
    },
    { src, times },
  )
}

/** One map is more nodes than this; the page without one is fewer. */
const nodesOfMap = 100

interface Metrics {
  readonly listeners: number
  readonly nodes: number
  /** Bytes. */
  readonly heap: number
}

async function measure(session: CDPSession): Promise<Metrics> {
  // Twice: what the first finds unused may have held on to more.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { listeners: value('JSEventListeners'), nodes: value('Nodes'), heap: value('JSHeapUsedSize') }
}

test('forty maps that come and go leave no listener, no node and no memory behind', async ({
  page,
  servers,
  complaints,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const src = `${servers.maps}/cors/geo/raqqa.geojson`
  await page.goto(`${servers.pages}/element.html?${new URLSearchParams({ src })}`)
  await page.locator('article-map').evaluate((map) => map.remove())
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  // The first maps leave what the browser has learned of their code.
  await mount(page, src, 40)
  // A timer holds on for a moment to a map that was on its way somewhere.
  await expect.poll(async () => (await measure(session)).nodes).toBeLessThan(nodesOfMap)
  const { listeners, nodes, heap } = await measure(session)
  await mount(page, src, 40)
  await expect.poll(() => measure(session)).toMatchObject({ listeners, nodes })
  // One map that somebody holds on to is ten times as much.
  expect((await measure(session)).heap - heap).toBeLessThan(150_000)
  expect(complaints).toEqual([])
})
