import { expect, type Page } from '@playwright/test'
import { parseHTML } from 'linkedom'
import { createSnippets } from '../../src/embed/snippets.ts'
import { localizeStory } from '../../src/words/localized-story.ts'
import { selectIn } from '../embed/host-page.ts'
import { raqqa } from '../map/map-page.ts'
import type { TestServers } from '../server.ts'
import { embedBlock, htmlBlock, paragraph, test } from './site.ts'
import { type Role, themes, type WordPress } from './wordpress.ts'

const screens = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]

/** What a publisher copies out of the map's dialog. */
function snippetsOf({ maps }: TestServers, isConnected = false): ReturnType<typeof createSnippets> {
  const source = {
    pageUrl: `${maps}/raqqa/`,
    storyUrl: `${maps}/raqqa/story.geojson`,
    basemapUrl: `${maps}/raqqa/basemap.json`,
    moduleUrl: `${maps}/article-map.js`,
    content: localizeStory(raqqa),
    hostUrl: `${maps}/article-map-host.js`,
    title: `Map of the places in: ${raqqa.article.headline}`,
  }
  return createSnippets(source, { isConnected })
}

/** Publishes a post and opens it; waits until the map in its frame is alive, and has told its height. */
async function openPost(page: Page, wordpress: WordPress, by: Role, content: string): Promise<void> {
  await page.goto(wordpress.writePost(by, 'A post', content).url)
  const frame = page.locator('iframe').first()
  await frame.scrollIntoViewIfNeeded()
  await expect(page.frameLocator('iframe').first().getByRole('button', { name: 'Zoom in', exact: true })).toBeVisible()
  await expect(frame).toBeVisible()
}

/** Left edge and width of the post's text, and of its frame; in CSS pixels of the page. */
async function columns(page: Page): Promise<{ text: number[]; frame: number[]; height: number }> {
  return page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
    const span = ({ left, width }: DOMRect) => [left, width]
    const frame = box('iframe')
    return { text: span(box('.entry-content > p')), frame: span(frame), height: frame.height }
  })
}

for (const theme of themes) {
  test.describe(`in the theme ${theme}`, () => {
    test.beforeAll(({ wordpress }) => wordpress.setTheme(theme))

    for (const viewport of screens) {
      test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
        test.use({ viewport })

        test('a pasted address is as wide as the text, and keeps its height when the window changes', async ({
          page,
          wordpress,
          servers,
        }) => {
          const content = paragraph('The article.') + embedBlock(`${servers.maps}/raqqa/`)
          await openPost(page, wordpress, 'author', content)
          const { text, frame, height } = await columns(page)
          expect(frame).toEqual(text)
          expect(height).toBe(480)
          await page.setViewportSize({ width: viewport.width, height: viewport.height - 60 })
          await expect.poll(async () => (await columns(page)).height).toBe(480)
        })

        for (const align of ['wide', 'full'] as const) {
          test(`with the alignment “${align}” it is as wide as the theme lets it be`, async ({
            page,
            wordpress,
            servers,
          }) => {
            const content = paragraph('The article.') + embedBlock(`${servers.maps}/raqqa/`, align)
            await openPost(page, wordpress, 'author', content)
            const room = await page.locator('figure.wp-block-embed').boundingBox()
            const { text, frame } = await columns(page)
            expect(frame).toEqual([room?.x, room?.width])
            if (viewport.width > 1000) expect(frame[1]).toBeGreaterThan(text[1] ?? 0)
          })
        }

        test('the frame that the dialog hands out is as wide as the text', async ({ page, wordpress, servers }) => {
          const content = paragraph('The article.') + htmlBlock(snippetsOf(servers).frame)
          await openPost(page, wordpress, 'editor', content)
          const { text, frame, height } = await columns(page)
          expect(frame).toEqual(text)
          expect(height).toBe(480)
        })
      })
    }
  })
}

