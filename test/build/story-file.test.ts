import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseArticleFile } from '../../src/command/article-file.ts'
import {
  checkStoryFile,
  lockPath,
  publishedStory,
  readStoryFile,
  sha256,
  writeLock,
} from '../../src/build/story-file.ts'
import { checkStory } from '../../src/story/check-story.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { StoryError } from '../../src/story/issue.ts'
import { parseLock } from '../../src/story/parse-lock.ts'
import { fixtures, readFixture } from '../story/fixture.ts'

const geo = join(import.meta.dirname, '../../geo')

test.each([
  ['petra', 'petra.article.html'],
  ['fiji', 'fiji.article.txt'],
  ['harbours', 'harbours.article.txt'],
])('every quote of the story %s stands in %s', (name, article) => {
  const { text } = parseArticleFile(readFixture(`story/${article}`))
  const { issues, placements } = checkStoryFile(join(fixtures, `story/${name}.geojson`), text)
  expect(issues).toEqual([])
  expect(placements.length).toBeGreaterThan(2)
})

test('the Raqqa story is without issues, and its lock knows the paragraph of every quote', () => {
  expect(checkStoryFile(join(geo, 'raqqa.geojson')).issues).toEqual([])
  const { places } = readStoryFile(join(geo, 'raqqa.geojson'))
  expect(places.map(({ id, quotes }) => [id, ...quotes.map(({ paragraph }) => paragraph)])).toEqual([
    ['raqqa', 1, 9],
    ['al-naim-roundabout', 4, 6],
    ['main-hospital', 10, 15],
    ['municipal-stadium', 15, 10],
    ['deir-ezzor', 22],
  ])
})

test('a story with a quote that was changed after it was verified is not published', () => {
  expect(() => readStoryFile(join(fixtures, 'bad/lock-quote-changed.geojson'))).toThrow(StoryError)
})

test('whichever character of a quote of the Raqqa story is changed, its lock tells', () => {
  const text = readFileSync(join(geo, 'raqqa.geojson'), 'utf8')
  const value = parseLock(readFileSync(join(geo, 'raqqa.lock.json'), 'utf8'))
  if (value === undefined) throw new Error('There is no lock.')
  const story: unknown = JSON.parse(text)
  const quotes = (story as { features: { properties: { quotes: { exact: string }[] } }[] }).features.flatMap(
    ({ properties }) => properties.quotes,
  )
  const unnoticed = quotes.flatMap((quote) => {
    const { exact } = quote
    const missed = Array.from({ length: exact.length }, (_, i) => i).filter((i) => {
      quote.exact = `${exact.slice(0, i)}§${exact.slice(i + 1)}`
      return !checkStory(JSON.stringify(story), { lock: { value, hash: sha256 } }).issues.some(
        ({ code }) => code === 'lock-quote',
      )
    })
    quote.exact = exact
    return missed
  })
  expect(unnoticed).toEqual([])
})

test('a lock lies beside its story', () => {
  expect(lockPath('geo/raqqa.geojson')).toBe('geo/raqqa.lock.json')
})

test('a published story has each quote in the article’s own characters, no mark that nobody sees, and all else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  const path = join(folder, 'snow.geojson')
  const { text } = parseArticleFile('“Snow” fell on Airolo – all day.')
  const written = {
    type: 'FeatureCollection',
    article: { headline: 'Snow' },
    features: [
      {
        type: 'Feature',
        id: 'airolo',
        geometry: { type: 'Point', coordinates: [8.61, 46.53] },
        properties: {
          name: 'Airolo',
          quotes: [{ exact: '\u202e"Snow"\u202c fell on Airolo - all day.' }],
          precision: 'city',
          accuracy: 500,
          source: 'swiss\u2066topo\u2069',
          'marker-color': '#f00',
        },
      },
    ],
  }
  writeFileSync(path, `\uFEFF${JSON.stringify(written)}`)
  writeLock(path, checkStoryFile(path, text, true), text)
  const published = publishedStory(path)
  const [feature] = written.features
  const quotes = [{ exact: '“Snow” fell on Airolo – all day.' }]
  const properties = { ...feature?.properties, quotes, source: 'swisstopo' }
  expect(JSON.parse(published)).toEqual({ ...written, features: [{ ...feature, properties }] })
  expect(published).toContain('"coordinates": [8.61, 46.53]')
  rmSync(folder, { recursive: true })
})

test('a line and an area across the antimeridian are published as RFC 7946 wants them, and are read as the same places', () => {
  const path = join(fixtures, 'bad/antimeridian.geojson')
  const written = parseStory(readFileSync(path, 'utf8'))
  const published = publishedStory(path)
  const { features } = JSON.parse(published) as { features: { geometry: { type: string } }[] }
  expect(features.map(({ geometry }) => geometry.type)).toEqual(['MultiLineString', 'MultiPolygon'])
  expect(checkStory(published).issues).toEqual([])
  const positions = written.places.map(({ position }) => position.map((degrees) => expect.closeTo(Number(degrees), 1)))
  expect(parseStory(published).places.map(({ position }) => position)).toEqual(positions)
})

test('the Raqqa story is published as it was written', () => {
  const path = join(geo, 'raqqa.geojson')
  const written = JSON.parse(readFileSync(path, 'utf8')) as object
  expect(JSON.parse(publishedStory(path))).toEqual({ ...written, $schema: '../story.schema.json' })
})
