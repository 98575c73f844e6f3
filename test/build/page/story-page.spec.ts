import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants, gunzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { parseHTML } from 'linkedom'
import { gzip } from '../../../src/build/gzip.ts'
import { renderStoryPage } from '../../../src/build/page/story-page.ts'
import { readPageData } from '../../../src/build/story-files.ts'
import { MapPage, raqqa, test } from '../../map/map-page.ts'
import type { TestServers } from '../../server.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const file = join(root, 'dist', 'raqqa', 'index.html')
const quotes = raqqa.places.flatMap((place) => place.quotes.map(({ exact }) => exact))
const sizes = [
  { width: 1280, height: 800 },
  { width: 680, height: 480 },
  { width: 390, height: 844 },
  { width: 300, height: 250 },
]

interface Layout {
  /** The middle of each marker, in its order. */
  readonly markers: { x: number; y: number }[]
  /** The boxes of what is around the map. */
  readonly parts: Record<string, { x: number; y: number; width: number; height: number }>
}

/** Where the markers and the parts around the map stand: on the live map, or on the static one in its place. */
async function readLayout(page: Page): Promise<Layout> {
  return page.locator('article-map').evaluate((map) => {
    const root = map.shadowRoot ?? map
    const box = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x, y, width, height }
    }
    const shown = (selector: string) => [...root.querySelectorAll(selector)].filter((part) => part.checkVisibility())
    const symbols = shown('.stage .symbol').filter((symbol) => !symbol.closest('.inset'))
    const parts = ['.heading', '.stage', '.inset', '.list-toggle', '.attribution', '.row', '.row .name'].flatMap(
      (selector) => shown(selector).map((part, i) => [`${selector} ${i}`, box(part)] as const),
    )
    return {
      markers: symbols.map((symbol) => {
        const { x, y, width, height } = box(symbol.querySelector('.body:not(.behind)') ?? symbol)
        return { x: x + width / 2, y: y + height / 2 }
      }),
      parts: Object.fromEntries(parts),
    }
  })
}

/** The page, as it is until its script runs. */
async function openWithoutScript(page: Page, { maps }: TestServers): Promise<void> {
  await page.route('**/raqqa/', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('<script type="module">', '<script type="text/plain">')
    await route.fulfill({ response, body })
  })
  await page.goto(`${maps}/raqqa/`)
  await page.unroute('**/raqqa/')
}

for (const size of sizes) {
  test(`at ${size.width} × ${size.height} the live map takes the static map's place without a jump`, async ({
    page,
    servers,
  }) => {
    await page.setViewportSize(size)
    await openWithoutScript(page, servers)
    const before = await readLayout(page)
    await page.goto(`${servers.maps}/raqqa/`)
    await new MapPage(page).loaded()
    const after = await readLayout(page)
    expect(before.markers).toHaveLength(2)
    expect(after.markers).toHaveLength(before.markers.length)
    for (const [i, { x, y }] of before.markers.entries()) {
      expect(Math.hypot(x - (after.markers[i]?.x ?? 0), y - (after.markers[i]?.y ?? 0))).toBeLessThan(2)
    }
    const seen = Object.entries(before.parts).filter(([, { y }]) => y < size.height)
    expect(seen.length).toBeGreaterThan(2)
    for (const [name, box] of seen) {
      const other = after.parts[name]
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        expect(Math.abs(box[side] - (other?.[side] ?? Infinity)), `${name} ${side}`).toBeLessThan(2)
      }
    }
  })
}

test('the first 20 kB of the page are the headline, the map and the whole list', () => {
  const start = gzip(readFileSync(file)).subarray(0, 20_000)
  const text = gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }).toString()
  const content = text.slice(text.indexOf('<article-map'))
  expect(content).toContain('</article-map>')
  expect(content).toMatch(/<h1[^>]*>US-backed forces/)
  expect(
    content.match(
      /<path class="(land|home|border|river|coast|lake)\b|<path d="[^"]*" class="(land|home|border|river|coast|lake)\b/g,
    )?.length,
  ).toBeGreaterThan(4)
  expect(content.match(/<blockquote/g)).toHaveLength(quotes.length)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test(
    'all places and quotes can be read, and a marker leads to its place',
    { tag: '@both' },
    async ({ page, servers }) => {
      await page.goto(`${servers.maps}/raqqa/`)
      await expect(page.locator('blockquote')).toHaveText(quotes)
      const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Deir Ezzor' }) })
      await page.getByRole('link', { name: 'Place 5: Deir Ezzor' }).click()
      await expect(row).toBeInViewport()
      expect(new URL(page.url()).hash).toBe('#place=deir-ezzor')
    },
  )

  test('the address of a place opens at its quotes', { tag: '@both' }, async ({ page, servers }) => {
    await page.goto(`${servers.maps}/raqqa/#place=deir-ezzor`)
    await expect(page.getByText('little more than a "dwarf territory"')).toBeInViewport()
  })

  test('the page prints on one sheet of A4, and of Letter', async ({ page, servers }) => {
    await page.goto(`${servers.maps}/raqqa/`)
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1)
    }
  })
})

