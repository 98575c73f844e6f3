import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
  expect(article).toEqual({
    headline: 'Storm closes Gotthard road for a second day',
    datePublished: '2021-03-14',
    inLanguage: 'en',
  })
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
      'geo/storm.geojson:25:19 features[0].properties.source: must not be empty, got "": write who says that the place is there\n' +
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

test('an Arabic text becomes an Arabic story, and swapped coordinates are told at once', async () => {
  writeFileSync(
    join(folder, 'article.txt'),
    'انفجار في بيروت\n٧ أيار ٢٠٢٤\n\nقال د. حسن إن المرفأ في بيروت أغلق. وصلت فرق الإنقاذ إلى صيدا يوم الثلاثاء.',
  )
  const { out } = await run('new storm --article article.txt --places -', 'بيروت 35.5 33.9')
  expect(made().article).toEqual({ headline: 'انفجار في بيروت', datePublished: '2024-05-07', inLanguage: 'ar' })
  expect(made().features[0].properties.quotes).toEqual([{ exact: 'قال د. حسن إن المرفأ في بيروت أغلق.' }])
  expect(out).toContain(
    'features[0].geometry.coordinates: warning: no place of this name is known near here, but one is near [35.5,33.9]: ' +
      'are longitude and latitude swapped?',
  )
})

test('a language that cannot be told is left to do', async () => {
  writeFileSync(join(folder, 'article.txt'), 'Båtene kom\n\nBåtene kom til Oslo i går, og de er der ennå.')
  const { out } = await run('new storm --article article.txt --places -', 'Oslo 59.91 10.75')
  expect(made().article).toEqual({ headline: 'Båtene kom' })
  expect(out).toContain('article.inLanguage: warning: is missing: write the language of the article, such as "en"')
})

test('a quote has no soft hyphen of the article', async () => {
  writeFileSync(join(folder, 'article.txt'), 'Boats\n\nThe fish\u00ADer\u00ADmen of Oslo\u2060 waited.')
  await run('new storm --article article.txt --places -', 'Oslo 59.91 10.75')
  expect(made().features[0].properties.quotes).toEqual([{ exact: 'The fishermen of Oslo waited.' }])
})

test('a quote has no number of a footnote, and no note is one', async () => {
  writeFileSync(
    join(folder, 'article.txt'),
    'La tempête à Landerneau\n\nÀ Landerneau, 40 habitants sont partis vers le gymnase1. La mairie de Landerneau en attend ' +
      '20 et dose le CO2 « par prudence »2.\n\n1 Chiffre de la mairie de Landerneau.\n2 Selon le maire de Landerneau.',
  )
  await run('new storm --article article.txt --places -', 'Landerneau 48.45 -4.25')
  expect(made().features[0].properties.quotes).toEqual([
    { exact: 'À Landerneau, 40 habitants sont partis vers le gymnase.' },
    { exact: 'La mairie de Landerneau en attend 20 et dose le CO2 « par prudence ».' },
  ])
  const check = await run('check geo/storm.geojson --article article.txt')
  expect(check.out).not.toContain('quotes')
})

test('what was read of a page is told, and a teaser’s sentence is never among the quotes', async () => {
  copyFileSync(join(fixtures, 'page/teasers.html'), join(folder, 'page.html'))
  const { out } = await run('new storm --article page.html --places -', 'Ormoc 11.006 124.607')
  expect(out.split('\n')[0]).toBe(
    'page.html: read 3 paragraphs, 40 words, from “A storm tore the roofs …” to “… power was back by noon.”. ' +
      'If that is not the article, name its element: --select CSS',
  )
  expect(made().features[0].properties.quotes).toEqual([
    { exact: 'In Ormoc, on the west coast, power was back by noon.' },
  ])
  const story = made()
  story.features[0].properties = { ...story.features[0].properties, source: 'NAMRIA', accuracy: 500, precision: 'city' }
  story.features[0].properties.quotes = [{ exact: 'The council of Ormoc will vote on Friday.' }]
  writeFileSync(join(folder, 'geo/storm.geojson'), JSON.stringify(story))
  const check = await run('check geo/storm.geojson --article page.html --lock')
  expect(check.status).toBe(1)
  expect(check.out).toContain('quotes[0].exact: does not stand in the article')
  const args = ['check', 'geo/storm.geojson', '--article', 'page.html', '--select', '.more article', '--lock']
  expect((await run(args)).errors).toBe(
    'page.html: read 1 paragraph, 64 words, from “The council of Ormoc will …” to “… moved away from the city.”. ' +
      'If that is not the article, name its element: --select CSS\n' +
      'geo/storm.lock.json: 1 quote verified\n',
  )
})

