import { expect } from '@playwright/test'
import { readLayout } from '../map/layout.ts'
import { type MapElement, openElement, test } from '../map/map-page.ts'

test('moved within the page, the map is there again, at the same place', async ({ page, servers, complaints }) => {
  const map = await (await openElement(page, servers, { tiles: 'off' })).loaded()
  await map.select('main-hospital')
  await map.element.evaluate((element) => document.querySelector('h1')?.before(element))
  await map.settled()
  await expect(map.popup).toHaveAccessibleName('Main hospital')
  await map.select('deir-ezzor')
  await expect(map.popup).toHaveAccessibleName('Deir Ezzor')
  expect(complaints).toEqual([])
})

test('moved or removed on a flight, the map does not complain', async ({ page, servers, complaints }) => {
  const map = await (await openElement(page, servers, { tiles: 'off' })).loaded()
  await map.element.evaluate(async (element: MapElement) => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    const press = (name: string) => element.shadowRoot?.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click()
    element.select('raqqa')
    await wait(100)
    document.body.prepend(element)
    await wait(300)
    press('Zoom in')
    await wait(50)
    document.body.append(element)
    await wait(300)
    press('Zoom in')
    await wait(50)
    element.remove()
    await wait(600)
  })
  expect(complaints).toEqual([])
})

test('what the element holds stays in sight until the map is drawn', async ({ page, servers, complaints }) => {
  const map = await (await openElement(page, servers, { tiles: 'off' })).loaded()
  const seen = await map.element.evaluate(async (element: MapElement) => {
    const link = document.createElement('a')
    link.textContent = 'The places as a list'
    element.append(link)
    const drawn = new Promise((resolve) => element.addEventListener('story-load', resolve, { once: true }))
    document.body.append(element)
    const before = link.checkVisibility()
    await drawn
    return { before, after: link.checkVisibility() }
  })
  expect(seen).toEqual({ before: true, after: false })
  expect(complaints).toEqual([])
})

test('an element that is removed at once, as in strict mode of React, asks for nothing', async ({ page, servers }) => {
  await (await openElement(page, servers, { tiles: 'off' })).loaded()
  await page.evaluate(async () => {
    const map = document.createElement('article-map')
    map.setAttribute('src', '/never.geojson')
    document.body.append(map)
    map.remove()
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  expect(
    await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
  ).not.toContainEqual(expect.stringContaining('never'))
})

test('made while it is hidden, the map is right when it is shown', async ({ page, servers, complaints }) => {
  const hidden = await (await openElement(page, servers, { tiles: 'off', display: 'none' })).loaded()
  await hidden.element.evaluate((element) => element.style.removeProperty('display'))
  await expect(hidden.marker('Deir Ezzor')).toBeVisible()
  await hidden.settled()
  const late = await readLayout(hidden)
  const shown = await (await openElement(page, servers, { tiles: 'off' })).loaded()
  await shown.settled()
  expect(late).toEqual(await readLayout(shown))
  expect(complaints).toEqual([])
})

test('a place chosen while the map is hidden is open when it is shown', async ({ page, servers, complaints }) => {
  const map = await (await openElement(page, servers, { tiles: 'off', display: 'none', place: 'deir-ezzor' })).loaded()
  await map.element.evaluate((element) => element.style.removeProperty('display'))
  await expect(map.popup).toHaveAccessibleName('Deir Ezzor')
  await map.settled()
  await expect(map.popup).toBeInViewport({ ratio: 1 })
  expect(complaints).toEqual([])
})

test('hidden and shown again, the map is as it was', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { tiles: 'off', place: 'deir-ezzor' })).loaded()
  await map.settled()
  const before = await readLayout(map)
  await map.element.evaluate(async (element) => {
    element.style.display = 'none'
    await new Promise((resolve) => setTimeout(resolve, 200))
    element.style.removeProperty('display')
  })
  await map.settled()
  const after = await readLayout(map)
  expect(after.popup).toHaveLength(1)
  for (const [i, { left, top }] of after.markers.entries()) {
    expect(Math.abs(left - (before.markers[i]?.left ?? NaN))).toBeLessThanOrEqual(1)
    expect(Math.abs(top - (before.markers[i]?.top ?? NaN))).toBeLessThanOrEqual(1)
  }
})

test('resized, the map keeps the open popup and its marker whole', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { tiles: 'off', width: '900px', height: '600px' })).loaded()
  await map.select('municipal-stadium')
  for (const [width, height] of [
    ['320px', '300px'],
    ['280px', '200px'],
    ['400px', '700px'],
    ['1000px', '420px'],
  ]) {
    await map.element.evaluate((element, size) => Object.assign(element.style, size), { width, height })
    await map.settled()
    const { stage, popup, markers } = await readLayout(map)
    for (const box of [...popup, ...markers.filter(({ current }) => current)]) {
      expect(box.left).toBeGreaterThanOrEqual(stage.left)
      expect(box.right).toBeLessThanOrEqual(stage.right + 1)
      expect(box.top).toBeGreaterThanOrEqual(stage.top)
      expect(box.bottom).toBeLessThanOrEqual(stage.bottom + 1)
    }
    expect(popup).toHaveLength(1)
  }
})

test(
  'removed, the map leaves nothing: 200 of them come and go, and nodes, listeners and memory do not grow',
  {
    tag: '@desktop',
  },
  async ({ page, servers, complaints }) => {
    test.setTimeout(180_000)
    const map = await (await openElement(page, servers, { tiles: 'off' })).loaded()
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const mount = (times: number) =>
      map.element.evaluate(async (first: MapElement, times) => {
        const text = await (await fetch(first.getAttribute('src') ?? '')).text()
        for (let i = 0; i < times; i++) {
          const element = document.createElement('article-map') as MapElement
          const script = document.createElement('script')
          script.type = 'application/geo+json'
          script.textContent = text
          element.append(script)
          const loaded = new Promise((resolve) => element.addEventListener('story-load', resolve))
          document.body.append(element)
          await loaded
          element.select(i % 2 === 0 ? 'raqqa' : 'deir-ezzor')
          await new Promise((resolve) => requestAnimationFrame(resolve))
          element.remove()
        }
        await new Promise((resolve) => setTimeout(resolve, 2500))
      }, times)
    const measure = async (): Promise<Record<string, number>> => {
      for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
      const { metrics } = await session.send('Performance.getMetrics')
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
    }
    await mount(20)
    const before = await measure()
    await mount(200)
    const after = await measure()
    const grown = (name: string): number => (after[name] ?? 0) - (before[name] ?? 0)
    expect(grown('Nodes')).toBeLessThan(200)
    expect(grown('JSEventListeners')).toBeLessThan(50)
    expect(grown('JSHeapUsedSize')).toBeLessThan(2_000_000)
    expect(complaints).toEqual([])
  },
)
