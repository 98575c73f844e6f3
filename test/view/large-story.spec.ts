import { expect, type Locator } from '@playwright/test'
import { largeStory } from '../map/large-story.ts'
import { cardName, MapPage, openElement, test } from '../map/map-page.ts'

/** How many rows a list has at most: those that are seen, others around them, and one that has the focus. */
const mostRows = 101

/** The row of a place: its name, which of how many it is, and whether all of it is seen in the list. */
const rowOf = (map: MapPage, name: string): Promise<unknown> =>
  map.list
    .locator('.row')
    .filter({ has: map.page.getByRole('button', { name: new RegExp(`^\\d+\\. ${name}$`) }) })
    .evaluate((row) => {
      const [inner, outer] = [row.getBoundingClientRect(), row.closest('.list')?.getBoundingClientRect()]
      return {
        number: `${row.ariaPosInSet} of ${row.ariaSetSize}`,
        isSeen: outer !== undefined && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1,
      }
    })

const rows = (map: MapPage): Locator => map.list.locator('.row')

test.describe('of ten thousand places', () => {
  let map: MapPage
  test.beforeEach(async ({ page, servers }) => {
    map = await (
      await openElement(page, servers, { story: largeStory(10_000), tiles: 'off', height: '700px' })
    ).loaded()
  })

  test('the document holds few: a map of at most 3,000 elements, however far one scrolls', async ({ page }) => {
    const elements = () => map.element.evaluate((element) => element.shadowRoot?.querySelectorAll('*').length)
    expect(await elements()).toBeLessThan(3000)
    await map.list.hover()
    for (let i = 0; i < 40; i++) {
      await page.mouse.wheel(0, 3000)
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    }
    expect(await rows(map).count()).toBeLessThanOrEqual(mostRows)
    expect(await elements()).toBeLessThan(3000)
  })

  test('the list scrolls to the last as if it held all of them', async () => {
    const inSight = () =>
      map.list.evaluate((list) => {
        const { left, top, bottom } = list.getBoundingClientRect()
        const root = list.getRootNode() as ShadowRoot
        return [top + 20, bottom - 20].map((y) => root.elementFromPoint(left + 50, y)?.closest('.row')?.ariaPosInSet)
      })
    const height = await map.list.evaluate((list) => list.scrollHeight)
    expect(height).toBeGreaterThan(10_000 * 50)
    for (const share of [0.3, 0.9, 0.1]) {
      await map.list.evaluate((list, share) => list.scrollTo(0, list.scrollHeight * share), share)
      await expect.poll(async () => (await inSight()).every(Boolean)).toBe(true)
      const part = await map.list.evaluate((list) => list.scrollTop / list.scrollHeight)
      expect(Math.abs(Number((await inSight())[0]) - 10_000 * part)).toBeLessThan(20)
    }
    await map.list.evaluate((list) => list.scrollTo(0, list.scrollHeight))
    await expect.poll(async () => (await inSight())[1]).toBe('10000')
  })

  test('a key in the filter changes no more rows than are in the document, and finds every place', async ({ page }) => {
    const field = page.getByRole('searchbox', { name: 'Find a place' })
    await map.list.evaluate((list) => {
      const touched = new Set<Node>()
      new MutationObserver((records) => {
        for (const { addedNodes, removedNodes, target } of records)
          for (const node of [...addedNodes, ...removedNodes, target]) touched.add(node)
      }).observe(list, { childList: true, subtree: true, attributes: true })
      Object.assign(window, { touched })
    })
    for (const [query, found] of [
      ['village 1', '1,112 places'],
      ['village 12', '111 places'],
      ['village 9876', '1 place'],
      ['', '10,000 places'],
    ] as const) {
      await map.page.evaluate(() => (window as unknown as { touched: Set<Node> }).touched.clear())
      await field.fill(query)
      await expect(page.getByRole('search').locator('[aria-live]')).toHaveText(found)
      expect(await map.page.evaluate(() => (window as unknown as { touched: Set<Node> }).touched.size)).toBeLessThan(
        350,
      )
      expect(await rows(map).count()).toBeLessThanOrEqual(mostRows)
    }
    await field.fill('village 9876')
    await field.press('Tab')
    await page.keyboard.press('Enter')
    await expect(map.popup).toHaveAccessibleName(cardName('Village 9876'))
  })

  test('a key in the filter puts the rows that are seen into the document at once, and the others soon after', async ({
    page,
  }) => {
    await expect(rows(map)).toHaveCount(100)
    const atOnce = await map.element.evaluate((element) => {
      const field = element.shadowRoot?.querySelector('input') ?? new HTMLInputElement()
      const list = element.shadowRoot?.querySelector('.list') ?? new HTMLElement()
      field.value = 'village 1'
      field.dispatchEvent(new Event('input'))
      const { bottom } = list.getBoundingClientRect()
      return {
        count: list.childElementCount,
        end: (list.lastElementChild?.getBoundingClientRect().bottom ?? 0) - bottom,
      }
    })
    expect(atOnce.count).toBeLessThan(30)
    expect(atOnce.end).toBeGreaterThan(0)
    await expect(rows(map)).toHaveCount(100)
    // Whoever scrolls in between sees rows all the same.
    const seen = await map.element.evaluate(async (element) => {
      const field = element.shadowRoot?.querySelector('input') ?? new HTMLInputElement()
      const list = element.shadowRoot?.querySelector('.list') ?? new HTMLElement()
      field.value = 'village 2'
      field.dispatchEvent(new Event('input'))
      list.scrollTop = list.scrollHeight / 2
      await new Promise((done) => list.addEventListener('scroll', () => setTimeout(done), { once: true }))
      const { left, top, height } = list.getBoundingClientRect()
      return element.shadowRoot?.elementFromPoint(left + 50, top + height / 2)?.closest('.row')?.ariaSetSize
    })
    expect(seen).toBe('1111')
    await expect(page.getByRole('search').locator('[aria-live]')).toHaveText('1,111 places')
  })

  test('the keyboard goes on from row to row beyond those that were there at first, and back', async ({ page }) => {
    const name = (number: number) => page.getByRole('button', { name: `${number}. Village ${number}`, exact: true })
    await name(99).focus()
    for (let number = 100; number <= 130; number++) {
      await page.keyboard.press('Tab')
      await expect(name(number)).toBeFocused()
    }
    await map.list.evaluate((list) => list.scrollTo(0, list.scrollHeight / 2))
    await expect(name(5010)).toBeAttached()
    await expect(name(130)).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    expect(await rows(map).count()).toBeLessThanOrEqual(mostRows)
  })

  test('one that is chosen is shown in the list, which says which of how many it is', async () => {
    for (const [id, name, number] of [
      ['village-7341', 'Village 7341', '7341 of 10000'],
      ['village-12', 'Village 12', '12 of 10000'],
      ['village-10000', 'Village 10000', '10000 of 10000'],
    ] as const) {
      await map.select(id)
      expect(await rowOf(map, name)).toEqual({ number, isSeen: true })
    }
  })

  test('a group is named by the place that leads it, and a number stands within its symbol', async () => {
    const groups = map.map.getByRole('button', { name: /^[\d,]+ places: Village \d+ and [\d,]+ more\. Zoom in$/ })
    await expect(groups.first()).toBeAttached()
    for (const number of [999, 1000, 4001, 9998, 9999, 10_000]) {
      await map.select(`village-${number}`)
      const symbol = map.popup.locator('.symbol')
      const [text, body] = await symbol.evaluate((svg) =>
        ['.number', '.body'].map((part) => {
          const { left, right } = svg.querySelector(part)?.getBoundingClientRect() ?? new DOMRect()
          return { left, right }
        }),
      )
      expect(text?.left, String(number)).toBeGreaterThan(body?.left ?? NaN)
      expect(text?.right, String(number)).toBeLessThan(body?.right ?? NaN)
    }
  })
})

test('a printed list of two hundred places is whole', async ({ page, servers }) => {
  const map = await (
    await openElement(page, servers, { story: largeStory(200), tiles: 'off', height: '700px' })
  ).loaded()
  await expect(rows(map)).toHaveCount(100)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await rows(map).count()).toBe(200)
  await expect(rows(map).last()).toHaveCSS('margin-bottom', '0px')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await rows(map).count()).toBe(100)
})
