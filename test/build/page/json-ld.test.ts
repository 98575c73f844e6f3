import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createJsonLd, serializeJsonLd } from '../../../src/build/page/json-ld.ts'
import type { NonEmpty, Position } from '../../../src/story/geometry.ts'
import { parseStory } from '../../../src/story/parse-story.ts'
import type { Place, Story } from '../../../src/story/story.ts'

const story = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))
const source = { story, pageUrl: 'https://maps.example/raqqa/', title: 'Map of the places' }

interface Graph {
  readonly '@graph': readonly [
    { readonly contentLocation: readonly Record<string, unknown>[] },
    Record<string, unknown>,
  ]
}

function read(changed: Partial<typeof source> = {}): Graph {
  return JSON.parse(serializeJsonLd(createJsonLd({ ...source, ...changed }))) as Graph
}

function withPlace(change: Partial<Place>): Story {
  return { ...story, places: story.places.slice(0, 1).map((place) => ({ ...place, ...change })) }
}

test('the article has its headline, date and five places, each with its coordinates', () => {
  const [article] = read()['@graph']
  expect(article).toMatchObject({
    '@type': 'NewsArticle',
    headline: story.article.headline,
    datePublished: '2017-10-18',
  })
  expect(article.contentLocation).toHaveLength(5)
  expect(article.contentLocation[1]).toMatchObject({
    '@id': 'https://maps.example/raqqa/#place=al-naim-roundabout',
    name: 'Al-Naim roundabout',
    geo: { '@type': 'GeoCoordinates', latitude: 35.9545, longitude: 39.0094 },
  })
})

test('a note about where a place lies is not said to describe the place', () => {
  const note = 'No source gives its exact site.'
  expect(JSON.stringify(createJsonLd({ ...source, story: withPlace({ note }) }))).not.toContain(note)
})

test('the page is a map that is based on the article, not the article', () => {
  expect(read()['@graph'][1]).toMatchObject({
    '@type': 'Map',
    isBasedOn: { '@id': 'https://maps.example/raqqa/#article' },
  })
})

test('an approximate place is said to lie within its circle, an exact one is not', () => {
  const [, exact] = read()['@graph'][0].contentLocation
  expect(exact).not.toHaveProperty('geoWithin')
  const story = withPlace({ precision: 'approximate', accuracy: 450 })
  const [approximate] = read({ story })['@graph'][0].contentLocation
  expect(approximate).toHaveProperty('geoWithin.geo.geoRadius', 450)
})

test('an area is a polygon, latitude first', () => {
  const ring: NonEmpty<Position> = [
    [38, 35],
    [39, 35],
    [39, 36],
    [38, 35],
  ]
  const [place] = read({ story: withPlace({ geometry: { type: 'Polygon', coordinates: [ring] } }) })['@graph'][0]
    .contentLocation
  expect(place?.['geo']).toContainEqual({ '@type': 'GeoShape', polygon: '35 38 35 39 36 39 35 38' })
})

test('a line is a line', () => {
  const coordinates: NonEmpty<Position> = [
    [38, 35],
    [39, 36],
  ]
  const [place] = read({ story: withPlace({ geometry: { type: 'LineString', coordinates } }) })['@graph'][0]
    .contentLocation
  expect(place?.['geo']).toContainEqual({ '@type': 'GeoShape', line: '35 38 36 39' })
})

test('nothing in a story ends the script that it stands in', () => {
  const name = '</script><!--<script>\u2028&\ud800'
  const text = serializeJsonLd(createJsonLd({ ...source, story: withPlace({ name }) }))
  expect(text).not.toMatch(/[<>&\u2028\u2029]/)
  expect((JSON.parse(text) as Graph)['@graph'][0].contentLocation[0]?.['name']).toBe(name)
})
