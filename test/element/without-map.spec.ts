import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { openElement, openRaqqa, raqqa, test } from '../map/map-page.ts'
import type { TestServers } from '../server.ts'

const notice = 'The interactive map cannot be shown.'
const title = 'Map of the places in: US-backed forces drive ISIS out of Raqqa in major victory'
const sizes = [
  { width: 680, height: 480 },
  { width: 390, height: 844 },
]

/** The element's snippets, with the addresses of the maps' server, which allows no other site to read them. */
const snippets: Readonly<Record<string, (page: Page, servers: TestServers) => Promise<string>>> = {
  README: (_page, { maps }) => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
    const [snippet = ''] = /^<script type="module".*?^<\/article-map>/ms.exec(readme) ?? []
    return Promise.resolve(snippet.replaceAll('https://maps.example', maps))
  },
  dialog: async (page, servers) => {
    const map = await openRaqqa(page, servers, '?tiles=off')
    await map.button('Embed').click()
    return page.getByRole('textbox', { name: /^Custom element/ }).inputValue()
  },
}

/** Opens a page of another site with a snippet in it, and the article's next paragraph below. */
async function paste(page: Page, { pages }: TestServers, snippet: string): Promise<void> {
  await page.goto(`${pages}/pasted.html?${new URLSearchParams({ markup: `${snippet}<p>Further on</p>` })}`)
}

/** In a snippet, the module or everything is allowed to be read by other sites. */
const allowModule = (snippet: string): string => snippet.replace('/article-map.js', '/cors/article-map.js')
const allowAll = (snippet: string, maps: string): string =>
  allowModule(snippet).replaceAll(/(?<=src|basemap|streets)="[^"]*\/raqqa\//g, `="${maps}/cors/raqqa/`)

/** The reader finds the link, each place and a quote of it, in a room without a hole. */
async function expectPlaces(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: title })).toBeInViewport({ ratio: 1 })
  await expect(page.getByText('Raqqa', { exact: true })).toBeInViewport({ ratio: 1 })
  await expect(page.locator('blockquote').first()).toBeInViewport({ ratio: 1 })
  const room = await page.locator('article-map').evaluate((map) => {
    const { bottom, height } = map.getBoundingClientRect()
    return { height, blank: bottom - (map.querySelector('ol')?.getBoundingClientRect().bottom ?? 0) }
  })
  expect(room.height).toBe(480)
  expect(room.blank).toBeLessThan(40)
  for (const { name, quotes } of raqqa.places) {
    const place = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
    await place.scrollIntoViewIfNeeded()
    await expect(place).toBeInViewport({ ratio: 0.9 })
    await expect(place.getByRole('blockquote')).toHaveText(quotes[0]?.exact ?? '')
  }
}

for (const [whose, snippetOf] of Object.entries(snippets)) {
  test(`with the ${whose}’s snippet and a module that is refused, readers see the places and their quotes`, async ({
    page,
    servers,
    complaints,
  }) => {
    const snippet = await snippetOf(page, servers)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await paste(page, servers, snippet)
      await expect.poll(() => complaints).toContainEqual(expect.stringContaining('article-map.js'))
      await expectPlaces(page)
    }
  })

  test(`with the ${whose}’s snippet and a story that is refused, readers see them too; the developer is told once`, async ({
    page,
    servers,
    complaints,
  }) => {
    const snippet = allowModule(await snippetOf(page, servers))
    for (const size of sizes) {
      await page.setViewportSize(size)
      complaints.length = 0
      await paste(page, servers, snippet)
      await expect(page.getByRole('status')).toHaveText(notice)
      await expectPlaces(page)
      const story = `${servers.maps}/raqqa/story.geojson`
      expect(complaints.filter((text) => text.startsWith('article-map:'))).toEqual([
        expect.stringMatching(`src="${story}" could not be reached: .*CORS.*Access-Control-Allow-Origin`),
      ])
      await expect(page.locator('article-map')).not.toContainText('CORS')
    }
  })

  test(`with the ${whose}’s snippet nothing moves when the map comes, and nothing in it scrolls`, async ({
    page,
    servers,
  }) => {
    const snippet = allowAll(await snippetOf(page, servers), servers.maps)
    const end = page.getByText('Further on')
    await page.setViewportSize({ width: 390, height: 844 })
    await paste(page, servers, snippet.replace(/^<script.*/, ''))
    const before = await end.boundingBox()
    await paste(page, servers, snippet)
    await expect(page.getByRole('button', { name: 'Place 5: Deir Ezzor' })).toBeVisible()
    expect(await end.boundingBox()).toEqual(before)
    await expect(page.locator('article-map')).toHaveCSS('overflow', 'hidden')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('article-map')).toHaveCSS('overflow', 'visible')
  })
}

test('what an element without a style holds has its own room and the page’s looks, and no map’s', async ({
  page,
  servers,
}) => {
  await paste(
    page,
    servers,
    allowModule(`<script type="module" src="${servers.maps}/article-map.js"></script>
    <article-map lang="de" src="${servers.maps}/raqqa/story.geojson"><a href="/">Die Orte</a></article-map>`),
  )
  const sentence = page.getByRole('status')
  await expect(sentence).toHaveText('Die interaktive Karte kann nicht angezeigt werden.')
  await expect(sentence).toHaveAttribute('lang', 'de')
  const map = page.locator('article-map')
  expect((await map.boundingBox())?.height).toBeLessThan(120)
  await expect(map).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await expect(page.getByRole('link')).toHaveText(['Die Orte'])
})

test('an element that holds nothing leads to the page beside its story, where there is one', async ({
  page,
  servers,
}) => {
  const link = page.getByRole('link')
  for (const [src, leadsTo] of [
    [`${servers.maps}/raqqa/story.geojson?v=2`, [`${servers.maps}/raqqa/`]],
    [`${servers.maps}/geo/raqqa.geojson`, []],
    // Beside that one is the page in which the reader is.
    ['nowhere/../story.geojson', []],
    ['javascript:/x/story.geojson', []],
  ] as const) {
    await openElement(page, servers, { src })
    await expect(page.getByRole('status')).toHaveText(notice)
    expect(await link.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))).toEqual(leadsTo)
  }
})
