import { expect } from '@playwright/test'
import { isInside, meets, readLayout } from '../map/layout.ts'
import { type MapPage, openElement, openRaqqa, raqqa, test } from '../map/map-page.ts'

/** What is wrong with where things are: cut off, overlapping, or with words that do not fit. */
async function faultsOf(map: MapPage): Promise<string[]> {
  await map.settled()
  const { stage, markers, furniture, popup, sheet } = await readLayout(map)
  const current = markers.filter(({ current }) => current)
  const shown = popup.length + sheet.length > 0 ? current : markers
  const over = popup.length > 0 ? popup : shown
  return [
    ...[...popup, ...furniture, ...shown]
      .filter((box) => !isInside(box, stage))
      .map(({ name }) => `${name} is cut off`),
    ...sheet.filter((box) => meets(box, stage)).map(({ name }) => `${name} covers the map`),
    ...over.flatMap((box) => furniture.filter((other) => meets(box, other)).map(({ name }) => `${name} is covered`)),
    ...furniture.flatMap((box, i) =>
      furniture.slice(i + 1).flatMap((other) => (meets(box, other) ? [`${box.name} meets ${other.name}`] : [])),
    ),
  ]
}

const sizes = [
  { width: 280, height: 200 },
  { width: 300, height: 250 },
  { width: 320, height: 256 },
  { width: 390, height: 844 },
  { width: 680, height: 480 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
] as const

for (const size of sizes) {
  const at = `at ${size.width} × ${size.height}`
  test.describe(at, () => {
    test.use({ viewport: size })

    test(`with text at 200 %, nothing is cut off or overlaps, and all can be reached`, async ({ page, servers }) => {
      const map = await openRaqqa(page, servers)
      await map.element.evaluate((element) => element.style.setProperty('font-size', '28px'))
      expect(await faultsOf(map)).toEqual([])
      await map.select('municipal-stadium')
      expect(await faultsOf(map)).toEqual([])
      // Its last words can be scrolled to, and so can the last row of the list.
      await map.button('Copy quote').scrollIntoViewIfNeeded()
      await expect(map.button('Copy quote')).toBeInViewport({ ratio: 1 })
      await map.select(null)
      const last = await map.row(raqqa.places.at(-1)?.name ?? '')
      await last.scrollIntoViewIfNeeded()
      await expect(last).toBeInViewport({ ratio: 0.5 })
      await map.button('Embed').scrollIntoViewIfNeeded()
      await expect(map.button('Embed')).toBeInViewport({ ratio: 1 })
    })
  })
}

test.describe('enlarged to 400 %, a window of 1280 × 1024', () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 })

  test('has the map, its list and its popups whole, and nothing to scroll sideways', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    expect(await faultsOf(map)).toEqual([])
    for (const { id } of raqqa.places) {
      await map.select(id)
      expect(await faultsOf(map)).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

test('a reader who has set large text gets it on the map’s own page', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await expect(map.element).toHaveCSS('font-size', '28px')
})

test('a map in a page has larger text where the reader has set it, and no smaller where the page has', async ({
  page,
  servers,
}) => {
  const map = await (await openElement(page, servers)).loaded()
  for (const [root, size] of [
    ['62.5%', '14px'],
    ['200%', '28px'],
  ] as const) {
    await page.evaluate((root) => document.documentElement.style.setProperty('font-size', root), root)
    await expect(map.element).toHaveCSS('font-size', size)
  }
})

test('in the smallest map with text at 200 % the credits unfold, scroll, and fold again', async ({ page, servers }) => {
  await page.setViewportSize({ width: 280, height: 200 })
  const map = await openRaqqa(page, servers)
  await map.element.evaluate((element) => element.style.setProperty('font-size', '28px'))
  const button = map.button('Sources of the map')
  await button.click()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(button).toBeInViewport({ ratio: 0.9 })
  const last = map.element.locator('.attribution:not(.static *) a').last()
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport({ ratio: 0.9 })
  await button.scrollIntoViewIfNeeded()
  await button.click()
  await expect(last).toBeHidden()
})

test('no part of the map has anything to scroll sideways, in any size of frame', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=raqqa')
  const wide: string[] = []
  for (let width = 280; width <= 800; width += 40) {
    await page.setViewportSize({ width, height: 480 })
    await map.settled()
    const parts = await map.element.evaluate((element) =>
      [...(element.shadowRoot ?? element).querySelectorAll('.passages, .card, .list, .side, .leaflet-popup-content')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} in ${clientWidth}`),
    )
    wide.push(...parts.map((part) => `${width}: ${part}`))
  }
  expect(wide).toEqual([])
})

test('a page of its own keeps clear of a phone’s notch', { tag: '@phone' }, async ({ page, servers }) => {
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setSafeAreaInsetsOverride', { insets: { top: 40, bottom: 30, left: 0, right: 0 } })
  const map = await openRaqqa(page, servers)
  const { top, bottom, height } = await map.element.evaluate((element) => {
    const { top, bottom } =
      (element.shadowRoot ?? element).querySelector('[role=region]')?.getBoundingClientRect() ?? new DOMRect()
    return { top, bottom, height: innerHeight }
  })
  expect([top, height - bottom]).toEqual([40, 30])
  // With it goes what it has set, which the page would have for the next test too.
  await client.detach()
})

test('without motion nothing fades or slides', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=raqqa')
  const moving = await map.element.evaluate((element) =>
    [...(element.shadowRoot ?? element).querySelectorAll('*')]
      .filter((part) => {
        const { transitionDuration, animationName } = getComputedStyle(part)
        return animationName !== 'none' || Number.parseFloat(transitionDuration) > 0
      })
      .map(({ className }) => String(className)),
  )
  expect(moving).toEqual([])
})

test('where more contrast is wanted, quiet colours become those of the text', async ({ page, servers }) => {
  await page.emulateMedia({ contrast: 'more' })
  const map = await openRaqqa(page, servers)
  const [ink, quiet] = await map.element.evaluate((element) =>
    ['.heading :is(h1, h2)', '.subheading'].map((selector) => {
      const part = (element.shadowRoot ?? element).querySelector(selector)
      return part ? getComputedStyle(part).color : selector
    }),
  )
  expect(quiet).toBe(ink)
})
