import { expect } from '@playwright/test'
import { MapPage, openElement, test } from '../map/map-page.ts'

const light = 'rgb(255, 253, 249)'
const dark = 'rgb(28, 31, 34)'

test('a theme goes before the reader’s choice, and without one, or with one that is none, that choice holds', async ({
  page,
  servers,
}) => {
  for (const [theme, colorScheme, paper] of [
    ['auto', 'light', light],
    ['auto', 'dark', dark],
    ['light', 'dark', light],
    ['dark', 'light', dark],
    ['purple', 'dark', dark],
  ] as const) {
    await test.step(`theme="${theme}" where the reader’s is ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme })
      const map = await (await openElement(page, servers, { theme })).loaded()
      await expect(map.element).toHaveCSS('background-color', paper)
    })
  }
})

test('a theme that changes is there at once, with nothing drawn anew', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { place: 'raqqa' })).loaded()
  await expect(map.popup).toBeVisible()
  await map.element.evaluate((element) => element.setAttribute('theme', 'dark'))
  await expect(map.element).toHaveCSS('background-color', dark)
  await expect(map.popup).toBeVisible()
})

test('street tiles are dark where the map is', async ({ page, servers }) => {
  for (const [theme, colorScheme, filter] of [
    ['auto', 'dark', /^invert\(1\)/],
    ['dark', 'light', /^invert\(1\)/],
    ['auto', 'light', /^saturate/],
    ['light', 'dark', /^saturate/],
  ] as const) {
    await test.step(`theme="${theme}" where the reader’s is ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme })
      const tiles = 'https://tiles.example/{z}/{x}/{y}.png'
      const map = await (await openElement(page, servers, { theme, tiles, place: 'raqqa' })).loaded()
      await expect(map.element.locator('.streets').first()).toHaveCSS('filter', filter)
    })
  }
})

test('another paper sets its colours, type and rules', async ({ page, servers }) => {
  await page.goto(`${servers.pages}/theme-other-paper.html`)
  const map = await new MapPage(page).loaded()
  await map.select('raqqa')
  await expect(map.marker('Raqqa').locator('.body')).toHaveCSS('fill', 'rgb(13, 92, 117)')
  await expect(map.popup.locator('blockquote p').first()).toHaveCSS('font-family', /Palatino/)
  await expect(map.element.locator('.heading')).toHaveCSS('border-block-start-color', 'rgb(51, 48, 46)')
  await expect(map.element.locator('.leaflet-container')).toHaveCSS('background-color', 'rgb(207, 224, 224)')
})

test('in forced colours all is drawn in the reader’s own', async ({ page, servers }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const map = await (await openElement(page, servers, { place: 'raqqa' })).loaded()
  await expect(map.popup).toBeVisible()
  const system = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    return ['LinkText', 'CanvasText'].map((name) => {
      probe.style.color = name
      return getComputedStyle(probe).color
    })
  })
  const [accent, ink] = system
  await expect(map.marker('Raqqa').locator('.body')).toHaveCSS('fill', accent ?? '')
  await expect(map.element.locator('.label.place').first()).toHaveCSS('fill', ink ?? '')
  // A shadow is not drawn: the popup has a line around it.
  await expect(map.element.locator('.leaflet-popup-content-wrapper')).toHaveCSS('border-top-width', '1px')
})
