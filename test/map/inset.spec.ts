import { expect } from '@playwright/test'
import { meets, namedIn, readLayout } from './layout.ts'
import { cardName, openElement, openRaqqa, sizes, test } from './map-page.ts'

const town = ['1 Raqqa', '2 Al-Naim roundabout', '3 Main hospital', '4 Municipal stadium']

for (const size of [
  { width: 1280, height: 800 },
  { width: 680, height: 480 },
]) {
  test.describe(`at ${size.width} × ${size.height}`, () => {
    test.use({ viewport: size })

    test('the opening view shows all five numbers with their names: those that it cannot part, in an inset', async ({
      page,
      servers,
    }) => {
      const map = await openRaqqa(page, servers)
      expect((await namedIn(map)).toSorted()).toEqual(town)
      await expect(map.marker(5)).toBeVisible()
      const { labels, markers, insets } = await readLayout(map)
      expect(labels.map(({ name }) => name)).toContain('Deir Ezzor')
      expect(insets).toHaveLength(1)
      expect(markers.filter((marker) => insets.some((inset) => meets(inset, marker)))).toEqual([])
    })

    test('the live map takes the inset over from the static one as it is', async ({ page, servers, browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: size })
      const still = await context.newPage()
      await still.goto(`${servers.maps}/raqqa/`)
      await openRaqqa(page, servers)
      const boxesIn = (of: typeof page) =>
        of.locator('.inset:visible').evaluateAll((insets) =>
          insets.flatMap((inset) =>
            [inset, ...inset.querySelectorAll('text, circle, .inset-scale line')].map((part) => {
              const { x, y, width, height } = part.getBoundingClientRect()
              const box = [x, y, width, height].map((value) => Math.round(value)).join(' ')
              return part === inset ? box : `${part.textContent} ${box}`
            }),
          ),
        )
      const live = await boxesIn(page)
      expect(live.length).toBeGreaterThan(8)
      expect(await boxesIn(still)).toEqual(live)
      await context.close()
    })

    test('a marker of the inset opens the card of its place; a press beside it goes to the town', async ({
      page,
      servers,
    }) => {
      const map = await openRaqqa(page, servers)
      await page.locator('.inset a').filter({ hasText: '3' }).click()
      await expect(map.popup).toHaveAccessibleName(cardName('Main hospital'))
      await map.button('Close').click()
      await map.button('Show all places').click()
      await map.settled()
      await page.locator('.inset').click({ position: { x: 12, y: 60 } })
      await map.settled()
      await expect(map.marker(4)).toBeInViewport()
      await expect(map.popup).toHaveCount(0)
    })

    test('in the town the inset shows where that is, and where the other places are, and leads back', async ({
      page,
      servers,
    }) => {
      const map = await openRaqqa(page, servers)
      await map.group().click()
      await map.settled()
      const inset = page.locator('.inset')
      await expect(inset.locator('.frame')).toBeVisible()
      expect(await namedIn(map)).toEqual(['5 Deir Ezzor'])
      const { markers, insets } = await readLayout(map)
      expect(insets).toHaveLength(1)
      expect(markers.filter((marker) => insets.some((box) => meets(box, marker)))).toEqual([])
      await inset.click({ position: { x: 12, y: 60 } })
      await expect(map.group()).toBeVisible()
      await map.settled()
      expect((await namedIn(map)).toSorted()).toEqual(town)
    })
  })
}

test('at any size, an inset covers no marker, no name, no control and no popup', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const found: unknown[] = []
  let insets = 0
  for (const size of [
    ...sizes,
    { width: 900, height: 420 },
    { width: 760, height: 560 },
    { width: 560, height: 700 },
  ]) {
    await page.setViewportSize(size)
    await map.select(null)
    await map.button('Show all places').click()
    for (const id of [null, 'deir-ezzor', 'raqqa']) {
      await map.select(id)
      const layout = await readLayout(map)
      insets += layout.insets.length
      const others = [...layout.markers, ...layout.labels, ...layout.popup, ...layout.furniture].filter(({ name }) =>
        layout.insets.every((inset) => inset.name !== name),
      )
      const covered = others.filter((box) => layout.insets.some((inset) => meets(inset, box)))
      if (covered.length > 0) found.push({ size, id, covered })
    }
  }
  expect(found).toEqual([])
  expect(insets).toBeGreaterThan(6)
})

