import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openElement, test } from '../map/map-page.ts'

const story = readFileSync(join(import.meta.dirname, '../../geo/raqqa.geojson'), 'utf8')

/** The Raqqa story with some of its features changed, as a file. */
function change(edit: (features: { properties: Record<string, unknown> }[]) => void): string {
  const data = JSON.parse(story) as { features: { properties: Record<string, unknown> }[] }
  edit(data.features)
  return JSON.stringify(data)
}

const errorsOf = (page: { evaluate<T>(f: () => T): Promise<T> }): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { errors: string[] }).errors)

test('a story that is not there is said in the map’s place, and told by an error event', async ({ page, servers }) => {
  const map = await openElement(page, servers, { src: 'nowhere.geojson' })
  await expect(page.getByRole('alert')).toContainText('This map cannot be shown')
  await expect(page.getByRole('alert')).toContainText('nowhere.geojson could not be loaded: the server answered 404')
  expect(await errorsOf(page)).toEqual([expect.stringContaining('404')])
  expect(await map.selected()).toBeNull()
})

test('a server that cannot be reached is said in the map’s place', async ({ page, servers }) => {
  await openElement(page, servers, { src: 'http://127.0.0.1:9/story.geojson' })
  await expect(page.getByRole('alert')).toContainText('could not be reached')
})

test('a file that is no JSON is said with line and column', async ({ page, servers }) => {
  await openElement(page, servers, { story: '{\n  "type": "FeatureCollection",\n  "features": [,]\n}' })
  await expect(page.getByRole('alert')).toContainText(/3:\d+/)
})

test('a story without one good place is said, issue by issue', async ({ page, servers }) => {
  const bad = change((features) => features.forEach(({ properties }) => delete properties['source']))
  await openElement(page, servers, { story: bad })
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(5)
  await expect(page.getByRole('alert')).toContainText('features[4].properties.source')
  expect(await errorsOf(page)).toHaveLength(5)
})

test('one bad place among good ones is said, and the good ones are shown', async ({ page, servers }) => {
  const bad = change(([, second]) => delete second?.properties['quotes'])
  const map = await (await openElement(page, servers, { story: bad })).loaded()
  // On a phone the list is folded away: it is there, but not to be seen.
  await expect(map.list.locator('li')).toHaveCount(4)
  await expect(page.getByRole('status').filter({ hasText: '1 place could not be shown' })).toContainText(
    'features[1].properties.quotes',
  )
  expect(await errorsOf(page)).toEqual([expect.stringContaining('features[1].properties.quotes')])
  await map.select('deir-ezzor')
  await expect(map.popup).toHaveAccessibleName('Deir Ezzor')
})

test('two faults of one place count as one place', async ({ page, servers }) => {
  const bad = change(([, second]) => {
    delete second?.properties['quotes']
    delete second?.properties['source']
  })
  await openElement(page, servers, { story: bad })
  await expect(page.getByRole('status').filter({ hasText: /^1 place could not be shown/ })).toHaveCount(1)
})

test('an element without any story says what to do', async ({ page, servers }) => {
  await openElement(page, servers, { src: '' })
  await expect(page.getByRole('alert')).toContainText('src="story.geojson"')
})

test('once its story is put right, the map is shown', async ({ page, servers }) => {
  const map = await openElement(page, servers, { src: 'nowhere.geojson' })
  await expect(page.getByRole('alert')).toBeVisible()
  await map.element.evaluate(
    (element, src) => element.setAttribute('src', src),
    `${servers.maps}/cors/geo/raqqa.geojson`,
  )
  await map.loaded()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(map.marker('Deir Ezzor')).toBeVisible()
})
