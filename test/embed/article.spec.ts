import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { MapElement } from './host-page.ts'
import { drawn, openFrame, post, selectIn, selectedOf, storyOf, test } from './host-page.ts'
import { cardName } from '../map/map-page.ts'

/** The passages that are highlighted. */
const highlighted = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('article-map') ?? [])].map((range) => (range as Range).toString().replace(/\s+/g, ' ')),
  )

/** Where the passages of the place that the reader has asked for begin. */
const passage = (page: Page) => page.getByRole('group', { name: 'In the article: Al-Naim roundabout' })

const references = (page: Page) => page.locator('[data-article-map-reference] button')

test('behind each passage that the map quotes stands the number of its place', async ({
  page,
  servers,
  complaints,
}) => {
  // The browser tells of each request that a server refuses.
  await page.route('**/raqqa/story.geojson', (route) =>
    route.fulfill({ status: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '{"features": []}' }),
  )
  await page.goto(`${servers.pages}/host-article.html`)
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect(references(page)).toHaveText(['1', '2', '2', '1', '3', '4', '3', '4', '5'])
  await expect(references(page).nth(1)).toHaveAccessibleName('2. Show on the map: Al-Naim roundabout')
  expect(complaints).toEqual([])
})

test('a number stands behind a link, not in it', async ({ page, servers }) => {
  await page.goto(`${servers.pages}/host-article.html`)
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect(references(page)).toHaveCount(9)
  await expect(page.locator('a [data-article-map-reference]')).toHaveCount(0)
  await expect(page.locator('a + [data-article-map-reference="al-naim-roundabout"]')).toHaveCount(1)
})

test('a number selects its place on the map, by mouse and by keyboard', { tag: '@both' }, async ({ page, servers }) => {
  await page.goto(`${servers.pages}/host-article.html`)
  const frame = page.frameLocator('iframe')
  await storyOf(frame)
  await expect(references(page)).toHaveCount(9)
  await drawn(page)
  await references(page).first().click()
  await expect.poll(() => selectedOf(frame)).toBe('raqqa')
  await expect(page.locator('iframe')).toBeInViewport()
  await expect(frame.getByRole('dialog').getByRole('heading')).toBeFocused()
  await references(page).nth(1).press('Enter')
  await expect.poll(() => selectedOf(frame)).toBe('al-naim-roundabout')
  await expect(frame.getByRole('dialog').getByRole('heading', { name: 'Al-Naim roundabout' })).toBeFocused()
  await expect(page.locator('iframe')).toBeFocused()
  await expect(page.locator('iframe')).toBeInViewport()
})

test('the page glides to the map, but for a reader who wants no motion', async ({ page, servers }) => {
  await page.setViewportSize({ width: 412, height: 400 })
  await page.goto(`${servers.pages}/element-article.html`)
  await expect(references(page)).toHaveCount(9)
  for (const [reducedMotion, behavior] of [
    ['no-preference', 'smooth'],
    ['reduce', 'auto'],
  ] as const) {
    await page.emulateMedia({ reducedMotion })
    const asked = await page.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' })
      const options: unknown[] = []
      const map = document.querySelector('article-map')
      if (!map) return options
      map.scrollIntoView = (how) => {
        options.push(how)
        Element.prototype.scrollIntoView.call(map, how)
      }
      document.querySelector('[data-article-map-reference]')?.shadowRoot?.querySelector('button')?.click()
      return options
    })
    expect(asked).toEqual([{ block: 'nearest', behavior }])
    await expect(page.locator('article-map')).toBeInViewport()
  }
})