test('an Author gives the editor’s embed block the address, sees the map there, and publishes it', async ({
  page,
  wordpress,
  servers,
}) => {
  await page.goto(`${wordpress.url}/wp-login.php`)
  await page.getByLabel('Username or Email Address').fill('author')
  await page.getByLabel('Password', { exact: true }).fill(wordpress.password)
  await page.getByRole('button', { name: 'Log In' }).click()
  await page.goto(`${wordpress.url}/wp-admin/post-new.php`)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('textbox', { name: 'Add title' }).fill('From the editor')
  await page.getByRole('textbox', { name: 'Add title' }).press('Enter')
  // A pasted address becomes the block by itself only where it is one of https.
  await page.keyboard.type('/embed')
  await page.getByRole('option', { name: 'Embed', exact: true }).click()
  await page.getByRole('textbox', { name: 'Embed URL' }).fill(`${servers.maps}/raqqa/`)
  await page.getByRole('button', { name: 'Embed', exact: true }).click()
  const map = page.frameLocator('.wp-block-embed iframe')
  await expect(map.getByRole('heading', { name: raqqa.article.headline })).toBeVisible()
  const panel = page.getByRole('region', { name: 'Editor publish' })
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await panel.getByRole('button', { name: 'Publish', exact: true }).click()
  await panel.getByRole('link', { name: 'View Post' }).click()
  const frame = page.locator('iframe.wp-embedded-content')
  await frame.scrollIntoViewIfNeeded()
  await expect(frame).toBeVisible()
  await expect(frame.contentFrame().getByRole('button', { name: 'Zoom in', exact: true })).toBeVisible()
})

/** A post with the address of the Raqqa map, of which WordPress has asked for the oEmbed: it asks once, and keeps it. */
async function pasteAddress(wordpress: WordPress, { maps }: TestServers): Promise<string> {
  const { url } = wordpress.writePost('author', 'A post', paragraph('The article.') + embedBlock(`${maps}/raqqa/`))
  await (await fetch(url)).text()
  return url
}

test('WordPress’s filter leaves the quote, the link and the frame, and the frame keeps its title and its width', async ({
  wordpress,
  servers,
}) => {
  const { document } = parseHTML(await (await fetch(await pasteAddress(wordpress, servers))).text())
  const link = document.querySelector('blockquote.wp-embedded-content a')
  expect(link?.getAttribute('href')).toBe(`${servers.maps}/raqqa/`)
  const frame = document.querySelector('iframe.wp-embedded-content')
  expect(frame?.getAttribute('sandbox')).toBe('allow-scripts')
  expect(frame?.getAttribute('title')).toBe(`Map of the places in: ${raqqa.article.headline}`)
  expect([frame?.getAttribute('width'), frame?.getAttribute('frameborder')]).toEqual(['100%', '0'])
})

test('where the map’s server is down, readers see whose words they read, and the link', async ({
  page,
  wordpress,
  servers,
}) => {
  const url = await pasteAddress(wordpress, servers)
  await page.route(`${servers.maps}/**`, (route) => route.abort())
  await page.goto(url)
  const quote = page.locator('blockquote.wp-embedded-content')
  await expect(quote).toBeVisible()
  await expect(quote).toContainText(raqqa.places[0]?.quotes[0]?.exact ?? '')
  await expect(quote.getByRole('link')).toHaveAttribute('href', `${servers.maps}/raqqa/`)
})

