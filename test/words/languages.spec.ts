import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { languages } from '../../src/words/languages.ts'
import { type MapElement, openElement, test } from '../map/map-page.ts'

const story = readFileSync('geo/raqqa.geojson', 'utf8')
const sizes = [
  { width: 1280, height: 800 },
  { width: 680, height: 480 },
  { width: 390, height: 700 },
  { width: 300, height: 250 },
] as const

test('the language of the element goes before that of the page, and that before the story’s', async ({
  page,
  servers,
}) => {
  const map = await (await openElement(page, servers, { lang: 'fr' })).loaded()
  await expect(map.button('Zoom avant')).toBeAttached()
  await map.element.evaluate((element) => {
    element.removeAttribute('lang')
    document.documentElement.lang = 'tr'
    element.after(element)
  })
  await expect(map.button(languages.tr.zoomIn)).toBeAttached()
  const spanish = await openElement(page, servers, { story: story.replace('"inLanguage": "en"', '"inLanguage": "es"') })
  await spanish.element.evaluate((element) => {
    document.documentElement.removeAttribute('lang')
    element.after(element)
  })
  await expect(spanish.button(languages.es.zoomIn)).toBeAttached()
})

for (const [lang, words] of Object.entries(languages)) {
  test(`${lang}: no word of a button or of the legend is cut off`, async ({ page, servers }) => {
    const map = await (await openElement(page, servers, { lang, place: 'raqqa' })).loaded()
    await expect(map.popup).toBeVisible()
    for (const { width, height } of sizes) {
      await test.step(`at ${width} × ${height}`, async () => {
        await page.setViewportSize({ width, height: height + 200 })
        await map.element.evaluate((element, { width, height }) => Object.assign(element.style, { width, height }), {
          width: `${width}px`,
          height: `${height}px`,
        })
        await map.settled()
        const cut = await map.element.evaluate((element) =>
          [...(element.shadowRoot ?? element).querySelectorAll('.text-button, .legend li, .steps span')]
            .filter((part) => part.checkVisibility() && !part.matches('.skip'))
            .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
            .map(({ textContent }) => textContent),
        )
        expect(cut).toEqual([])
        await expect(map.popup.getByRole('button', { name: words.copyQuote })).toBeAttached()
      })
    }
  })
}

test('Arabic mirrors list, controls and popup, while the map stays as it is', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { lang: 'ar', place: 'raqqa' })).loaded()
  await expect(map.popup).toHaveCSS('direction', 'rtl')
  const stage = await map.element.locator('.stage:not(.static *)').boundingBox()
  const list = await map.element.locator('.list:not(.static *)').boundingBox()
  const controls = await map.element.locator('.controls').boundingBox()
  if (!stage || !list || !controls) throw new Error('There is no map.')
  expect(list.x).toBeGreaterThan(stage.x)
  expect(controls.x - stage.x).toBeLessThan(stage.width / 2)
  const panes = map.element.locator('.leaflet-map-pane')
  await expect(panes).toHaveCSS('direction', 'ltr')
})

test('a Persian article mirrors them too, and its English words read as English, at the right', async ({
  page,
  servers,
}) => {
  const story = readFileSync('test/fixture/story/petra.geojson', 'utf8').replace('"ar"', '"fa"')
  const map = await (await openElement(page, servers, { lang: 'en', story, place: 'petra' })).loaded()
  await expect(map.layout).toHaveAttribute('dir', 'ltr')
  await page.goto('about:blank')
  const persian = await (await openElement(page, servers, { lang: 'fa', story, place: 'petra' })).loaded()
  await expect(persian.layout).toHaveAttribute('dir', 'rtl')
  const name = await persian.popup.getByRole('heading').boundingBox()
  const close = await persian.popup.getByRole('button', { name: 'Close' }).boundingBox()
  if (!name || !close) throw new Error('There is no popup.')
  expect(name.x).toBeGreaterThan(close.x)
  const source = persian.popup.getByText('Location: GeoNames (CC BY 4.0)')
  await expect(source).toHaveCSS('unicode-bidi', 'plaintext')
  await expect(source).toHaveCSS('text-align', 'right')
  await expect(persian.popup.getByRole('blockquote')).toHaveCSS('direction', 'rtl')
})

test('what is Arabic on the map reads from right to left, a credit in Latin letters from left to right', async ({
  page,
  servers,
}) => {
  const map = await (await openElement(page, servers, { lang: 'ar' })).loaded()
  await map.settled()
  await expect(map.element.locator('.symbol.group .number').first()).toHaveCSS('direction', 'rtl')
  await expect(map.element.locator('.label.place').first()).toHaveCSS('direction', 'rtl')
  await expect(map.element.locator('.attribution a').first()).toHaveCSS('unicode-bidi', 'plaintext')
})

for (const [lang, story, direction, mark] of [
  ['ar', 'geo/raqqa.geojson', 'ltr', '“'],
  ['en', 'test/fixture/story/petra.geojson', 'rtl', '”'],
] as const) {
  test(`a quote from ${story} in an interface in ${lang} begins at its own side`, async ({ page, servers }) => {
    const map = await (await openElement(page, servers, { lang, story: readFileSync(story, 'utf8') })).loaded()
    await map.select(await map.element.evaluate((element: MapElement) => element.story?.places[0]?.id ?? ''))
    await expect(map.popup).toHaveCSS('direction', direction === 'ltr' ? 'rtl' : 'ltr')
    const quote = map.popup.locator('.quote').first()
    await expect(quote).toHaveCSS('direction', direction)
    expect(await quote.evaluate((element) => getComputedStyle(element, '::before').content)).toBe(`"${mark}" / ""`)
  })
}

test('names and quotes carry the article’s language, local names their own', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { lang: 'ar', place: 'deir-ezzor' })).loaded()
  await expect(map.popup.getByRole('heading')).toHaveAttribute('lang', 'en')
  await expect(map.popup.getByRole('blockquote')).toHaveAttribute('lang', 'en')
  await expect(map.popup.getByRole('blockquote')).toHaveCSS('direction', 'ltr')
  await expect(map.popup.getByText('دير الزور')).toHaveAttribute('lang', 'ar')
})
