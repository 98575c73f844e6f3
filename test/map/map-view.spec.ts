import { expect } from '@playwright/test'
import { isInside, readLayout } from './layout.ts'
import { cardName, type MapElement, type MapPage, openElement, openRaqqa, test } from './map-page.ts'

/** Where Deir Ezzor is on the screen, and how far the group of the others is from it. */
async function look(map: MapPage): Promise<{ x: number; y: number; spread: number }> {
  await map.settled()
  const { markers } = await readLayout(map)
  const [raqqa, deirEzzor] = [markers[0], markers.at(-1)]
  if (!raqqa || !deirEzzor) throw new Error('There are no markers.')
  const middle = (box: { left: number; right: number }): number => (box.left + box.right) / 2
  return { x: middle(deirEzzor), y: deirEzzor.top, spread: Math.round(middle(deirEzzor) - middle(raqqa)) }
}

async function middleOf(map: MapPage): Promise<[number, number]> {
  const box = await map.map.boundingBox()
  if (!box) throw new Error('There is no map.')
  return [box.x + box.width / 2, box.y + box.height / 3]
}

test('dragging moves the map', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const before = await look(map)
  const [x, y] = await middleOf(map)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 40, y + 30, { steps: 8 })
  await page.mouse.up()
  const after = await look(map)
  expect(Math.round(after.x - before.x)).toBe(-40)
  expect(Math.round(after.y - before.y)).toBe(30)
  expect(await page.evaluate(() => String(getSelection()))).toBe('')
})

test('dragging does not open a place, and does not close the one that is open', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=deir-ezzor')
  const box = await map.map.boundingBox()
  if (!box) throw new Error('There is no map.')
  await page.mouse.move(box.x + 60, box.y + box.height - 120)
  await page.mouse.down()
  await page.mouse.move(box.x + 100, box.y + box.height - 100, { steps: 5 })
  await page.mouse.up()
  await map.settled()
  await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
})

test('the wheel zooms where it is turned, on a page of the map’s own', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const before = await look(map)
  await map.marker('Deir Ezzor').hover()
  await page.mouse.wheel(0, -100)
  await expect.poll(async () => (await look(map)).spread).toBeGreaterThan(before.spread * 1.3)
  expect(Math.abs((await look(map)).x - before.x)).toBeLessThanOrEqual(3)
  await page.mouse.wheel(0, 400)
  await expect.poll(async () => (await look(map)).spread).toBeLessThanOrEqual(before.spread)
})

test('the wheel over a popup scrolls its quotes and leaves the map alone', async ({ page, servers }) => {
  await page.setViewportSize({ width: 680, height: 480 })
  const map = await openRaqqa(page, servers, '#place=raqqa')
  const before = await readLayout(map)
  await map.popup.getByRole('blockquote').first().hover()
  for (let i = 0; i < 10; i++) await page.mouse.wheel(0, 100)
  await map.settled()
  const passages = map.popup.getByRole('group')
  expect(await passages.evaluate((element) => element.scrollTop)).toBeGreaterThan(20)
  expect((await readLayout(map)).markers).toEqual(before.markers)
})

test('a double click zooms in', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const before = await look(map)
  await page.mouse.dblclick(...(await middleOf(map)))
  await expect.poll(async () => (await look(map)).spread).toBeGreaterThan(before.spread * 1.4)
})

test('the buttons zoom in and out, and show all places again', { tag: '@both' }, async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const before = await look(map)
  await map.button('Zoom in').click()
  expect((await look(map)).spread).toBeGreaterThan(before.spread * 1.4)
  await map.button('Zoom out').click()
  await map.button('Show all places').click()
  expect(await look(map)).toEqual(before)
})

test('the buttons zoom in on the place that is open, which stays where it is', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await map.select('al-naim-roundabout')
  const before = await map.marker('Al-Naim roundabout').boundingBox()
  for (let step = 0; step < 2; step++) {
    await map.button('Zoom in').click()
    await map.settled()
  }
  const after = await map.marker('Al-Naim roundabout').boundingBox()
  expect(Math.abs((after?.x ?? NaN) - (before?.x ?? NaN))).toBeLessThanOrEqual(1)
  expect(Math.abs((after?.y ?? NaN) - (before?.y ?? NaN))).toBeLessThanOrEqual(1)
})