test('a screen reader says in the language of the article what a number does', async ({ page, servers }) => {
  for (const [lang, said] of [
    ['ar', 'أظهر على الخريطة'],
    ['de-CH', 'Auf der Karte zeigen'],
    ['en', 'Show on the map'],
    ['es', 'Mostrar en el mapa'],
    ['fr', 'Afficher sur la carte'],
    ['tr', 'Haritada göster'],
    // A language that the interface does not speak.
    ['ku', 'Show on the map'],
  ] as const) {
    await test.step(lang, async () => {
      await page.route('**/article-map-host.js', (route) => route.abort())
      await page.goto(`${servers.pages}/element-article.html`)
      await page.unroute('**/article-map-host.js')
      await page.evaluate((lang) => (document.documentElement.lang = lang), lang)
      await page.addScriptTag({ url: `${servers.maps}/article-map-host.js` })
      await expect(references(page).nth(1)).toHaveAccessibleName(`2. ${said}: Al-Naim roundabout`)
    })
  }
})

test('the passages of the selected place are highlighted, and the page does not move', async ({ page, servers }) => {
  await page.goto(`${servers.pages}/host-article.html`)
  await page.locator('iframe').scrollIntoViewIfNeeded()
  const frame = page.frameLocator('iframe')
  await expect(references(page)).toHaveCount(9)
  const before = await page.evaluate(() => scrollY)
  await selectIn(frame, 'al-naim-roundabout')
  await expect
    .poll(() => highlighted(page))
    .toEqual([
      expect.stringMatching(/^“Hell Roundabout is now .* city\.$/),
      expect.stringMatching(/^Inside Raqqa, .* executions\.$/),
    ])
  await expect(page.locator('button[aria-current=true]')).toHaveText(['2', '2'])
  expect(await page.evaluate(() => scrollY)).toBe(before)
  await selectIn(frame, null)
  await expect.poll(() => highlighted(page)).toEqual([])
})

test('the map learns which places can be found in the article, and leads the reader there who asks', async ({
  page,
  servers,
}) => {
  await page.goto(`${servers.pages}/host-article.html`)
  await page.locator('iframe').scrollIntoViewIfNeeded()
  const frame = page.frameLocator('iframe')
  await storyOf(frame)
  const passages = () =>
    frame.locator('article-map').evaluate((map: MapElement) => [...(map.passages ?? [])].toSorted())
  await expect
    .poll(passages)
    .toEqual(['al-naim-roundabout', 'deir-ezzor', 'main-hospital', 'municipal-stadium', 'raqqa'])
  await selectIn(frame, 'al-naim-roundabout')
  await frame.getByRole('button', { name: 'Show in the article' }).click()
  await expect(passage(page)).toBeFocused()
  await expect(references(page).nth(1)).toBeInViewport()
  // It is followed by the passage, and leaves nothing behind.
  expect(await passage(page).evaluate((start) => start.nextSibling?.textContent)).toMatch(
    /^Inside Raqqa, overjoyed fighters /,
  )
  await references(page).nth(1).focus()
  await expect(passage(page)).toHaveCount(0)
})