test.each([
  [
    '',
    'page.html: no heading in the page is its headline, "Boats come to Oslo": name the element that holds the article, such as --select main',
  ],
  [' --select .story', 'page.html: nothing in the page matches --select ".story"'],
  [' --select p:(', 'page.html: --select "p:(" is no CSS selector: write one such as main or .story'],
])('a page whose article is not found (new%s) is refused, with what to do', async (args, message) => {
  const body = '<h1>The Post</h1><article><p>The council of Oslo votes.</p></article>'
  writeFileSync(join(folder, 'page.html'), `<meta property="og:title" content="Boats come to Oslo">${body}`)
  expect(await run(`new storm --article page.html${args}`)).toEqual({
    status: 2,
    out: '',
    errors: `article-map: ${message}\n`,
  })
})

test('a selector without a page is told so', async () => {
  expect((await run('new storm --article article.txt --select main')).errors).toBe(
    'article-map: article.txt: is plain text, and is read whole: leave out --select\n',
  )
  expect((await run('new storm --select main')).errors).toContain('--select needs the page: add --article FILE')
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

test('the schema that the story names lies beside it; where the package is installed, it is the package’s', async () => {
  await run('new storm')
  const schema = readFileSync(join(folder, 'geo', made().$schema), 'utf8')
  expect(JSON.parse(schema)).toEqual(JSON.parse(readFileSync(join(fixtures, '../../geo/story.schema.json'), 'utf8')))
  const installed = join(folder, 'node_modules/article-map/geo/story.schema.json')
  mkdirSync(dirname(installed), { recursive: true })
  writeFileSync(installed, schema)
  rmSync(join(folder, 'geo'), { recursive: true })
  await run('new storm')
  expect(made().$schema).toBe('../node_modules/article-map/geo/story.schema.json')
  expect(readdirSync(join(folder, 'geo'))).not.toContain('story.schema.json')
})

test('a command that is proposed can be pasted, also with a space in a name', async () => {
  copyFileSync(join(fixtures, 'article.txt'), join(folder, 'my article.txt'))
  const args = ['new', 'storm', '--article', 'my article.txt']
  expect((await run(args)).out).toContain('check geo/storm.geojson --article "my article.txt" --lock')
})

test.each([
  ['Paris,48,85,2,35', 'got "Paris,48,85,2,35"'],
  ['Oslo 59°54', 'or a link of a map; other columns need a first line that names them'],
  ['Oslo 59.91 10.75 Norway', 'expected a name and then a position, such as "Airolo 46.529 8.612"'],
  ['Oslo; 59.91; 10.75; Kartverket', 'such as "name;latitude;longitude;source;precision;accuracy"'],
  ['Andermatt 8.594 N 46.636', 'standard input:1: expected a name and then a position'],
  ['59.91 10.75', 'a name is missing before the position, got "59.91 10.75"'],
  ['Sydney 151.2 -33.9', 'got 151.2, -33.9 (are they swapped?)'],
  ['Ort;lat;lon\nOslo;59.91', 'standard input:2: expected a position, got "59.91"'],
  [
    'name,lat,lon\nOslo,59,91,10,75',
    'standard input:2: expected 3 cells, got 5 (a cell with the separator in it stands',
  ],
  ['name;lat;lon;Genauigkeit\nOslo;59,91;10,75;100', 'or region, got "100" (metres belong into a column "accuracy")'],
  ['name,lat,lon,precision\nOslo,59.91,10.75,ctiy', 'precision must be exact, approximate, city or region, got "ctiy"'],
  ['name,lat,lon,accuracy\nOslo,59.91,10.75,near', 'accuracy must be a number of metres, got "near"'],
  ['name,lat,lon\n,59.91,10.75', 'standard input:2: a name is missing'],
])('a list of places with %j is refused', async (line, message) => {
  const { status, errors } = await run('new storm --places -', line)
  expect(status).toBe(2)
  expect(errors).toContain(message)
})

test('all lines that cannot be read are told at once', async () => {
  const list = 'Tacloban 6VWC+M6\nOrmoc 11.006 124.607\nPalo https://goo.gl/maps/x\nWien 48°12′N 16°22′O\n'
  const { status, errors } = await run('new storm --places -', list)
  expect(status).toBe(2)
  expect(errors.match(/^article-map: standard input:\d/gm)).toEqual(
    [1, 3, 4].map((line) => `article-map: standard input:${line}`),
  )
})

test('a table has the columns that its first line names, also of the source and how well a position is known', async () => {
  const table = [
    'name;Längengrad;Breitengrad;source;remarks;accuracy;precision',
    '"Gate; North";8,61;46,53;"the ""Times""";x;50 m;exact',
    'Airolo;8°36′43″E;46°31′44″N',
    'Nowhere',
  ]
  expect((await run('new storm --places -', table.join('\n'))).status).toBe(0)
  const { features } = made()
  expect(features.map(({ geometry }: { geometry: { coordinates: number[] } }) => geometry.coordinates)).toEqual([
    [8.61, 46.53],
    [8.61194, 46.52889],
    [],
  ])
  expect(features[0].properties).toMatchObject({
    name: 'Gate; North',
    precision: 'exact',
    accuracy: 50,
    source: 'the "Times"',
  })
})

test('the numbers and bullets of a list are no part of the names', async () => {
  await run('new storm --places -', '1. Tacloban 11.28 125.07\n2) Ormoc\n• Palo\n- Suva 18.1416 S 178.4419 E')
  const { features } = made()
  expect(features.map(({ properties }: { properties: { name: string } }) => properties.name)).toEqual([
    'Tacloban',
    'Ormoc',
    'Palo',
    'Suva',
  ])
})

test('which of two readings of a position was taken is told', async () => {
  const { out } = await run('new storm --places -', 'Tacloban https://www.google.com/maps/@11.2,125.1,12z')
  expect(out).toContain('"Tacloban": its link has no pin: this is the middle of the map that it shows.\n')
})

test('a line or an area comes from a GeoJSON file beside the list', async () => {
  const road = { type: 'LineString', coordinates: [[8.5, 46.5], [8.6, 46.6]] } // prettier-ignore
  const feature = (name: string) => ({ type: 'Feature', properties: { name }, geometry: road })
  const write = (file: string, value: object) => writeFileSync(join(folder, file), JSON.stringify(value))
  write('road.geojson', road)
  write('two.geojson', { type: 'FeatureCollection', features: [feature('A 2'), feature('A 4')] })
  writeFileSync(join(folder, 'places.txt'), 'Gotthard road road.geojson\nA 2; two.geojson')
  expect((await run('new storm --places places.txt')).status).toBe(0)
  expect(made().features.map(({ geometry }: { geometry: object }) => geometry)).toEqual([road, road])
  writeFileSync(join(folder, 'places.txt'), 'Gotthard road two.geojson\nA 2; none.geojson')
  const { errors } = await run('new flood --places places.txt')
  expect(errors).toContain('expected one feature, or one whose "name" is "Gotthard road", got 2 features')
  expect(errors).toContain('none.geojson: there is no such file')
})

test('a place is added to a story, and what its author wrote stays as it is', async () => {
  await run('new storm --article article.txt --places -', 'Airolo 46.529 8.612')
  const file = join(folder, 'geo/storm.geojson')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"source": ""', '"source":   "by hand"'))
  const { status, out } = await run('add storm --article article.txt Andermatt 46.636 8.594')
  expect({ status, out }).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^Added to geo\Wstorm\.geojson\. What is/),
  })
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('"source":   "by hand"')
  expect(text).toContain('"coordinates": [8.594, 46.636]')
  expect(made().features[1].properties.quotes).toHaveLength(1)
  await run('add storm.geojson --places -', 'Lugano 46 8.95\nAirolo 46.53 8.61')
  await run('add storm Lisbon 38.72 -9.14')
  expect(
    made().features.map(({ id, geometry }: { id: string; geometry: { coordinates: number[] } }) => [
      id,
      ...geometry.coordinates,
    ]),
  ).toEqual([
    ['airolo', 8.612, 46.529],
    ['andermatt', 8.594, 46.636],
    ['lugano', 8.95, 46],
    ['airolo-2', 8.61, 46.53],
    ['lisbon', -9.14, 38.72],
  ])
})

