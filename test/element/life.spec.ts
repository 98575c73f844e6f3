import { expect } from '@playwright/test'
import { readLayout } from '../map/layout.ts'
import { cardName, type MapElement, openElement, test } from '../map/map-page.ts'

// A clock of the test stays behind, now and then, in a page that another test would get.
test.use({ reuseContext: false })

test('moved within the page, the map is there again, at the same place', async ({ page, servers, complaints }) => {
  const map = await (await openElement(page, servers, { tiles: 'off' })).loaded()
  await map.select('main-hospital')
  await map.element.evaluate((element) => document.querySelector('h1')?.before(element))
  await map.settled()
  await expect(map.popup).toHaveAccessibleName(cardName('Main hospital'))
  await map.select('deir-ezzor')
  await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
  expect(complaints).toEqual([])
})

test('moved or removed on a flight or a zoom, the map does not complain', async ({ page, servers, complaints }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.clock.install()
  const map = await (await openElement(page, servers, { tiles: 'off' })).loaded()
  await map.element.evaluate(async (element: MapElement) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const pane = () => JSON.stringify((element.shadowRoot ?? element).querySelector('.marker')?.getBoundingClientRect())
    const press = (name: string) =>
      (element.shadowRoot ?? element).querySelector<HTMLElement>(`[title="${name}"]`)?.click()
    const begun = async (move: () => void) => {
      const before = pane()
      move()
      do await frame()
      while (pane() === before)
    }
    const moved = (to: () => void) =>
      new Promise((resolve) => {
        element.addEventListener('story-load', resolve, { once: true })
        to()
      })
    await begun(() => element.select('raqqa'))
    await moved(() => document.body.prepend(element))
    await begun(() => press('Zoom in'))
    await moved(() => document.body.append(element))
    await begun(() => press('Zoom in'))
    element.remove()
  })
  // By then all that the map waited for would have happened.
  await page.clock.runFor(5000)
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
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.evaluate(async () => {
    const create = (src: string): HTMLElement => {
      const map = document.createElement('article-map')
      map.setAttribute('src', src)
      document.body.append(map)
      return map
    }
    create('/removed.geojson').remove()
    // Once this one has been answered, the first would have asked.
    const kept = create('/kept.geojson')
    await new Promise((resolve) => kept.addEventListener('story-error', resolve))
  })
  expect(asked).toEqual(['/kept.geojson'])
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
  await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
  await map.settled()
  await expect(map.popup).toBeInViewport({ ratio: 1 })
  expect(complaints).toEqual([])
})

test('hidden and shown again, the map is as it was', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { tiles: 'off', place: 'deir-ezzor' })).loaded()
  await map.settled()
  const before = await readLayout(map)
  // It is shown again when it has noticed that it has no size any more.
  await map.element.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const observer = new ResizeObserver(([entry]) => {
          const isHidden = entry?.contentRect.width === 0
          element.style.display = isHidden ? '' : 'none'
          if (!isHidden) return
          observer.disconnect()
          resolve()
        })
        observer.observe(element)
      }),
  )
  await map.settled()
  const after = await readLayout(map)
  expect(after.popup).toHaveLength(1)
  for (const [i, { left, top }] of after.markers.entries()) {
    expect(Math.abs(left - (before.markers[i]?.left ?? NaN))).toBeLessThanOrEqual(1)
    expect(Math.abs(top - (before.markers[i]?.top ?? NaN))).toBeLessThanOrEqual(1)
  }
})

test('resized, the map keeps the open popup and its marker whole; as high as a phone, the card under it', async ({
  page,
  servers,
}) => {
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
    const { stage, popup, sheet, markers } = await readLayout(map)
    for (const box of [...popup, ...markers.filter(({ current }) => current)]) {
      expect(box.left).toBeGreaterThanOrEqual(stage.left)
      expect(box.right).toBeLessThanOrEqual(stage.right + 1)
      expect(box.top).toBeGreaterThanOrEqual(stage.top)
      expect(box.bottom).toBeLessThanOrEqual(stage.bottom + 1)
    }
    expect([popup.length, sheet.length]).toEqual(height === '700px' ? [0, 1] : [1, 0])
  }
})