test('a popup that was open before the article was searched offers the way there too', async ({ page, servers }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/article-map-host.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${servers.pages}/host-article.html`, { waitUntil: 'commit' })
  await page.locator('iframe').scrollIntoViewIfNeeded()
  const frame = page.frameLocator('iframe')
  await storyOf(frame)
  await selectIn(frame, 'al-naim-roundabout')
  await expect(frame.getByRole('dialog')).toHaveAccessibleName(cardName('Al-Naim roundabout'))
  const way = frame.getByRole('button', { name: 'Show in the article' })
  await expect(way).toBeHidden()
  release()
  await expect(way).toBeVisible()
  await drawn(page)
  await way.click()
  await expect(passage(page)).toBeFocused()
})

test('an element in the page is connected as a frame is', async ({ page, servers }) => {
  await page.goto(`${servers.pages}/element-article.html`)
  const map = page.locator('article-map')
  await expect(references(page)).toHaveCount(9)
  await references(page).last().click()
  await expect.poll(() => map.evaluate((element: MapElement) => element.selected)).toBe('deir-ezzor')
  await expect.poll(() => highlighted(page)).toEqual([expect.stringMatching(/^Raqqa’s capture leaves/)])
})

test('once disconnected, the article is what it was, to the text node', async ({ page, servers }) => {
  await page.goto(`${servers.pages}/element-article.html`)
  await expect(references(page)).toHaveCount(9)
  const article = page.locator('article').first()
  const nodes = () =>
    article.evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_ALL)
      const found: string[] = []
      while (walker.nextNode()) found.push(walker.currentNode.nodeValue ?? walker.currentNode.nodeName)
      return found
    })
  // The page has connected itself; the pieces are compared with those of the same page without the script.
  const connected = await nodes()
  await page.route('**/article-map-host.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.reload()
  const before = await nodes()
  expect(connected.length).toBeGreaterThan(before.length)
  await page.unroute('**/article-map-host.js')
  await page.locator('article-map').evaluate((map) => map.removeAttribute('data-article-map'))
  await page.addScriptTag({ url: `${servers.maps}/article-map-host.js` })
  const disconnect = await page.evaluateHandle(() => {
    const { articleMapHost } = window as unknown as { articleMapHost: { connectArticle(o: object): () => void } }
    const [map, article] = [document.querySelector('article-map'), document.querySelector('article')]
    return articleMapHost.connectArticle({ map, article })
  })
  await expect(references(page)).toHaveCount(9)
  const map = page.locator('article-map')
  await map.evaluate((element: MapElement) => element.select('al-naim-roundabout'))
  await page.getByRole('button', { name: 'Show in the article' }).click()
  await expect(passage(page)).toBeFocused()
  await disconnect.evaluate((disconnect) => disconnect())
  expect(await nodes()).toEqual(before)
})

test('no line begins with a number, however wide the article is', { tag: '@firefox' }, async ({ page, servers }) => {
  await page.goto(`${servers.pages}/host-article.html`)
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect(references(page)).toHaveCount(9)
  const torn = await page.locator('article').evaluate((article: HTMLElement) => {
    const found: string[] = []
    const boxOf = (host: Element) => host.shadowRoot?.querySelector('button')?.getBoundingClientRect()
    for (let width = 240; width < 640; width++) {
      article.style.width = `${width}px`
      for (const host of article.querySelectorAll('[data-article-map-reference]')) {
        const button = boxOf(host)
        const before = host.previousSibling
        const range = document.createRange()
        range.selectNodeContents(before ?? host)
        const line = (before instanceof Element && boxOf(before)) || [...range.getClientRects()].at(-1)
        if (!button || !line || button.top > line.bottom || button.left < line.right - 1)
          found.push(`${host.previousSibling?.textContent?.slice(-12)} at ${width}`)
      }
    }
    return found
  })
  expect(torn).toEqual([])
})

test("the page's style sheet does not reach the numbers", async ({ page, servers }) => {
  await page.goto(`${servers.pages}/hostile-styles.html`)
  const box = await references(page).first().boundingBox()
  expect(box?.width).toBeLessThan(40)
  expect(box?.height).toBeLessThan(30)
})

test('“Show in the article” is in sight however long the quotes are', async ({ page, servers }) => {
  for (const [width, height] of [
    [390, 844],
    [390, 480],
    [680, 480],
    [300, 250],
  ] as const) {
    await test.step(`${width}×${height}`, async () => {
      await page.setViewportSize({ width, height })
      const frame = await openFrame(page, servers)
      await page.locator('iframe').evaluate((element: HTMLElement) => {
        element.style.cssText = 'position: fixed; inset: 0; border: 0; width: 100vw; height: 100vh'
      })
      await expect.poll(() => frame.locator('html').evaluate(() => innerHeight)).toBe(height)
      await post(page, { articleMap: 1, type: 'ready', passages: ['al-naim-roundabout'] })
      await selectIn(frame, 'al-naim-roundabout')
      const way = frame.getByRole('button', { name: 'Show in the article' })
      await expect(way).toBeInViewport({ ratio: 1 })
      await way.click({ trial: true })
      const [card, button] = [await frame.getByRole('dialog').boundingBox(), await way.boundingBox()]
      expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual((card?.y ?? 0) + (card?.height ?? 0))
      expect(await frame.getByRole('dialog').evaluate((card) => card.scrollTop)).toBe(0)
    })
  }
})