test('a map that shows all places goes on to do so when its size changes', async ({ page, servers }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const map = await openRaqqa(page, servers)
  const small = await look(map)
  await page.setViewportSize({ width: 1280, height: 800 })
  await map.settled()
  await map.button('Zoom in').click()
  await map.settled()
  await map.button('Show all places').click()
  await map.settled()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await look(map)).toEqual(small)
})

test('plus, minus and the arrows work while the map has the focus', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const before = await look(map)
  await map.map.focus()
  await page.keyboard.press('ArrowRight')
  const right = await look(map)
  expect(right.x).toBeLessThan(before.x - 20)
  await page.keyboard.press('+')
  expect((await look(map)).spread).toBeGreaterThan(before.spread * 1.4)
  await page.keyboard.press('-')
  expect((await look(map)).spread).toBeLessThan(right.spread * 1.5)
})

test('plus, minus and the arrows do nothing while anything else has the focus', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const before = await look(map)
  for (const button of [map.button('Zoom in'), map.marker('Deir Ezzor'), await map.row('Raqqa')]) {
    await button.focus()
    for (const key of ['+', '-', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  }
  expect(await look(map)).toEqual(before)
})

test('two fingers that part zoom in, on a page of the map’s own', { tag: '@phone' }, async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const before = await look(map)
  const [x, y] = await middleOf(map)
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: x - apart, y, id: 1 },
              { x: x + apart, y, id: 2 },
            ],
    })
  await touch('touchStart', 30)
  for (let apart = 35; apart <= 90; apart += 5) await touch('touchMove', apart)
  await touch('touchEnd', 0)
  await expect.poll(async () => (await look(map)).spread).toBeGreaterThan(before.spread * 1.5)
})

test('one finger moves the map, on a page of the map’s own', { tag: '@phone' }, async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const before = await look(map)
  const [x, y] = await middleOf(map)
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + by, y: y + by, id: 1 }],
    })
  await touch('touchStart', 0)
  for (let by = 4; by <= 60; by += 4) await touch('touchMove', by)
  await touch('touchEnd', 0)
  const after = await look(map)
  expect(Math.abs(after.x - before.x - 60)).toBeLessThan(16)
})

for (const [reducedMotion, title] of [
  ['no-preference', 'a reader is flown to a place'],
  ['reduce', 'a reader who wants no motion is there at once'],
] as const) {
  test(title, async ({ page, servers }) => {
    await page.emulateMedia({ reducedMotion })
    const map = await openRaqqa(page, servers)
    const views = await map.element.evaluate(async (element: MapElement) => {
      const seen = new Set<string>()
      const pane = (element.shadowRoot ?? element).querySelector('.leaflet-map-pane')
      element.select('main-hospital')
      for (let frame = 0; frame < 10; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const marker = (element.shadowRoot ?? element).querySelector('.marker')?.getBoundingClientRect()
        seen.add(`${pane?.getAttribute('style')} ${marker?.x} ${marker?.y}`)
      }
      return seen.size
    })
    if (reducedMotion === 'reduce') expect(views).toBe(1)
    else expect(views).toBeGreaterThan(1)
    await expect(map.popup).toHaveAccessibleName(cardName('Main hospital'))
  })
}

test('a place in the Antarctic stands in sight on the map of the world', async ({ page, servers }) => {
  const story = JSON.stringify({
    type: 'FeatureCollection',
    article: { headline: 'Supplies reach the ice' },
    features: [
      {
        type: 'Feature',
        id: 'mcmurdo',
        geometry: { type: 'Point', coordinates: [166.67, -77.85] },
        properties: {
          name: 'McMurdo Station',
          quotes: [{ exact: 'The ship reached McMurdo Station.' }],
          precision: 'city',
          accuracy: 1000,
          source: 'SCAR',
        },
      },
    ],
  })
  const map = await (await openElement(page, servers, { story })).loaded()
  await map.settled()
  const { stage, markers } = await readLayout(map)
  expect(markers.map((marker) => isInside(marker, stage))).toEqual([true])
})
