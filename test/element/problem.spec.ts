import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cardName, openElement, test } from '../map/map-page.ts'

// A clock of the test stays behind, now and then, in a page that another test would get.
test.use({ reuseContext: false })

const story = readFileSync(join(import.meta.dirname, '../../geo/raqqa.geojson'), 'utf8')

/** The Raqqa story with some of its features changed, as a file. */
function change(edit: (features: { properties: Record<string, unknown> }[]) => void): string {
  const data = JSON.parse(story) as { features: { properties: Record<string, unknown> }[] }
  edit(data.features)
  return JSON.stringify(data)
}

const errorsOf = (page: { evaluate<T>(f: () => T): Promise<T> }): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { errors: string[] }).errors)

const notice = 'The interactive map cannot be shown.'

for (const { what, options, message } of [
  {
    what: 'is not there',
    options: { src: 'nowhere.geojson' },
    message: 'src="nowhere.geojson" could not be loaded: the server answered 404.',
  },
  {
    what: 'cannot be reached',
    options: { src: 'http://127.0.0.1:9/story.geojson' },
    message: /^src="http:\/\/127.0.0.1:9\/story.geojson" could not be reached: .*Access-Control-Allow-Origin/,
  },
  {
    what: 'is no JSON',
    options: { story: '{\n  "type": "FeatureCollection",\n  "features": [,]\n}' },
    message: /^story.geojson:3:\d+ expected a value/,
  },
  { what: 'is not named', options: { src: '' }, message: /src="story.geojson"/ },
]) {
  test(`a story that ${what} leaves the reader what the element holds; the developer is told why`, async ({
    page,
    servers,
    complaints,
  }) => {
    const map = await openElement(page, servers, { ...options, fallback: 'The places as a list' })
    await expect(page.getByRole('status')).toHaveText(notice)
    await expect(page.getByRole('link')).toHaveText(['The places as a list'])
    const expected = typeof message === 'string' ? message : expect.stringMatching(message)
    expect(await errorsOf(page)).toContainEqual(expected)
    expect(complaints).toContainEqual(expect.stringMatching(/^article-map: /))
    expect(await map.selected()).toBeNull()
  })
}

test('a story without one good place is told issue by issue', async ({ page, servers }) => {
  const bad = change((features) => features.forEach(({ properties }) => delete properties['source']))
  await openElement(page, servers, { story: bad })
  await expect(page.getByRole('status')).toHaveText(notice)
  expect(await errorsOf(page)).toHaveLength(5)
})

test('a basemap that fails gives way to that of the world, and the reader is told', async ({ page, servers }) => {
  await page.route('**/cut-off.json', (route) => route.fulfill({ body: '{"bounds":[24,23,55,46],"grids":[{' }))
  await page.route('**/foreign.json', (route) => route.fulfill({ body: '{"type":"FeatureCollection"}' }))
  // Of the last one, the server does not allow other sites to read it.
  for (const basemap of ['nowhere.json', 'cut-off.json', 'foreign.json', `${servers.maps}/raqqa/basemap.json`]) {
    const map = await (await openElement(page, servers, { basemap })).loaded()
    await expect(page.locator('.notice').filter({ hasText: 'A simple map of the world' })).toBeVisible()
    await expect(map.element.locator('path.land').first()).toBeAttached()
    expect(await errorsOf(page)).toEqual([expect.stringContaining(basemap)])
    await map.select('deir-ezzor')
    await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
  }
})

test('a file that never arrives is given up, and the reader is told', async ({ browser, servers }) => {
  // In a context of its own: a clock that is set outlives its test.
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('**/never.geojson', () => {})
  await page.clock.install()
  const asked = page.waitForRequest('**/never.geojson')
  await openElement(page, servers, { src: 'never.geojson' })
  await page.clock.runFor(100)
  await asked
  await page.clock.fastForward(31_000)
  await expect(page.getByRole('status')).toHaveText(notice)
  expect(await errorsOf(page)).toEqual(['src="never.geojson" did not arrive within 30 seconds.'])
  await context.close()
})

test('after a failure the map tries again when it is asked to, and when the browser is online again', async ({
  page,
  servers,
}) => {
  for (const retry of ['src', 'online']) {
    let answer = 503
    await page.route('**/later.geojson', (route) => route.fulfill({ status: answer, body: story }))
    const map = await openElement(page, servers, { src: 'later.geojson' })
    await expect(page.getByRole('status')).toHaveText(notice)
    answer = 200
    await map.element.evaluate((element, retry) => {
      if (retry === 'src') element.setAttribute('src', 'later.geojson')
      else dispatchEvent(new Event('online'))
    }, retry)
    await map.loaded()
    await expect(page.getByText(notice)).toHaveCount(0)
    await page.unrouteAll()
  }
})

test('a live map that breaks while it starts leaves the page as it was, whole', async ({ page, servers }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'ResizeObserver'))
  await page.goto(`${servers.maps}/raqqa/?tiles=off`)
  await expect(page.getByRole('alert')).toHaveText(notice)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('blockquote')).toHaveCount(9)
  await expect(page.getByRole('link', { name: 'Place 5: Deir Ezzor' })).toBeVisible()
})

test('one bad place among good ones is said, and the good ones are shown', async ({ page, servers }) => {
  const bad = change(([, second]) => delete second?.properties['quotes'])
  const map = await (await openElement(page, servers, { story: bad })).loaded()
  // On a phone the list is folded away: it is there, but not to be seen.
  await expect(map.list.locator('li')).toHaveCount(4)
  await expect(page.locator('.notice').filter({ hasText: '1 place could not be shown.' })).toHaveCount(1)
  expect(await errorsOf(page)).toEqual([expect.stringContaining('features[1].properties.quotes')])
  await map.select('deir-ezzor')
  await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
})

test('two faults of one place count as one place', async ({ page, servers }) => {
  const bad = change(([, second]) => {
    delete second?.properties['quotes']
    delete second?.properties['source']
  })
  await openElement(page, servers, { story: bad })
  await expect(page.locator('.notice').filter({ hasText: /^1 place could not be shown/ })).toHaveCount(1)
})

test('once its story is put right, the map is shown', async ({ page, servers }) => {
  const map = await openElement(page, servers, { src: 'nowhere.geojson' })
  await expect(page.getByRole('status')).toBeVisible()
  await map.element.evaluate(
    (element, src) => element.setAttribute('src', src),
    `${servers.maps}/cors/geo/raqqa.geojson`,
  )
  await map.loaded()
  await expect(page.getByText(notice)).toHaveCount(0)
  await expect(map.marker('Deir Ezzor')).toBeVisible()
})