test('what cannot be added is told, and the story stays as it is', async () => {
  await run('new storm')
  const before = readFileSync(join(folder, 'geo/storm.geojson'), 'utf8')
  expect((await run('add storm')).errors).toContain('add which place? Write it after the story, such as Tabqa 35.836')
  expect((await run('add')).errors).toContain('add to which story? Name it, such as add raqqa Tabqa 35.836 38.548')
  expect((await run('add storm Wien 48°12′N 16°22′O')).errors).toContain('the place:1: O is east in German')
  expect(readFileSync(join(folder, 'geo/storm.geojson'), 'utf8')).toBe(before)
  writeFileSync(join(folder, 'geo/broken.geojson'), '{"features": [}')
  expect((await run('add broken Airolo 46.529 8.612')).errors).toContain(
    'broken.geojson: is no story to which a place can be added; check says why',
  )
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

test.each([
  [
    'new my storm',
    'new needs one name, such as raqqa, got "my", "storm": a name with spaces stands in quotation marks',
  ],
  ['new world', 'world is the map of the world, which stories without one have: choose another name'],
  ['new world.geojson', 'world is the map of the world'],
  ['new Storm', 'got "Storm": try storm'],
  ['new geo/storm.geojson', 'got "geo/storm": try geo-storm'],
])('%s is refused with a sentence that helps', async (command, message) => {
  const { status, errors } = await run(command)
  expect(status).toBe(2)
  expect(errors).toContain(message)
})

test('the name of the file is as good as the name of the story', async () => {
  expect((await run('new storm.geojson')).out).toContain(`Created ${join('geo', 'storm.geojson')}.`)
})

test('an article that is no text is told by its kind', async () => {
  writeFileSync(join(folder, 'article.rtf'), '{\\rtf1 Storm closes Gotthard road}')
  const { status, errors } = await run('new storm --article article.rtf')
  expect({ status, errors }).toEqual({
    status: 2,
    errors: 'article-map: article.rtf: is an RTF document, not text: save it as plain text in UTF-8, or as HTML\n',
  })
})

test('options that npm has kept for itself are told, with the way to pass them', async () => {
  const { status, errors } = await articleMap('new storm article.txt', { folder, keptOptions: ['article'] })
  expect(status).toBe(2)
  expect(errors).toContain(
    'npm has kept --article for itself: write -- before what is meant for article-map, as in npm run new -- storm --article …',
  )
})

test('Arabic names give addresses that can be told apart', async () => {
  await run('new storm --places -', 'الرقة 35.95 39.01\nدير الزور 35.33 40.14')
  expect(made().features.map(({ id }: { id: string }) => id)).toEqual(['al-rqa', 'dir-al-zur'])
})
