import { expect, test } from 'vitest'
import { StoryError } from '../../src/story/issue.ts'
import { parseStory, readStory } from '../../src/story/parse-story.ts'
import { readFixture, storyFixtures } from './fixture.ts'

const issuesOf = (file: string) => readStory(file).issues
const smallest = readFixture('good/smallest.geojson')
const text = (change: (story: ReturnType<typeof JSON.parse>) => void): string => {
  const story: unknown = JSON.parse(smallest)
  change(story)
  return JSON.stringify(story)
}

test.each(storyFixtures('good'))('%s is a story', (path) => {
  expect(parseStory(readFixture(path)).places.length).toBeGreaterThan(0)
})

test('everything that a story file says is in the story, and nothing else', () => {
  expect(parseStory(readFixture('good/everything.geojson'))).toEqual({
    article: {
      headline: 'Storm closes Gotthard road for a second day',
      datePublished: '2021-03-14T09:30:00+01:00',
      inLanguage: 'en',
      url: 'https://example.org/storm',
      publisher: 'The Valley Post',
    },
    view: [8, 46, 9.5, 47],
    places: [
      {
        id: 'andermatt',
        number: 1,
        name: 'Andermatt',
        localName: { value: 'Ursera', lang: 'rm' },
        aliases: ['Ursera'],
        quotes: [{ exact: 'The road is expected to open on Tuesday.' }],
        geometry: { type: 'Point', coordinates: [8.594, 46.636] },
        position: [8.594, 46.636],
        precision: 'city',
        accuracy: 500,
        source: 'swisstopo',
        note: 'The marker stands on the station.',
      },
    ],
  })
})

