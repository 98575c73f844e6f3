import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page, test as base } from '@playwright/test'
import { parseStory } from '../../src/story/parse-story.ts'
import type { MapElement } from '../map/map-page.ts'
import { startServers, type TestServers } from '../server.ts'

const root = join(import.meta.dirname, '..', '..')
const stories = join(root, 'test', 'fixture', 'story')

/** Playwright's test, with the stories of test/fixture/story built into pages and served. */
const test = base.extend<{ complaints: string[] }, { servers: TestServers }>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are used from it.
    async ({}, use) => {
      const dist = mkdtempSync(join(tmpdir(), 'article-map-'))
      const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
      const env = { ...process.env, ARTICLE_MAP_STORIES: stories }
      const built = spawnSync(process.execPath, [vite, 'build', '--outDir', dist], { cwd: root, env, encoding: 'utf8' })
      if (built.status !== 0) throw new Error(built.stderr)
      const servers = await startServers({ dist })
      await use(servers)
      await servers.close()
      rmSync(dist, { recursive: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  complaints: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await use(complaints)
  },
})

// One worker builds them once.
test.describe.configure({ mode: 'default' })

const readPlaces = (name: string) => parseStory(readFileSync(join(stories, `${name}.geojson`), 'utf8')).places

/** What is seen of the map; under it in the document lies what is seen without a script. */
const liveOf = (map: Locator): Locator => map.locator('.frame:not(.static)')

/** Opens a story's page, with no way out to the network, and waits for its map. */
async function open(page: Page, { maps }: TestServers, name: string): Promise<Locator> {
  await page.route(/^https:/, (route) => route.abort())
  await page.goto(`${maps}/${name}/?tiles=off`)
  const map = page.locator('article-map')
  await expect.poll(() => map.evaluate((element: MapElement) => element.story !== null)).toBe(true)
  return map
}

async function select(map: Locator, id: string): Promise<void> {
  await map.evaluate((element: MapElement, id) => element.select(id), id)
}

/** Where a marker or group stands for each place: the middle of each button of the map, in pixels of the window. */
async function markersOf(map: Locator): Promise<{ x: number; y: number }[]> {
  await expect.poll(() => map.locator('button.marker').count()).toBeGreaterThan(0)
  return map.locator('button.marker').evaluateAll((markers) =>
    markers.map((marker) => {
      const { left, right, top, bottom } = marker.getBoundingClientRect()
      return { x: (left + right) / 2, y: (top + bottom) / 2 }
    }),
  )
}

for (const name of ['petra', 'fiji', 'harbours']) {
  test(`every place of the story ${name} opens on its quotes, and the console is empty`, async ({
    page,
    servers,
    complaints,
  }) => {
    const map = await open(page, servers, name)
    for (const { id, name: placeName, quotes } of readPlaces(name)) {
      await select(map, id)
      const popup = page.getByRole('dialog')
      await expect(popup).toHaveAccessibleName(placeName)
      expect(await popup.getByRole('blockquote').allTextContents()).toEqual(quotes.map(({ exact }) => exact))
    }
    expect(complaints).toEqual([])
  })

  test(`all markers of the story ${name} are on the map when it opens`, async ({ page, servers }) => {
    const map = await open(page, servers, name)
    const stage = await liveOf(map).locator('.stage').boundingBox()
    if (!stage) throw new Error('There is no map.')
    const markers = await markersOf(map)
    for (const { x, y } of markers) {
      expect(x).toBeGreaterThan(stage.x)
      expect(x).toBeLessThan(stage.x + stage.width)
      expect(y).toBeGreaterThan(stage.y)
      expect(y).toBeLessThan(stage.y + stage.height)
    }
    const counted = await map.locator('button.marker').allTextContents()
    const places = counted.reduce((sum, text) => sum + Number(/(\d+) places/.exec(text)?.[1] ?? 1), 0)
    if (name !== 'petra') expect(places).toBe(readPlaces(name).length)
  })
}

test('the Arabic story is right to left, with the list on the right, while the map is not mirrored', async ({
  page,
  servers,
}) => {
  const map = await open(page, servers, 'petra')
  await expect(liveOf(map)).toHaveAttribute('dir', 'rtl')
  await expect(liveOf(map).locator('.map')).toHaveCSS('direction', 'ltr')
  await select(map, 'petra')
  await expect(page.getByRole('dialog')).toHaveCSS('direction', 'rtl')
  await expect(page.getByRole('button', { name: 'إغلاق' })).toBeVisible()
})

test('a line and an area across the antimeridian are one piece, and open their places', async ({ page, servers }) => {
  const map = await open(page, servers, 'fiji')
  await markersOf(map)
  const shape = (kind: string): Locator => liveOf(map).locator(`path.shape${kind}`)
  const stage = await liveOf(map).locator('.stage').boundingBox()
  for (const kind of ['.line', '.region']) {
    const box = await shape(kind).boundingBox()
    expect(box?.width).toBeGreaterThan(10)
    expect(box?.width).toBeLessThan((stage?.width ?? 0) / 2)
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
      return { x: 0, y: 0 }
    }, share)
    await page.mouse.click(point.x, point.y)
  }
  await click('.line', 0.85)
  await expect(page.getByRole('dialog')).toHaveAccessibleName("Cable to Nuku'alofa")
  await page.keyboard.press('Escape')
  await map.evaluate((element: MapElement & { showAll(): void }) => element.showAll())
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.waitForTimeout(700)
  await click('.region', 0.1)
  await expect(page.getByRole('dialog')).toHaveAccessibleName('Lau Islands')
})

test('a story without a basemap of its own lies on a map of the world', async ({ page, servers }) => {
  const map = await open(page, servers, 'harbours')
  await expect(liveOf(map).locator('.land').first()).toBeAttached()
  const stage = await liveOf(map).locator('.stage').boundingBox()
  const land = await liveOf(map).locator('.land').first().boundingBox()
  expect(land?.width).toBeGreaterThan((stage?.width ?? 0) / 2)
})

test('several stories have a list, each in its own language and direction', async ({ page, servers }) => {
  await page.goto(servers.maps)
  const items = page.getByRole('listitem')
  await expect(items).toHaveCount(3)
  await expect(items.filter({ hasText: 'البتراء' })).toHaveAttribute('dir', 'rtl')
  await page.getByRole('link', { name: 'Three harbours agree on power from the shore' }).click()
  await expect(page).toHaveURL(`${servers.maps}/harbours/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Three harbours agree on power from the shore')
})
