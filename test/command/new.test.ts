import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { fixtures } from '../story/fixture.ts'
import { articleMap } from './article-map.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  copyFileSync(join(fixtures, 'article.txt'), join(folder, 'article.txt'))
})

/** Runs `article-map` in the folder. */
function run(args: string | readonly string[], input = '') {
  return articleMap(args, { folder, input })
}

const made = () => JSON.parse(readFileSync(join(folder, 'geo/storm.geojson'), 'utf8'))

test('a new story has the article’s headline and date, the places, and the sentences in which they stand', async () => {
  const places = 'Andermatt 46.636 8.594\n# the pass\nGotthard Pass; 46.559; 8.561\nAirolo, 46.529, 8.612\n'
  const { status } = await run('new storm --article article.txt --places -', places)
  expect(status).toBe(0)
  const { article, features } = made()
  expect(article).toEqual({ headline: 'Storm closes Gotthard road for a second day', datePublished: '2021-03-14' })
  expect(features.map(({ id, geometry }: { id: string; geometry: object }) => ({ id, geometry }))).toEqual([
    { id: 'andermatt', geometry: { type: 'Point', coordinates: [8.594, 46.636] } },
    { id: 'gotthard-pass', geometry: { type: 'Point', coordinates: [8.561, 46.559] } },
    { id: 'airolo', geometry: { type: 'Point', coordinates: [8.612, 46.529] } },
  ])
  expect(features[0].properties.quotes).toEqual([
    {
      exact: 'In Andermatt, “nobody has seen a March like this one,” said the mayor, who asked guests to stay indoors.',
    },
  ])
})

test('what is left to do is what the check says, and is done by filling it in', async () => {
  const { out } = await run('new storm --article article.txt --places -', 'Airolo 46.529 8.612')
  expect(out.replace(/\(.* kB gzip\)/, '(… kB gzip)')).toBe(
    'Created geo/storm.geojson. What is left to do:\n' +
      'geo/storm.geojson:24:19 features[0].properties.source: must not be empty, got "": write who says that the place is there\n' +
      'Keep the quotes that matter. Say how well each position is known: its "precision" is exact, approximate, city or\n' +
      'region, its "accuracy" a number of metres. When all is filled in, verify the quotes:\n' +
      '  article-map check geo/storm.geojson --article article.txt --lock\n' +
      'geo/storm.basemap.json: drew the map under its places (… kB gzip)\n',
  )
  const story = made()
  Object.assign(story.features[0].properties, { source: 'swisstopo', precision: 'city', accuracy: 500 })
  writeFileSync(join(folder, 'geo/storm.geojson'), JSON.stringify(story))
  expect(await run('check geo/storm.geojson --article article.txt')).toEqual({ status: 0, out: '', errors: '' })
})

test('without an article and places there is a form to fill in', async () => {
  const { status, out } = await run('new storm')
  expect(status).toBe(0)
  expect(out.split('\n').map((line) => /:\d+ (\S+):/.exec(line)?.[1])).toContain('article.headline')
  expect(out).toContain('article-map check geo/storm.geojson --article FILE --lock')
})

test('a place that no sentence names is told, a name within another word is none', async () => {
  const { out } = await run('new storm --article article.txt --places -', 'Ander 46.6 8.6\nAirolo 46.529 8.612')
  expect(out).toContain('No sentence of the article holds "Ander": choose the quotes yourself.')
  expect(made().features[0].properties.quotes).toEqual([{ exact: '' }])
})

test('a sentence does not end at a title, nor at a question that is quoted', async () => {
  writeFileSync(join(folder, 'article.txt'), 'Gen. Votel flew to Oslo. “Why Oslo?” he was asked. Nobody in Oslo knew.')
  await run('new storm --article article.txt --places -', 'Oslo 59.91 10.75')
  expect(made().features[0].properties.quotes.map(({ exact }: { exact: string }) => exact)).toEqual([
    'Gen. Votel flew to Oslo.',
    '“Why Oslo?” he was asked.',
    'Nobody in Oslo knew.',
  ])
})

test('a language tag that is none, as some systems write, does no harm', async () => {
  writeFileSync(join(folder, 'article.html'), '<html lang="en_US"><h1>Boats</h1><p>Oslo has boats.</p></html>')
  await run('new storm --article article.html --places -', 'Oslo 59.91 10.75')
  expect(made().article.inLanguage).toBe('en-US')
})

