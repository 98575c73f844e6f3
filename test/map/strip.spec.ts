import { expect, type Page } from '@playwright/test'
import { isInside, namedIn, readLayout } from './layout.ts'
import { cardName, openElement, openRaqqa, test } from './map-page.ts'

const town = ['1 Raqqa', '2 Al-Naim roundabout', '3 Main hospital', '4 Municipal stadium']

/** Where all that is drawn in the strip is, in whole pixels. */
function readStrip(page: Page): Promise<string[]> {
  return page.locator('.strip').evaluate((strip) =>
    [strip, ...strip.querySelectorAll('text, circle, .inset-scale line')].map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect()
      return [part.textContent, ...[x, y, width, height].map((value) => Math.round(value))].join(' ')
    }),
  )
}

/** What of the strip's markers and names is cut off or covers another. */
function faultsOf(page: Page): Promise<string[]> {
  return page.locator('.strip').evaluate((strip) => {
    const frame = strip.getBoundingClientRect()
    const parts = [...strip.querySelectorAll('a .body, .label.place, .inset-scale .label')].map((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect()
      return { name: part.textContent || part.closest('a')?.textContent, left, top, right, bottom }
    })
    return parts.flatMap((a, i) => [
      ...(a.left < frame.left || a.right > frame.right || a.top < frame.top || a.bottom > frame.bottom
        ? [`${a.name} is cut off`]
        : []),
      ...parts
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.name} meets ${b.name}`),
    ])
  })
}

test.describe('where the list stands under the map', { tag: '@phone' }, () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('all five places are seen and named at the opening: what the map cannot part, in a strip under it', async ({
    page,
    servers,
  }) => {
    const map = await openRaqqa(page, servers)
    expect((await namedIn(map, '.strip')).toSorted()).toEqual(town)
    expect(await faultsOf(page)).toEqual([])
    await expect(map.marker(5)).toBeInViewport({ ratio: 1 })
    const { stage, labels } = await readLayout(map)
    expect(labels.map(({ name }) => name)).toContain('Deir Ezzor')
    expect(stage.bottom - stage.top).toBeGreaterThanOrEqual(240)
    // As many rows as without it.
    await expect(map.list.locator('.row').nth(2)).toBeInViewport({ ratio: 1 })
  })

  test('the strip is there before the map comes alive, with the same pixels', async ({ page, servers, browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    const still = await context.newPage()
    await still.goto(`${servers.maps}/raqqa/`)
    const before = await readStrip(still)
    const boxesOf = (of: Page) =>
      Promise.all(['.heading', '.stage', '.strip'].map((part) => of.locator(part).boundingBox()))
    const map = await openRaqqa(page, servers)
    expect(before.length).toBeGreaterThan(8)
    expect(await readStrip(page)).toEqual(before)
    expect(await boxesOf(page)).toEqual(await boxesOf(still))
    expect((await namedIn({ page: still }, '.strip')).toSorted()).toEqual(town)
    await context.close()
    // As an element, without a page of its own, the map draws the same.
    const size = { width: '390px', height: '844px' }
    const other = { basemap: `${servers.maps}/cors/geo/raqqa.basemap.json`, ...size }
    await (await openElement(page, servers, other)).loaded()
    await map.settled()
    expect((await namedIn({ page }, '.strip')).toSorted()).toEqual(town)
    expect(await faultsOf(page)).toEqual([])
  })

  test('a press on its marker opens the card of the place, which is ringed there too; the strip stays as it is', async ({
    page,
    servers,
  }) => {
    const map = await openRaqqa(page, servers)
    const before = await readStrip(page)
    const third = page.locator('.strip a').filter({ hasText: '3' })
    const plain = await third.locator('.body').evaluate((body) => getComputedStyle(body).stroke)
    await third.tap()
    await map.settled()
    await expect(map.popup).toHaveAccessibleName(cardName('Main hospital'))
    await expect(third.locator('.body')).not.toHaveCSS('stroke', plain)
    await expect(page.locator('.strip a').filter({ hasText: '1' }).locator('.body')).toHaveCSS('stroke', plain)
    const { sheet, stage } = await readLayout(map)
    const [card] = sheet
    const strip = await page.locator('.strip').boundingBox()
    expect(strip?.y).toBeCloseTo(stage.bottom, 0)
    expect(card?.top).toBeGreaterThanOrEqual((strip?.y ?? 0) + (strip?.height ?? 0))
    expect(await readStrip(page)).toEqual(before)
    await map.button('Close').tap()
    await expect(third.locator('.body')).toHaveCSS('stroke', plain)
  })

  test('a press beside its markers goes to the town, from wherever the map is', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    for (const id of [null, 'deir-ezzor']) {
      await map.select(id)
      await page.locator('.strip').tap({ position: { x: 20, y: 80 } })
      await map.settled()
      await expect(map.popup).toHaveCount(0)
      await expect(map.marker(4)).toBeInViewport({ ratio: 1 })
      const { markers, stage } = await readLayout(map)
      expect(markers.filter((marker) => isInside(marker, stage)).length).toBeGreaterThan(1)
    }
  })

  test('it adds no stop for the keyboard, and nothing that is heard', async ({ page, servers }) => {
    await openRaqqa(page, servers)
    const strip = page.locator('.strip')
    await expect(strip).toHaveAttribute('aria-hidden', 'true')
    expect(await strip.evaluate((element) => element.querySelectorAll('a:not([tabindex="-1"]), button').length)).toBe(0)
  })

  test('without insets there is none, and the map has its room', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers, '?inset=off')
    await expect(page.locator('.strip:visible')).toHaveCount(0)
    const { stage } = await readLayout(map)
    expect(stage.bottom - stage.top).toBeGreaterThan(400)
    const size = { width: '390px', height: '844px' }
    const basemap = `${servers.maps}/cors/geo/raqqa.basemap.json`
    await (await openElement(page, servers, { basemap, inset: 'off', ...size })).loaded()
    await map.settled()
    await expect(page.locator('.strip:visible')).toHaveCount(0)
  })

  test('an element that becomes a phone’s screen gets its strip then, and the chosen place is marked in it', async ({
    page,
    servers,
  }) => {
    const basemap = `${servers.maps}/cors/geo/raqqa.basemap.json`
    const map = await openElement(page, servers, { basemap, width: '390px', height: '500px' })
    await map.loaded()
    await expect(page.locator('.strip')).toHaveCount(0)
    await map.element.evaluate((element: HTMLElement & { select(id: string): void }) => {
      element.select('main-hospital')
      element.style.setProperty('height', '844px')
    })
    await expect(page.locator('.strip')).toBeVisible()
    await map.settled()
    expect((await namedIn(map, '.strip')).toSorted()).toEqual(town)
    await expect(page.locator('.strip a[aria-current]')).toHaveAttribute('data-places', '3')
    expect(await faultsOf(page)).toEqual([])
  })

  test('a lower window, a small phone and large text have no room for it', async ({ page, servers }) => {
    for (const size of [
      { width: 390, height: 740 },
      { width: 320, height: 568 },
    ]) {
      await page.setViewportSize(size)
      await openRaqqa(page, servers)
      await expect(page.locator('.strip:visible')).toHaveCount(0)
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.locator('.strip:visible')).toHaveCount(1)
    await page.locator('article-map').evaluate((element) => element.style.setProperty('font-size', '28px'))
    await expect(page.locator('.strip:visible')).toHaveCount(0)
  })

  test('on paper the town is in the inset of the map, and in no strip', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    await map.settled()
    await expect(page.locator('.strip')).toBeHidden()
    await expect(page.locator('.inset')).toBeVisible()
  })
})
