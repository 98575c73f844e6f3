import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { startDrafts } from '../../draft-process.ts'
import { largeStory } from '../../map/large-story.ts'
import { cardName, MapPage, test } from '../../map/map-page.ts'
import { startServers, type TestServers } from '../../server.ts'

// A story of 150 places, as the program builds it.
const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js')
const count = 150
let folder = ''
let site: TestServers
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'article-map-large-'))
  mkdirSync(join(folder, 'geo'))
  writeFileSync(join(folder, 'geo', 'war.geojson'), largeStory(count))
  const { status, stderr } = spawnSync(process.execPath, [program, 'build'], { cwd: folder, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  site = await startServers(join(folder, 'dist'))
})
test.afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})
test.beforeEach(() => void (site.requests.length = 0))

const readOutput = (path: string): string => readFileSync(join(folder, 'dist', path), 'utf8')

/** Opens the page, and keeps what its element says is wrong. */
async function open(page: Page): Promise<MapPage> {
  await page.addInitScript(() => {
    const errors: string[] = []
    Object.assign(window, { errors })
    document.addEventListener(
      'story-error',
      (event) => errors.push(...(event as Event & { messages: string[] }).messages),
      true,
    )
  })
  await page.goto(`${site.maps}/war/?tiles=off`)
  return new MapPage(page)
}

const errorsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { errors: string[] }).errors)

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'The interactive map cannot be shown.' })

test('the places of a large story lie beside its page, which holds the first hundred', () => {
  const places = JSON.parse(readOutput('war/places.json')) as { id: string }[]
  expect(places.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, i) => `village-${i + 1}`))
  for (const path of ['index.html', 'war/index.html']) {
    expect(readOutput(path)).toContain('The article says this of village 100.')
    expect(readOutput(path)).not.toContain('The article says this of village 101.')
  }
  expect(readdirSync(join(folder, 'dist', 'war'))).not.toContain('place')
})

for (const path of ['/', '/war/']) {
  test(`the live map at ${path} has all of them, by one request`, async ({ page, complaints }) => {
    await page.goto(`${site.maps}${path}?tiles=off`)
    const map = await new MapPage(page).loaded()
    await map.select(`village-${count}`)
    await expect(map.popup).toHaveAccessibleName(cardName(`Village ${count}`))
    await expect(map.list.getByText(`The article says this of village ${count}.`)).toBeVisible()
    expect(site.requests).toEqual([path, '/war/places.json'])
    expect(complaints).toEqual([])
  })
}

test('drawn anew, the map has its places still, without another request', async ({ page }) => {
  const map = await (await open(page)).loaded()
  await map.element.evaluate((element) => {
    const drawn = new Promise((done) => element.addEventListener('story-load', done, { once: true }))
    element.setAttribute('tiles', 'auto')
    return drawn
  })
  await map.select(`village-${count}`)
  await expect(map.popup).toHaveAccessibleName(cardName(`Village ${count}`))
  await map.element.evaluate((element) => element.remove())
  expect(site.requests).toEqual(['/war/', '/war/places.json'])
})

test('without them the static page stays, and says that its map cannot move; the map comes as soon as they can be had', async ({
  page,
}) => {
  await page.route('**/places.json*', (route) => route.abort())
  const map = await open(page)
  await expect(notice(page)).toBeVisible()
  expect(await errorsOf(page)).toEqual([expect.stringMatching(/^places\.json\?[0-9a-f]{8} could not be reached/)])
  await expect(page.locator('.row')).toHaveCount(100)
  await expect(page.locator('.static-map')).toBeVisible()
  const all = page.getByRole('link', { name: `${count} places (GeoJSON)` })
  await expect(all).toHaveAttribute('href', 'story.geojson')
  await all.click({ trial: true })
  await page.unrouteAll()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await map.loaded()
  await expect(notice(page)).toHaveCount(0)
  await expect(page.locator('.static-map')).toHaveCount(0)
})

for (const [what, body] of [
  ['another page', '<!doctype html>\n<p>Not found'],
  ['a file that was cut off', '[\n{"id":"village-1"},\n{"id":'],
] as const) {
  test(`${what} in their place is no story`, async ({ page }) => {
    await page.route('**/places.json*', (route) => route.fulfill({ body }))
    await open(page)
    await expect(notice(page)).toBeVisible()
    expect(await errorsOf(page)).toEqual([
      expect.stringMatching(/^places\.json\?\w+ must hold the 150 places of this page, got [01]: build both anew\.$/),
    ])
  })
}

test('other places have another address, so that no cache mixes them with a new page', () => {
  const urlOf = (path: string) => /places\.json\?[0-9a-f]{8}/.exec(readOutput(path))?.[0]
  const before = urlOf('war/index.html')
  writeFileSync(join(folder, 'geo', 'war.geojson'), largeStory(count).replace('of village 150.', 'of another village.'))
  const out = ['--out', join(folder, 'other')]
  expect(spawnSync(process.execPath, [program, 'build', ...out], { cwd: folder }).status).toBe(0)
  expect(urlOf('../other/war/index.html')).not.toBe(before)
})

test('a large story is shown whole while it is written', async ({ page }) => {
  const server = await startDrafts([program, 'start', '--port', '0'], folder)
  try {
    await page.goto(`${server.url}war/?tiles=off`)
    const map = await new MapPage(page).loaded()
    await map.select(`village-${count}`)
    await expect(map.popup).toHaveAccessibleName(cardName(`Village ${count}`))
  } finally {
    server.stop()
  }
})