test('the quote and the link stand there until the map has told its height, and then the map', async ({
  page,
  wordpress,
  servers,
}) => {
  const url = await pasteAddress(wordpress, servers)
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(`${servers.maps}/raqqa/`, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(url, { waitUntil: 'commit' })
  const quote = page.locator('blockquote.wp-embedded-content')
  await expect(quote).toBeVisible()
  await expect(page.locator('iframe')).not.toBeInViewport()
  release()
  await expect(page.locator('iframe')).toBeVisible()
  await expect(quote).toBeHidden()
})

test('of a frame that an Author pastes as HTML, the link is left', ({ wordpress, servers }) => {
  const { content } = wordpress.writePost('author', 'HTML', htmlBlock(snippetsOf(servers, true).frame))
  expect(content).not.toContain('<iframe')
  expect(content).not.toContain('<script')
  expect(content).toContain(`<a href="${servers.maps}/raqqa/">`)
})

test('in WordPress’s sandbox the one link that can work leads to the map’s own page and the place that was chosen', async ({
  page,
  wordpress,
  servers,
}) => {
  const content = paragraph('The article.') + embedBlock(`${servers.maps}/raqqa/`)
  await openPost(page, wordpress, 'author', content)
  const frame = page.frameLocator('iframe')
  const links = frame.locator('a[target][href]')
  const addresses = () => links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  expect(await addresses()).toEqual([`${servers.maps}/raqqa/`])
  await expect(frame.locator('.stage .attribution').getByText('GeoNames')).toHaveCount(1)
  // Also those that come later are text.
  await selectIn(frame, 'raqqa')
  await expect(frame.getByRole('dialog').getByText('US-backed forces drive ISIS out of Raqqa')).toBeVisible()
  expect(await addresses()).toEqual([`${servers.maps}/raqqa/#place=raqqa`])
  await links.click()
  await expect(page).toHaveURL(`${servers.maps}/raqqa/#place=raqqa`)
  await expect(page.getByRole('dialog')).toHaveAccessibleName(/^Raqqa/)
  await expect(page.getByRole('link', { name: 'Open the map' })).toHaveCount(0)
  await expect(page.locator('a[href*="//www.geonames.org"]').first()).toBeAttached()
})

test('a theme that undoes the height once is told it again; one that undoes it twice means it', async ({
  page,
  wordpress,
  servers,
}) => {
  await openPost(page, wordpress, 'author', paragraph('The article.') + embedBlock(`${servers.maps}/raqqa/`))
  const frame = page.locator('iframe')
  const height = () => frame.evaluate((element) => element.clientHeight)
  const undo = () =>
    frame.evaluate(async (element: HTMLIFrameElement) => {
      element.height = '288'
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    })
  await expect.poll(height).toBe(480)
  await undo()
  await expect.poll(height).toBe(480)
  await undo()
  // The map has drawn itself in it, and said nothing.
  await expect
    .poll(() =>
      page
        .frameLocator('iframe')
        .locator('html')
        .evaluate(() => innerHeight),
    )
    .toBe(288)
  await page.frameLocator('iframe').getByRole('button', { name: 'Zoom in', exact: true }).click()
  expect(await height()).toBe(288)
})

test('the address of a place, in dark colours, keeps both in a post', async ({ page, wordpress, servers }) => {
  const address = `${servers.maps}/raqqa/place/al-naim-roundabout/dark/`
  await openPost(page, wordpress, 'author', paragraph('The article.') + embedBlock(address))
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('dialog')).toHaveAccessibleName(/Al-Naim roundabout/)
  await expect(frame.locator('article-map')).toHaveCSS('color-scheme', 'dark')
})

test('an excerpt says whose words the quote of a map is', async ({ wordpress, servers }) => {
  const { url } = wordpress.writePost('author', 'Excerpt', `${servers.maps}/raqqa/`)
  await (await fetch(url)).text()
  const feed = await (await fetch(`${wordpress.url}/?feed=rss2`)).text()
  const [, excerpt] = /<title>Excerpt<[^]*?<description><!\[CDATA\[(.*?)\]\]>/.exec(feed) ?? []
  const quote = raqqa.places[0]?.quotes[0]?.exact ?? ''
  expect(excerpt).toContain(`“${quote.slice(0, 40)}`)
  expect(excerpt).toContain(`— Map of the places in: `)
})

test('the host script finds a pasted map by itself, and its numbers stand in the post’s text', async ({
  page,
  wordpress,
  servers,
}) => {
  const quotes = raqqa.places.flatMap((place) => place.quotes.map(({ exact }) => exact))
  const content = [
    ...quotes.map(paragraph),
    embedBlock(`${servers.maps}/raqqa/`),
    htmlBlock(`<script async src="${servers.maps}/article-map-host.js"></script>`),
  ].join('\n')
  await openPost(page, wordpress, 'editor', content)
  await expect(page.locator('.entry-content [data-article-map-reference]')).toHaveCount(quotes.length)
})
