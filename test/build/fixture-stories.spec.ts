import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { buildFixtureStories, fixtureStories } from '../fixture-build.ts'
import { gzip } from '../../src/build/gzip.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { cardName, MapPage } from '../map/map-page.ts'
import { test as base } from '../network.ts'
import { startServers, type TestServers } from '../server.ts'

/** Playwright's test, with the stories of test/fixture/story built into pages and served. */
const test = base.extend<object, { servers: TestServers }>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are used from it.
    async ({}, use) => {
      const dist = buildFixtureStories()
      const servers = await startServers(dist)
      await use(servers)
      await servers.close()
      rmSync(dist, { recursive: true })
    },
    { scope: 'worker', timeout: 600_000 },
  ],
})

// One worker builds them once.
test.describe.configure({ mode: 'default' })

const readPlaces = (name: string) => parseStory(readFileSync(join(fixtureStories, `${name}.geojson`), 'utf8')).places

/** Opens a story's page and waits for its map. */
async function open(page: Page, { maps }: TestServers, name: string): Promise<MapPage> {
  await page.goto(`${maps}/${name}/?tiles=off`)
  const map = await new MapPage(page).loaded()
  await map.settled()
  return map
}

async function boxOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await part.boundingBox()
  if (!box) throw new Error('There is nothing to be seen.')
  return box
}

for (const name of ['petra', 'fiji', 'harbours', 'ford']) {
  test(`the story ${name} opens with all its markers, each place opens on its quotes, and the console is empty`, async ({
    page,
    servers,
    complaints,
  }) => {
    const map = await open(page, servers, name)
    const places = readPlaces(name)

    await test.step('all markers are on the map', async () => {
      const stage = await boxOf(map.layout.locator('.stage'))
      const markers = map.layout.locator('button.marker')
      for (const marker of await markers.all()) {
        const { x, y, width, height } = await boxOf(marker)
        const [middle, centre] = [x + width / 2, y + height / 2]
        expect(middle).toBeGreaterThan(stage.x)
        expect(middle).toBeLessThan(stage.x + stage.width)
        expect(centre).toBeGreaterThan(stage.y)
        expect(centre).toBeLessThan(stage.y + stage.height)
      }
      const texts = await markers.allTextContents()
      const counted = texts.reduce((sum, text) => sum + Number(/(\d+) places/.exec(text)?.[1] ?? 1), 0)
      // The Arabic story's groups count in Arabic.
      if (name === 'petra') expect(texts.length).toBeGreaterThan(0)
      else expect(counted).toBe(places.length)
    })

    await test.step('every place opens on its quotes', async () => {
      for (const { id, name: placeName, quotes } of places) {
        await map.select(id)
        await expect(map.popup).toHaveAccessibleName(
          name === 'petra' ? new RegExp(`^${placeName}، `) : cardName(placeName),
        )
        expect(await map.popup.getByRole('blockquote').allTextContents()).toEqual(quotes.map(({ exact }) => exact))
      }
    })
    expect(complaints).toEqual([])
  })
}

test('the Arabic story is right to left, with the list on the right, while the map is not mirrored', async ({
  page,
  servers,
}) => {
  const map = await open(page, servers, 'petra')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(map.layout).toHaveAttribute('dir', 'rtl')
  await expect(map.layout.locator('.map')).toHaveCSS('direction', 'ltr')
  await map.select('petra')
  await expect(page.getByRole('dialog')).toHaveCSS('direction', 'rtl')
  await expect(page.getByRole('button', { name: 'إغلاق' })).toBeVisible()
})

test('a line and an area across the antimeridian are one piece, and open their places', async ({ page, servers }) => {
  const map = await open(page, servers, 'fiji')
  const shape = (kind: string): Locator => map.layout.locator(`path.shape${kind}`)
  const stage = await boxOf(map.layout.locator('.stage'))
  for (const kind of ['.line', '.region']) {
    const { width } = await boxOf(shape(kind))
    expect(width).toBeGreaterThan(10)
    expect(width).toBeLessThan(stage.width * 0.75)
  }
  // Where no marker stands on it, and no gap of its dashes is.
  const click = async (kind: string, share: number): Promise<void> => {
    const point = await shape(kind).evaluate((path: SVGPathElement, share) => {
      const length = path.getTotalLength()
      for (let along = length * share; along < length; along++) {
        const { x, y } = path.getPointAtLength(along)
        const point = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined)
        if ((path.getRootNode() as ShadowRoot).elementFromPoint(point.x, point.y) === path)
          return { x: point.x, y: point.y }
      }
      throw new Error('The shape is covered.')
    }, share)
    await page.mouse.click(point.x, point.y)
  }
  await click('.line', 0.85)
  await expect(map.popup).toHaveAccessibleName(cardName("Cable to Nuku'alofa"))
  await page.keyboard.press('Escape')
  await map.button('Show all places').click()
  await map.settled()
  await click('.region', 0.1)
  await expect(map.popup).toHaveAccessibleName(cardName('Lau Islands'))
})

test('a story of three continents lies on a map of the world', async ({ page, servers }) => {
  const map = await open(page, servers, 'harbours')
  const land = await boxOf(map.layout.locator('.land').first())
  expect(land.width).toBeGreaterThan((await boxOf(map.layout.locator('.stage'))).width / 2)
})

