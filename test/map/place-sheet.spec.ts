import { expect, type Locator } from '@playwright/test'
import { line, type Point, touch } from './fingers.ts'
import { isInside, meets, readLayout } from './layout.ts'
import { cardName, MapPage, openElement, openRaqqa, raqqa, test } from './map-page.ts'

async function boxOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await part.boundingBox()
  if (!box) throw new Error('It is not to be seen.')
  return box
}

async function middleOf(part: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(part)
  return { x: x + width / 2, y: y + height / 2 }
}

/** Where a chosen place's card is: over the map, or in the room of the list. */
async function containerOf(map: MapPage): Promise<'popup' | 'sheet'> {
  await expect(map.popup).toHaveCount(1)
  return map.popup.evaluate((card) => (card.closest('.stage') ? 'popup' : 'sheet'))
}

/** Checks that the list is clipped away, and only read; or that it is to be seen. */
function expectFolded(map: MapPage, folded = true): Promise<void> {
  return expect(map.element.locator('.side')).toHaveCSS('clip-path', folded ? 'inset(50%)' : 'none')
}

/** Checks that a place's card has the list's room, and that its marker is in the middle of a map that is whole. */
async function expectSheetOf(map: MapPage, name: string): Promise<void> {
  await map.settled()
  await expect(map.popup).toHaveAccessibleName(new RegExp(`^${name}`))
  expect(await containerOf(map)).toBe('sheet')
  const { stage, strip, markers } = await readLayout(map)
  const [card, side] = [await boxOf(map.popup), await boxOf(map.element.locator('.sheet'))]
  const above = Math.max(...[stage, ...strip].map(({ bottom }) => bottom))
  expect(Math.abs(card.y - above)).toBeLessThanOrEqual(1)
  expect(card.width).toBe(side.width)
  const current = markers.filter(({ current }) => current)
  expect(current.map(({ name }) => name)).toEqual([expect.stringContaining(name)])
  // The tip of a pin is at its foot, the place of another symbol in its middle.
  const [{ left, right, top, bottom } = stage] = current
  expect(Math.abs((left + right) / 2 - (stage.left + stage.right) / 2)).toBeLessThanOrEqual(1)
  const middle = (stage.top + stage.bottom) / 2
  expect(top - 1 <= middle && middle <= bottom + 1).toBe(true)
}

test.describe('where the list stands under the map', { tag: '@phone' }, () => {
  test('a place that is chosen on the map is in its middle, and the card has the room of the list', async ({
    page,
    servers,
  }) => {
    const map = await openRaqqa(page, servers)
    const before = await boxOf(map.map)
    await map.marker('Deir Ezzor').tap()
    await expectSheetOf(map, 'Deir Ezzor')
    expect(await boxOf(map.map)).toEqual(before)
    for (const button of ['Zoom in', 'Zoom out', 'Show all places']) await expect(map.button(button)).toBeVisible()
    await expectFolded(map)
    await map.button('Close').tap()
    await expectFolded(map, false)
    await expect(map.marker('Deir Ezzor')).toBeFocused()
  })

  test('so is one that is chosen in the list, to whose row one comes back', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    for (const { name } of raqqa.places) {
      await (await map.row(name)).tap()
      await expectSheetOf(map, name)
      await expect(map.title).toBeFocused()
      await map.button('Close').tap()
      await expect(map.popup).toHaveCount(0)
      await expect(await map.row(name)).toBeFocused()
      await expect(await map.row(name)).toBeInViewport({ ratio: 0.9 })
    }
  })

  test('so is one that is named by the address, or by a program', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers, '#place=al-naim-roundabout')
    await expectSheetOf(map, 'Al-Naim roundabout')
    for (const { id, name } of raqqa.places) {
      await map.select(id)
      await expectSheetOf(map, name)
      await expect(map.said).toHaveText(cardName(name))
    }
  })

  test('so is one that is chosen in the article, which stays as long as it was', async ({ page, servers }) => {
    await page.goto(`${servers.pages}/element-article.html`)
    const map = await new MapPage(page).loaded()
    await map.element.evaluate((element) => element.style.setProperty('height', '700px'))
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.locator('[data-article-map-reference="al-naim-roundabout"] button').first().click()
    await expectSheetOf(map, 'Al-Naim roundabout')
    await expect(map.title).toBeFocused()
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height)
    await map.button('Show in the article').tap()
    await expect(page.getByRole('group', { name: 'In the article: Al-Naim roundabout' })).toBeFocused()
  })

  test('the next place comes from the right, the one before from the left, by a finger', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers, '#place=al-naim-roundabout')
    for (const [by, name] of [
      [-150, 'Main hospital'],
      [-150, 'Municipal stadium'],
      [150, 'Main hospital'],
    ] as const) {
      await touch(page, [line(await middleOf(map.popup), { x: by, y: 30 })])
      await expectSheetOf(map, name)
    }
  })

  test('from right to left it is the other way round', async ({ page, servers }) => {
    const map = await (
      await openElement(page, servers, { lang: 'ar', place: 'main-hospital', height: '700px' })
    ).loaded()
    await touch(page, [line(await middleOf(map.popup), { x: 150, y: 0 })])
    await expectSheetOf(map, 'Municipal stadium')
  })

  for (const [part, end] of [
    ['.card-head', false],
    ['.passages', true],
    ['.steps', false],
  ] as const) {
    test(`a finger that moves up over the card’s ${part}${end ? ', at their end,' : ''} scrolls the page`, async ({
      page,
      servers,
    }) => {
      const map = await (
        await openElement(page, servers, { place: 'al-naim-roundabout', height: '700px', tiles: 'off' })
      ).loaded()
      await map.settled()
      if (end) await map.popup.locator(part).evaluate((quotes) => quotes.scrollTo(0, quotes.scrollHeight))
      await touch(page, [line(await middleOf(map.popup.locator(part)), { x: 60, y: -150 })])
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60)
      expect(await map.selected()).toBe('al-naim-roundabout')
    })
  }

  test('a finger that moves up over the quotes scrolls them', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers, '#place=al-naim-roundabout')
    const quotes = map.popup.locator('.passages')
    await touch(page, [line(await middleOf(quotes), { x: 60, y: -150 })])
    await expect.poll(() => quotes.evaluate((element) => element.scrollTop)).toBeGreaterThan(60)
    expect(await map.selected()).toBe('al-naim-roundabout')
  })
})

