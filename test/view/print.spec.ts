import { expect } from '@playwright/test'
import { openRaqqa, raqqa, test } from '../map/map-page.ts'

// Only the Chromium of the desktop prints.
test.describe('the live map on paper', () => {
  for (const format of ['A4', 'Letter'] as const) {
    test(`is one sheet of ${format}, also with a popup open`, async ({ page, servers }) => {
      const map = await openRaqqa(page, servers)
      for (const id of [null, 'municipal-stadium']) {
        await map.select(id)
        const pdf = await page.pdf({ format, preferCSSPageSize: true })
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      }
    })
  }

  test('has headline, map, numbers, every quote, who is quoted, and the address; no controls and no popup', async ({
    page,
    servers,
  }) => {
    const map = await openRaqqa(page, servers, '#place=main-hospital')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const paper = map.element.locator('.side')
    for (const { number, name, quotes } of raqqa.places) {
      const row = paper.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
      await expect(row).toContainText(String(number))
      for (const { exact } of quotes) await expect(paper.getByText(exact, { exact: true }).first()).toBeVisible()
    }
    await expect(paper).toContainText(raqqa.article.headline)
    await expect(paper).toContainText(page.url())
    await expect(map.element.locator('.stage')).toBeVisible()
    await expect(map.element.locator('.attribution')).toContainText('OpenStreetMap')
    for (const name of ['Zoom in', 'Close', 'Embed']) await expect(map.button(name)).toBeHidden()
    await expect(map.popup).toBeHidden()
  })

  test('has every place where the screen has a card in the list’s room', async ({ page, servers }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const map = await openRaqqa(page, servers, '#place=main-hospital')
    await expect(map.element.locator('.side')).toHaveCSS('clip-path', 'inset(50%)')
    await page.emulateMedia({ media: 'print' })
    await expect(map.element.locator('.side')).toHaveCSS('clip-path', 'none')
    for (const { name } of raqqa.places) await expect(map.list.getByRole('heading', { name })).toBeVisible()
    await expect(map.popup).toBeHidden()
  })

  test('says the numbers of places that stand too close together', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    const group = map.group().locator('text')
    await expect(group.and(page.locator(':visible'))).toHaveText('4 places')
    await page.emulateMedia({ media: 'print' })
    await expect(group.and(page.locator(':visible'))).toHaveText('1–4')
  })

  test('keeps the view that the reader has, at the size that it has on paper', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers, '#place=raqqa')
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    // By itself or in its group: paper is smaller than the screen.
    await expect(map.element.locator('.marker[aria-current]')).toHaveAccessibleName(/Raqqa/)
    await expect(map.element.locator('.marker[aria-current]')).toBeInViewport({ ratio: 1 })
    await page.emulateMedia({ media: null })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect(map.element.locator('.printing')).toHaveCount(0)
    expect(await map.selected()).toBe('raqqa')
  })

  test('tells the kinds of places apart in black and white', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await expect(map.element).toHaveCSS('color', 'rgb(0, 0, 0)')
    await expect(map.marker('Deir Ezzor').locator('.body')).toHaveCSS('stroke', 'rgb(0, 0, 0)')
    await expect(map.marker('Deir Ezzor').locator('.body')).toHaveCSS('fill', 'rgb(255, 253, 249)')
  })
})