/** Opens a page in which whatever its policy refuses is a complaint in the console, and waits for its map. */
async function openWatched(page: Page, address: string): Promise<MapPage> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      console.error(`refused by ${violatedDirective}: ${blockedURI} ${sample}`),
    )
  })
  await page.goto(address)
  return new MapPage(page).loaded()
}

test(
  'nothing that a reader does breaks the page’s policy',
  { tag: '@both' },
  async ({ page, servers, tiles, complaints }) => {
    const map = await openWatched(page, `${servers.maps}/raqqa/`)
    for (const { id, name } of raqqa.places) {
      await map.select(id)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
    }
    // On a small screen the buttons stand aside for a popup.
    await map.select(null)
    await map.button('Zoom in').click()
    await map.button('Show all places').click()
    await map.select('raqqa')
    await expect.poll(() => tiles.requests.length).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  },
)

test('a publisher’s own tiles, by a template relative to the page, arrive under the page’s policy', async ({
  page,
  servers,
  tiles,
  complaints,
}) => {
  // The page as the build writes it, but for the template of its tiles.
  const built = parseHTML(readFileSync(file, 'utf8')).document
  const markup = renderStoryPage(readPageData(join(root, 'geo'), 'raqqa', root), {
    template: readFileSync(join(root, 'index.html'), 'utf8').replace(
      'tiles="auto"',
      'tiles="../tiles/{z}/{x}/{y}.png"',
    ),
    style: built.querySelector('style')?.textContent ?? '',
    script: built.querySelector('script[type=module]')?.textContent ?? '',
    address: { folder: '' },
  })
  await page.route('**/own-tiles/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup }))
  servers.requests.length = 0
  const map = await openWatched(page, `${servers.maps}/own-tiles/`)
  await map.select('al-naim-roundabout')
  await expect(map.element.locator('.streets img.leaflet-tile-loaded').first()).toBeVisible()
  expect(servers.requests).toContainEqual(expect.stringMatching(/^\/tiles\/15\/\d+\/\d+\.png$/))
  expect(tiles.requests).toEqual([])
  expect(complaints).toEqual([])
})

test('a marker that is pressed before the script has come opens on its passage', async ({ page, servers }) => {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await openWithoutScript(page, servers)
    await page.getByRole('link', { name: 'Place 5: Deir Ezzor' }).click()
    await expect(page.getByText(raqqa.places[4]?.quotes[0]?.exact ?? '')).toBeInViewport({ ratio: 1 })
  }
})

test('the policy holds: no markup from text, no other script, no request elsewhere', async ({ page, servers }) => {
  await page.goto(`${servers.maps}/raqqa/`)
  await new MapPage(page).loaded()
  const outcomes = await page.evaluate(async () => {
    const outcomeOf = (act: () => void): string => {
      try {
        act()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    const held: string[] = []
    const both = new Promise<void>((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (effectiveDirective.endsWith('-src') && held.push(effectiveDirective) === 2) resolve()
      }),
    )
    document.createElement('img').src = 'https://example.org/picture.png'
    const request = await fetch('https://example.org/story.geojson').then(
      () => 'done',
      (error: unknown) => (error as Error).name,
    )
    await both
    return {
      markup: outcomeOf(() => document.body.insertAdjacentHTML('beforeend', '<b>bold</b>')),
      script: outcomeOf(() => (document.createElement('script').text = 'document.title = "run"')),
      request,
      held: held.toSorted(),
    }
  })
  expect(outcomes).toEqual({
    markup: 'TypeError',
    script: 'TypeError',
    request: 'TypeError',
    held: ['connect-src', 'img-src'],
  })
})

test('the page is one request', async ({ page, servers }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`${servers.maps}/raqqa/`)
  await (await new MapPage(page).loaded()).settled()
  // What the page had asked for would come before this.
  await page.evaluate(() => fetch('story.geojson'))
  expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([
    `${servers.maps}/raqqa/`,
    `${servers.maps}/raqqa/story.geojson`,
  ])
})

test('programs that want a file for an icon find one beside the page, also where the page is at the root', async ({
  page,
  servers,
}) => {
  for (const path of ['/', '/raqqa/']) {
    await page.goto(`${servers.maps}${path}`)
    const size = await page.locator('link[rel="apple-touch-icon"]').evaluate(async (link: HTMLLinkElement) => {
      const icon = Object.assign(new Image(), { src: link.href })
      await icon.decode()
      return [icon.naturalWidth, icon.naturalHeight]
    })
    expect(size).toEqual([180, 180])
  }
})

test('the page works from a file on a disk', async ({ page, complaints }) => {
  await openWatched(page, `${pathToFileURL(file).href}#place=main-hospital`)
  await expect(page.getByRole('dialog', { name: 'Main hospital' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the page at the root is that of the only story', async ({ page, servers }) => {
  await page.goto(servers.maps)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(raqqa.article.headline)
  await expect(page.locator('link[type="application/geo+json"]')).toHaveAttribute('href', 'raqqa/story.geojson')
})