test('a story that is there is not overwritten', async () => {
  await run('new storm')
  const before = made()
  const { status, errors } = await run('new storm --article article.txt')
  expect({ status, errors }).toEqual({
    status: 2,
    errors: `article-map: ${join('geo', 'storm.geojson')}: is there already, and is not overwritten\n`,
  })
  expect(made()).toEqual(before)
})

test('places are read as they are copied from elsewhere', async () => {
  const lines = [
    'Paris 48,85 2,35',
    'Lyon; 45,76; 4,84',
    'Lima −12.05 −77.05',
    'Route 66 35.1 -111.2',
    '"New York, NY", 40.71, -74.01',
    '\u200Fالرقة\u200F 35.95 39.01',
    'Oslo 59.91° 10.75°',
  ]
  expect((await run('new storm --places -', lines.join('\r\n'))).status).toBe(0)
  const places = made().features.map(
    ({ properties, geometry }: { properties: { name: string }; geometry: { coordinates: number[] } }) => [
      properties.name,
      ...geometry.coordinates,
    ],
  )
  expect(places).toEqual([
    ['Paris', 2.35, 48.85],
    ['Lyon', 4.84, 45.76],
    ['Lima', -77.05, -12.05],
    ['Route 66', -111.2, 35.1],
    ['New York, NY', -74.01, 40.71],
    ['الرقة', 39.01, 35.95],
    ['Oslo', 10.75, 59.91],
  ])
})

test('the schema that the story names lies beside it, also where the project is only a package', async () => {
  await run('new storm')
  const schema = readFileSync(join(folder, 'geo', made().$schema), 'utf8')
  expect(JSON.parse(schema)).toEqual(JSON.parse(readFileSync(join(fixtures, '../../geo/story.schema.json'), 'utf8')))
})

test('a command that is proposed can be pasted, also with a space in a name', async () => {
  copyFileSync(join(fixtures, 'article.txt'), join(folder, 'my article.txt'))
  const args = ['new', 'storm', '--article', 'my article.txt']
  expect((await run(args)).out).toContain('check geo/storm.geojson --article "my article.txt" --lock')
})

test.each([
  ['Paris,48,85,2,35', 'got "Paris,48,85,2,35"'],
  ['Oslo 59°54′N 10°45′E', 'in decimal degrees, such as "Airolo 46.529 8.612", got "Oslo 59°54′N 10°45′E"'],
  ['الرقة ٣٥٫٩٥ ٣٩٫٠١', 'in decimal degrees'],
  ['Andermatt 8.594 N 46.636', 'standard input:1: expected "name latitude longitude"'],
  ['Sydney 151.2 -33.9', 'got 151.2, -33.9 (are they swapped?)'],
])('a list of places with the line %j is refused', async (line, message) => {
  const { status, errors } = await run('new storm --places -', line)
  expect(status).toBe(2)
  expect(errors).toContain(message)
})

test.each(['Oslo', '59.91', ',', 'Oslo, 59.91', '°'])(
  'a line with %j and very many spaces does not take long',
  async (start) => {
    const { status } = await run('new storm --places -', `${start}${' '.repeat(100_000)}x\n`)
    expect(status).toBeLessThanOrEqual(2)
  },
)

test('a degree sign may stand apart, and a name may hold numbers and signs', async () => {
  await run('new storm --places -', 'Oslo 59.91 ° 10.75 °\nPoint 5 ° North, 10.5, 20\nA;B; C 1 2')
  const { features } = made()
  expect(
    features.map(({ properties, geometry }: { properties: { name: string }; geometry: { coordinates: number[] } }) => [
      properties.name,
      ...geometry.coordinates,
    ]),
  ).toEqual([
    ['Oslo', 10.75, 59.91],
    ['Point 5 ° North', 20, 10.5],
    ['A;B; C', 2, 1],
  ])
})

test('two places of one name get ids of their own', async () => {
  await run('new storm --places -', 'Airolo 46.529 8.612\nAirolo 46.530 8.613')
  expect(made().features.map(({ id }: { id: string }) => id)).toEqual(['airolo', 'airolo-2'])
})