test.describe('in a window as high as a phone', { tag: '@both' }, () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a place is chosen in the list by keyboard, and Escape leads back to its row; meanwhile the list is seen while it has the focus', async ({
    page,
    servers,
  }) => {
    const map = await openRaqqa(page, servers)
    const row = await map.row('Main hospital')
    await row.press('Enter')
    await expectSheetOf(map, 'Main hospital')
    await expect(map.title).toBeFocused()
    await expect(map.said).toBeEmpty()
    await expectFolded(map)
    await map.button('Next place').press('Tab')
    await expect(map.list.locator(':focus')).toBeInViewport({ ratio: 1 })
    await expectFolded(map, false)
    await page.keyboard.press('Shift+Tab')
    await expectFolded(map)
    await map.title.focus()
    await page.keyboard.press('Escape')
    await expect(row).toBeFocused()
  })

  test('when the window is turned, the card goes from the sheet into a popup and back, as it is', async ({
    page,
    servers,
  }) => {
    const map = await openRaqqa(page, servers, '#place=al-naim-roundabout')
    await map.button('Copy quote').focus()
    const quotes = map.popup.locator('.passages')
    await quotes.evaluate((element) => (element.scrollTop = 40))
    for (const [width, height, container] of [
      [844, 390, 'popup'],
      [390, 480, 'popup'],
      [390, 844, 'sheet'],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect.poll(() => containerOf(map)).toBe(container)
      await map.settled()
      await expect(map.button('Copy quote')).toBeFocused()
      expect(await quotes.evaluate((element) => element.scrollTop)).toBe(40)
      // In a popup it comes right after its marker, also for the keyboard.
      await expect(map.map.locator('.marker[aria-current] + .leaflet-popup')).toHaveCount(container === 'popup' ? 1 : 0)
    }
    await expectSheetOf(map, 'Al-Naim roundabout')
  })

  test('the way to the list leads to it also while a card has its room, and Escape back', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers, '#place=main-hospital')
    await map.button('Skip to the list of places').press('Enter')
    await expect(await map.row('Raqqa')).toBeFocused()
    await page.keyboard.press('Escape')
    await expectFolded(map)
    await expectSheetOf(map, 'Main hospital')
  })
})

for (const size of [
  { width: 390, height: 480 },
  { width: 320, height: 256 },
  { width: 300, height: 250 },
  { width: 280, height: 200 },
]) {
  test(
    `at ${size.width} × ${size.height}, without a list, a popup takes at most 60 % of the map’s height, its marker is in sight`,
    { tag: '@phone' },
    async ({ page, servers }) => {
      await page.setViewportSize(size)
      const map = await openRaqqa(page, servers)
      for (const { id } of raqqa.places) {
        await map.select(id)
        expect(await containerOf(map)).toBe('popup')
        const { stage, markers, popup } = await readLayout(map)
        const [card = stage] = popup
        expect(card.bottom - card.top).toBeLessThanOrEqual(0.6 * (stage.bottom - stage.top) + 0.5)
        const current = markers.filter(({ current }) => current)
        expect(current.map((marker) => isInside(marker, stage) && !meets(marker, card))).toEqual([true])
        await map.button('Next place').scrollIntoViewIfNeeded()
        await expect(map.button('Close')).toBeInViewport({ ratio: 1 })
      }
    },
  )
}
