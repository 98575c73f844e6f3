import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants, gunzipSync, gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'

const file = join(import.meta.dirname, '..', '..', '..', 'dist', 'raqqa', 'index.html')
const { features } = JSON.parse(readFileSync('geo/raqqa.geojson', 'utf8')) as {
  features: { id: string; properties: { name: string; quotes: { exact: string }[] } }[]
}
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
    const symbols = shown('.stage .symbol')
    const parts = ['.heading', '.stage', '.list-toggle', '.attribution', '.row', '.row .name'].flatMap((selector) =>
      shown(selector).map((part, i) => [`${selector} ${i}`, box(part)] as const),
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
async function openWithoutScript(page: Page): Promise<void> {
  await page.route('**/raqqa/', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('<script type="module">', '<script type="text/plain">')
    await route.fulfill({ response, body })
  })
  await page.goto('raqqa/')
}

for (const size of sizes) {
  test(
    `at ${size.width} × ${size.height} the live map takes the static map's place without a jump`,
    {
      tag: '@desktop',
    },
    async ({ browser, baseURL }) => {
      const context = await browser.newContext({ viewport: size, baseURL: baseURL ?? '' })
      const still = await context.newPage()
      await openWithoutScript(still)
      const live = await context.newPage()
      await live.goto('raqqa/')
      await expect(live.locator('article-map .marker').first()).toBeVisible()
      const [before, after] = [await readLayout(still), await readLayout(live)]
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
      await context.close()
    },
  )
}

test('the first 20 kB of the page are the headline, the map and the whole list', { tag: '@desktop' }, () => {
  const start = gzipSync(readFileSync(file), { level: 9 }).subarray(0, 20_000)
  const text = gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }).toString()
  const content = text.slice(text.indexOf('<article-map'))
  expect(content).toContain('</article-map>')
  expect(content).toMatch(/<h1[^>]*>US-backed forces/)
  expect(
    content.match(
      /<path class="(land|home|border|river|coast|lake)\b|<path d="[^"]*" class="(land|home|border|river|coast|lake)\b/g,
    )?.length,
  ).toBeGreaterThan(4)
  expect(content.match(/<blockquote/g)).toHaveLength(features.flatMap(({ properties }) => properties.quotes).length)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('all places and quotes can be read, and a marker leads to its place', async ({ page }) => {
    await page.goto('raqqa/')
    await expect(page.locator('blockquote')).toHaveText(
      features.flatMap(({ properties }) => properties.quotes.map(({ exact }) => exact)),
    )
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Deir Ezzor' }) })
    await page.getByRole('link', { name: 'Place 5: Deir Ezzor' }).click()
    await expect(row).toBeInViewport()
    expect(new URL(page.url()).hash).toBe('#place=deir-ezzor')
  })

  test('the address of a place opens at its quotes', async ({ page }) => {
    await page.goto('raqqa/#place=deir-ezzor')
    await expect(page.getByText('little more than a "dwarf territory"')).toBeInViewport()
  })

  for (const format of ['A4', 'Letter']) {
    test(`the page prints on one sheet of ${format}`, { tag: '@desktop' }, async ({ page }) => {
      await page.goto('raqqa/')
      const pdf = (await page.pdf({ format })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    })
  }
})

/** Opens the page and notes whatever its policy has held back and whatever the console says. */
async function openWatched(page: Page, address: string): Promise<string[]> {
  const complaints: string[] = []
  await page.exposeFunction('complain', (text: string) => complaints.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) => {
      ;(window as unknown as { complain: (text: string) => void }).complain(
        `${violatedDirective}: ${blockedURI} ${sample}`,
      )
    })
  })
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(address)
  await expect(page.locator('article-map .marker').first()).toBeVisible()
  return complaints
}

test('nothing that a reader does breaks the page’s policy', async ({ page }) => {
  const tiles: string[] = []
  await page.route('https://tile.openstreetmap.org/**', (route) => {
    tiles.push(route.request().url())
    return route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })
  })
  const complaints = await openWatched(page, 'raqqa/')
  const select = (id: string | null) =>
    page
      .locator('article-map')
      .evaluate((map: HTMLElement & { select?(id: string | null): void }, id) => map.select?.(id), id)
  for (const { id, properties } of features) {
    await select(id)
    await expect(page.getByRole('dialog', { name: properties.name })).toBeVisible()
  }
  // On a small screen the buttons stand aside for a popup.
  await select(null)
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
  await page.getByRole('button', { name: 'Show all places' }).click()
  await select('raqqa')
  await expect.poll(() => tiles.length).toBeGreaterThan(0)
  expect(complaints).toEqual([])
})

test(
  'a marker that is pressed before the script has come opens on its passage',
  { tag: '@desktop' },
  async ({ page }) => {
    for (const size of sizes) {
      await page.setViewportSize(size)
      await openWithoutScript(page)
      await page.getByRole('link', { name: 'Place 5: Deir Ezzor' }).click()
      const { exact } = features[4]?.properties.quotes[0] ?? { exact: '' }
      await expect(page.getByText(exact)).toBeInViewport({ ratio: 1 })
      await page.unroute('**/raqqa/')
    }
  },
)

test(
  'the policy holds: no markup from text, no other script, no request elsewhere',
  { tag: '@desktop' },
  async ({ page }) => {
    await openWatched(page, 'raqqa/')
    const outcomes = await page.evaluate(async () => {
      const outcomeOf = (act: () => void): string => {
        try {
          act()
          return 'done'
        } catch (error) {
          return (error as Error).name
        }
      }
      const image = document.createElement('img')
      const held: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => held.push(effectiveDirective))
      image.src = 'https://example.org/picture.png'
      const request = await fetch('https://example.org/story.geojson').then(
        () => 'done',
        (error: unknown) => (error as Error).name,
      )
      await new Promise((resolve) => setTimeout(resolve))
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
  },
)

test('the page is one request', { tag: '@desktop' }, async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await openWatched(page, 'raqqa/')
  await page.waitForLoadState('networkidle')
  expect(requests.filter((path) => !path.startsWith('/svg+xml'))).toEqual(['/raqqa/'])
})

test('the page works from a file on a disk', { tag: '@desktop' }, async ({ page }) => {
  const complaints = await openWatched(page, `${pathToFileURL(file).href}#place=main-hospital`)
  await expect(page.getByRole('dialog', { name: 'Main hospital' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the page at the root is that of the only story', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'US-backed forces drive ISIS out of Raqqa in major victory',
  )
  await expect(page.locator('link[type="application/geo+json"]')).toHaveAttribute('href', 'raqqa/story.geojson')
})