test(
  'a phone and a small frame have no room for an inset over the map',
  { tag: '@both' },
  async ({ page, servers }) => {
    for (const size of [
      { width: 390, height: 844 },
      { width: 300, height: 250 },
    ]) {
      await page.setViewportSize(size)
      const map = await openRaqqa(page, servers)
      await expect(map.group()).toBeVisible()
      await expect(page.locator('.inset:visible')).toHaveCount(0)
    }
  },
)

test('a drag that begins on an inset moves the map, and presses nothing', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=deir-ezzor')
  const box = await page.locator('.inset').boundingBox()
  const before = await map.marker(5).boundingBox()
  if (!box || !before) throw new Error('There is no inset.')
  await page.mouse.move(box.x + 20, box.y + 80)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 60, { steps: 5 })
  await page.mouse.up()
  await map.settled()
  await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
  expect(Math.round(((await map.marker(5).boundingBox())?.x ?? 0) - before.x)).toBe(40)
})

test('a place just outside the map is not drawn over the frame that says where the map is', async ({
  page,
  servers,
}) => {
  await page.setViewportSize({ width: 680, height: 480 })
  const map = await openRaqqa(page, servers, '?tiles=off#place=al-naim-roundabout')
  await expect(page.locator('.inset .frame')).toBeVisible()
  expect(await namedIn(map)).toEqual(['5 Deir Ezzor'])
})

test('in a language from right to left, each name in an inset stands beside its number', async ({ page, servers }) => {
  const basemap = `${servers.maps}/cors/geo/raqqa.basemap.json`
  const map = await openElement(page, servers, { lang: 'ar', basemap })
  await map.loaded()
  await map.settled()
  await expect(map.layout).toHaveAttribute('dir', 'rtl')
  const overlaps = await page.locator('.inset').evaluate((inset) => {
    const boxes = [...inset.querySelectorAll('.number, .label.place')].map((part) => part.getBoundingClientRect())
    const frame = inset.getBoundingClientRect()
    return boxes.flatMap((a, i) => [
      ...(a.left < frame.left || a.right > frame.right ? ['cut off'] : []),
      ...boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map(() => 'overlap'),
    ])
  })
  expect(overlaps).toEqual([])
})

test('an inset adds no stop for the keyboard, and nothing that is heard', async ({ page, servers }) => {
  await openRaqqa(page, servers)
  const inset = page.locator('.inset')
  await expect(inset).toHaveAttribute('aria-hidden', 'true')
  expect(await inset.evaluate((element) => element.querySelectorAll('a[href], button, [tabindex]').length)).toBe(0)
})

test('its author can do without insets: by the attribute, and in a frame’s address', async ({ page, servers }) => {
  const map = await openElement(page, servers, { basemap: `${servers.maps}/cors/geo/raqqa.basemap.json` })
  await map.loaded()
  await map.settled()
  const had = await page.locator('.inset').count()
  await map.element.evaluate((element) => element.setAttribute('inset', 'off'))
  await map.loaded()
  await map.settled()
  await expect(page.locator('.inset')).toHaveCount(0)
  expect(had).toBe(1)
  await openRaqqa(page, servers, '?inset=off')
  await expect(page.locator('.inset')).toHaveCount(0)
})

test('on paper the inset is where it is on a screen, with all its names', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await map.settled()
  await expect(page.locator('.inset')).toBeVisible()
  expect((await namedIn(map)).toSorted()).toEqual(town)
})