test('a member that is not of the format changes nothing', () => {
  const { $schema: _, ...story } = JSON.parse(readFixture('good/extra-members.geojson'))
  expect(parseStory(readFixture('good/extra-members.geojson'))).toEqual(parseStory(JSON.stringify(story)))
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('a bad place among good ones is left out, and the others are numbered without it', () => {
  const reading = readStory(
    text(({ features }) => {
      features.unshift({ ...features[0], id: 'first' }, { ...features[0], id: 'bad', geometry: null })
    }),
  )
  expect(reading.story?.places.map(({ id, number }) => [id, number])).toEqual([
    ['first', 1],
    ['andermatt', 2],
  ])
  expect(reading.issues.map(({ path }) => path)).toEqual(['features[1].geometry'])
})

test('a story without a headline is not shown, since its quotes cannot be attributed', () => {
  expect(readStory(text(({ article }) => delete article.headline)).story).toBeUndefined()
})

test('of an article, only the member that is wrong is left out', () => {
  const { story } = readStory(text((s) => (s.article = { ...s.article, url: 'javascript:alert(1)', publisher: 'P' })))
  expect(story?.article).toEqual({
    headline: 'Storm closes Gotthard road for a second day',
    inLanguage: 'en',
    publisher: 'P',
  })
})

test('all issues are found, in the order of the file', () => {
  const issues = issuesOf(
    text((s) => Object.assign(s.features[0], { id: 5, geometry: null, properties: { name: '' } })),
  )
  expect(issues.map(({ path }) => path.replace('features[0].', ''))).toEqual([
    'id',
    'geometry',
    'properties.quotes',
    'properties.precision',
    'properties.source',
    'properties.name',
  ])
})

test('a story that must be without errors is refused with a line for each of them', () => {
  const parse = () => parseStory(text((s) => Object.assign(s.features[0].properties, { name: 1, source: 2 })))
  expect(parse).toThrow(StoryError)
  expect(parse).toThrow(/name: must be text, got 1\n.*source: must be text, got 2/)
})

test('a position is a longitude, a latitude and at most an altitude: four numbers are two with decimal commas', () => {
  expect(readStory(readFixture('bad/coordinates-comma.geojson')).story).toBeUndefined()
})

test('a warning does not refuse a story', () => {
  expect(parseStory(readFixture('bad/name-long.geojson')).places).toHaveLength(1)
})

test('what cannot be shown in a text becomes U+FFFD', () => {
  expect(readStory(readFixture('bad/name-half-surrogate.geojson')).story?.places[0]?.name).toBe('Andermatt \uFFFD')
  expect(readStory(readFixture('bad/name-control-character.geojson')).story?.places[0]?.name).toBe('Ander\uFFFDmatt')
})

test.each(['\u0000', '\u001b', '\u007f', '\u0085', '\u009b'])('the control character %j is never shown', (control) => {
  const { story, issues } = readStory(text((s) => (s.features[0].properties.note = `a${control}b`)))
  expect(story?.places[0]?.note).toBe('a\uFFFDb')
  expect(issues).toMatchObject([{ code: 'text-character', severity: 'warning' }])
})

test('a feature of another type is no place', () => {
  const { story, issues } = readStory(text((s) => (s.features[0].type = 'Featured')))
  expect(story?.places ?? []).toEqual([])
  expect(issues).toMatchObject([{ code: 'type', severity: 'error' }])
})

test('a name that stands twice makes a file no story, even where it is empty', () => {
  expect(readStory(smallest.replace('{', '{"type": "FeatureCollection",')).story).toBeUndefined()
  const { story, issues } = readStory(smallest.replace('{', '{"": 1, "": 2,'))
  expect({ story, issues }).toMatchObject({ story: undefined, issues: [{ code: 'json-duplicate' }] })
})

test('no number of a position is infinite, and none is -0', () => {
  const file = (coordinates: string): string =>
    smallest.replace(/"coordinates": \[[^\]]*\]/, `"coordinates": ${coordinates}`)
  for (const coordinates of ['[8, 46, 1e999]', '[1e999, 46]', '[8, -1e999]']) {
    expect(readStory(file(coordinates))).toMatchObject({ issues: [{ code: 'position', severity: 'error' }] })
  }
  const { geometry } = parseStory(file('[-0, -0.0]')).places[0] ?? {}
  expect(geometry).toStrictEqual({ type: 'Point', coordinates: [0, 0] })
})

test('an emoji, a tab and a line break stay as they are', () => {
  const note = 'One\n\ttwo 🏔️ three'
  expect(parseStory(text((s) => (s.features[0].properties.note = note))).places[0]?.note).toBe(note)
})

test('a name of 100 kB is a name', () => {
  const name = '<b>'.repeat(33_334)
  const { story, issues } = readStory(text((s) => (s.features[0].properties.name = name)))
  expect(story?.places[0]?.name).toBe(name)
  expect(issues.map(({ code }) => code)).toEqual(['text-long'])
  expect(issues[0]?.message.length).toBeLessThan(100)
})

test('a message shortens what it quotes and takes out what a terminal would obey', () => {
  const [issue] = issuesOf(text((s) => (s.article.url = `\u009b31m\u202e${'x'.repeat(1000)}`)))
  expect(issue?.message).toMatch(/got "\\u009b31m\\u202ex+…"$/)
  expect(issue?.message.length).toBeLessThan(150)
})

test('lines and columns count as editors count them, whatever ends the lines', () => {
  const lines = smallest.replace('"swisstopo"', '5').split('\n')
  const line = lines.findIndex((words) => words.includes('"source"')) + 1
  for (const end of ['\n', '\r\n', '\r']) {
    expect(issuesOf(`\uFEFF${lines.join(end)}`)).toMatchObject([{ line, column: 19 }])
  }
})

test('language tags are kept in their canonical form', () => {
  expect(parseStory(text((s) => (s.article.inLanguage = 'EN-us'))).article.inLanguage).toBe('en-US')
})

test.each([
  '2017-10-18',
  '2016-02-29',
  '2000-02-29',
  '2017-10-18T09:30',
  '2017-10-18T09:30:00.5Z',
  '2017-10-18T23:59:59+05:30',
])('%s is a date', (date) => {
  expect(parseStory(text((s) => (s.article.datePublished = date))).article.datePublished).toBe(date)
})

test.each([
  '2017',
  '2017-10',
  '2017-13-01',
  '2017-04-31',
  '1900-02-29',
  '2017-10-18T24:00',
  '2017-10-18 09:30',
  '18/10/2017',
])('%s is no date', (date) => {
  expect(issuesOf(text((s) => (s.article.datePublished = date)))).toMatchObject([{ code: 'date' }])
})

test.each([
  'ftp://x.org/',
  '//x.org/',
  '/a',
  'https:',
  'https:x',
  ' https://x.org',
  'data:text/html,x',
  'JavaScript:alert(1)',
])('the address %j is refused', (url) => {
  expect(issuesOf(text((s) => (s.article.url = url)))).toMatchObject([{ code: 'url' }])
})