test.describe('a place that was found by reasoning is shown as approximate', () => {
  const [precision, note] = [
    'Approximate location, within about 900\u00a0m',
    /^Found by reasoning: the article places it/,
  ]

  test('by its marker, its circle, its popup and the legend', async ({ page, servers }) => {
    const map = await open(page, servers, 'ford')
    await test.step('a dashed ring is around its marker, and none around that of an exact place', async () => {
      await expect(map.marker('ford').locator('.ring')).toHaveCSS('stroke-dasharray', '3.6px, 3.73px')
      await expect(map.marker('mill').locator('.ring')).toHaveCount(0)
    })
    await test.step('a thin dashed circle shows how far off it may be', async () => {
      const circle = map.layout.locator('.accuracy')
      await expect(circle).toHaveCount(1)
      await expect(circle).toHaveCSS('stroke-dasharray', '4px, 4px')
      await expect(circle).toHaveCSS('stroke-width', '1.2px')
      const [{ x, y, width, height }, marker] = [await boxOf(circle), await boxOf(map.marker('ford'))]
      expect(Math.abs(x + width / 2 - marker.x - marker.width / 2)).toBeLessThan(2)
      expect(Math.abs(y + height / 2 - marker.y - marker.height / 2)).toBeLessThan(2)
      expect(width).toBeGreaterThan(2 * marker.width)
    })
    await test.step('the popup says so, and says why', async () => {
      await map.select('ford')
      await expect(map.popup.getByText(precision, { exact: true })).toBeVisible()
      await expect(map.popup.getByText(note)).toBeVisible()
    })
    await expect(map.layout.getByRole('list', { name: 'How well a location is known' })).toHaveText(
      'Exact locationApproximate location',
    )
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('by its marker, its circle, its row in the list and the legend', async ({ page, servers }) => {
      await page.goto(`${servers.maps}/ford/`)
      const marker = page.getByRole('link', { name: 'Place 2: ford' })
      await expect(marker.locator('.ring')).toHaveCSS('stroke-dasharray', '3.6px, 3.73px')
      await expect(page.getByRole('link', { name: 'Place 1: mill' }).locator('.ring')).toHaveCount(0)
      const circle = page.locator('.static-map .accuracy')
      await expect(circle).toHaveCount(1)
      await expect(circle).toHaveCSS('stroke-dasharray', '4px, 4px')
      await expect(circle).toHaveCSS('stroke-width', '1.2px')
      await expect(circle).toHaveCSS('vector-effect', 'non-scaling-stroke')
      const [around, symbol] = [await boxOf(circle), await boxOf(marker.locator('.body'))]
      expect(Math.abs(around.x + around.width / 2 - symbol.x - symbol.width / 2)).toBeLessThan(2)
      expect(Math.abs(around.y + around.height / 2 - symbol.y - symbol.height / 2)).toBeLessThan(2)
      const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'ford' }) })
      await expect(row.getByText(precision, { exact: true })).toBeVisible()
      await expect(row.getByText(note)).toBeVisible()
      await expect(row.locator('.ring')).toHaveCSS('stroke-dasharray', '3.6px, 3.73px')
      await expect(page.getByRole('list', { name: 'How well a location is known' })).toHaveText(
        'Exact locationApproximate location',
      )
    })
  })
})

test('several stories have a list, each in its own language and direction', async ({ page, servers }) => {
  await page.goto(servers.maps)
  const items = page.getByRole('listitem')
  await expect(items).toHaveCount(4)
  await expect(items.filter({ hasText: 'البتراء' })).toHaveAttribute('dir', 'rtl')
  await page.getByRole('link', { name: 'Three harbours agree on power from the shore' }).click()
  await expect(page).toHaveURL(`${servers.maps}/harbours/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Three harbours agree on power from the shore')
})

test('the page of a country’s story without streets weighs at most 84.5 kB, compressed', async ({
  servers,
  request,
}) => {
  const page = await request.get(`${servers.maps}/petra/`)
  expect(gzip(await page.body()).length).toBeLessThanOrEqual(84_500)
})

for (const sandbox of ['allow-scripts', undefined]) {
  const where = sandbox === undefined ? 'a frame' : "WordPress's sandbox, in which they would be refused,"
  test(`where no streets can be had, ${where} says so, and comes no closer than there is something to be seen`, async ({
    page,
    servers,
    tiles,
  }) => {
    tiles.answer = 403
    const query = new URLSearchParams({ src: `${servers.maps}/petra/#?secret=abcDEF1234`, ...(sandbox && { sandbox }) })
    await page.goto(`${servers.pages}/frame.html?${query}`)
    const map = page.frameLocator('iframe').locator('article-map')
    const closer = map.locator('.controls button').first()
    await closer.press('Enter')
    await expect(map.locator('.notice')).toBeEmpty()
    for (let step = 0; step < 9; step++) await closer.press('Enter')
    await expect(map.locator('.notice')).toHaveText('يتعذّر الوصول إلى خريطة الشوارع. تعمل الخريطة من دونها.')
    await expect(map.locator('.scale')).toHaveText('3 كم')
    expect(tiles.requests.length > 0).toBe(sandbox === undefined)
  })
}
