import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gzip } from '../../../src/build/gzip.ts'
import { createStreets, streetsBudget } from '../../../src/build/streets/create-streets.ts'
import { readStreets } from '../../../src/build/streets/read-streets.ts'
import { decodeArcs } from '../../../src/cartography/arc-grid.ts'
import { decodeBasemap } from '../../../src/cartography/basemap-file.ts'
import { parseBasemap } from '../../../src/cartography/parse-basemap.ts'
import { parseStreets } from '../../../src/cartography/parse-streets.ts'
import { type StreetsFile, withStreets } from '../../../src/cartography/streets.ts'
import type { Position } from '../../../src/story/geometry.ts'
import { parseStory } from '../../../src/story/parse-story.ts'
import type { Story } from '../../../src/story/story.ts'
import { placeAt } from '../../cartography/place-at.ts'

const raqqa = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))

/** A story with exact places at some positions. */
const storyAt = (...positions: readonly Position[]): Story => ({
  ...raqqa,
  places: positions.map(([lng, lat], i) => placeAt(i + 1, lng, lat)),
})

/** A real extract of OpenStreetMap, from a package. */
const extract = (name: string, path: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path)
const gothenburg = extract('geojson-path-finder', 'test/large-network.json')
const kaltern = (format: 'osm' | 'json'): string => extract('osmtogeojson', `test-cli/data/map.${format}`)

const kindsOf = ({ shapes }: StreetsFile): string[] => shapes.map(({ kind }) => kind)
const namesOf = ({ labels }: StreetsFile): string[] => labels.map(([, , , name]) => name)

test('Raqqa’s streets are what the tracing gives today, and all of it', async () => {
  const streets = createStreets(raqqa, await readStreets('geo/streets/raqqa.geojson', []))
  expect(streets?.leftOut).toEqual([])
  expect(streets?.file).toEqual(JSON.parse(readFileSync('geo/raqqa.streets.json', 'utf8')))
})

describe('of a city with 20,000 streets', () => {
  const source = readStreets(gothenburg, [])
  const story = storyAt([11.973, 57.7089], [11.9526, 57.6998])

  test('as many are kept as the budget allows, those at the places first, and what was left out is said', async () => {
    const streets = createStreets(story, await source)
    expect(gzip(JSON.stringify(streets?.file)).length).toBeLessThanOrEqual(streetsBudget)
    expect(kindsOf(streets?.file ?? never())).toEqual(expect.arrayContaining(['minor', 'major', 'motorway']))
    expect(streets?.leftOut).toContain('minor streets around the places')
    expect(streets?.leftOut).not.toContain('minor streets')
  })

  test('they are named along their course, and the story’s own names are left to the story', async () => {
    const names = namesOf(createStreets(story, await source)?.file ?? never())
    expect(names).toContain('Vasagatan')
    const own = { ...story, places: story.places.map((place) => ({ ...place, name: 'Vasagatan' })) }
    expect(namesOf(createStreets(own, await source)?.file ?? never())).not.toContain('Vasagatan')
  })

  test('those of another town are none of this story’s', async () => {
    expect(createStreets(storyAt([9, 48]), await source)).toBeUndefined()
  })

  test('OpenStreetMap is credited, with the day of the extract', async () => {
    const { credit } = await source
    expect(credit).toEqual({
      text: '© OpenStreetMap contributors, 2016-12-27',
      url: 'https://www.openstreetmap.org/copyright',
      license: 'ODbL-1.0',
    })
  })
})

test('OpenStreetMap’s XML and the JSON of Overpass give the same village', async () => {
  const story = storyAt([11.2575, 46.455])
  const [xml, json] = await Promise.all([readStreets(kaltern('osm'), []), readStreets(kaltern('json'), [])])
  const streets = createStreets(story, xml)
  expect(kindsOf(streets?.file ?? never())).toEqual(expect.arrayContaining(['path', 'service', 'minor']))
  expect(kindsOf(streets?.file ?? never())).not.toContain('building')
  expect(kindsOf(createStreets(story, xml, true)?.file ?? never())).toContain('building')
  expect(createStreets(story, json)).toEqual(streets)
})

test('the hole of an area goes around the other way than the area', async () => {
  const outer = [
    [0, 0],
    [0.01, 0],
    [0.01, 0.01],
    [0, 0.01],
    [0, 0],
  ]
  const hole = [
    [0.003, 0.003],
    [0.006, 0.003],
    [0.006, 0.006],
    [0.003, 0.006],
    [0.003, 0.003],
  ]
  const file = { lines: [outer, hole] as unknown as Position[][], kind: 'green' as const, tags: {} }
  const streets = createStreets(storyAt([0.005, 0.005]), {
    features: [file],
    credit: { text: 'a', url: 'b', license: 'c' },
  })
  const [shape] = streets?.file.shapes ?? never()
  const rings = decodeArcs({ steps: streets?.file.steps ?? NaN, arcs: shape?.arcs ?? '' })
  const areas = rings.map((ring) =>
    ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0),
  )
  expect(areas.map(Math.sign).toSorted((a, b) => a - b)).toEqual([-1, 1])
})

test('close up, the Euphrates goes on from the basemap’s course to the banks that the streets have', () => {
  const basemap = parseBasemap(readFileSync('geo/raqqa.basemap.json', 'utf8'))
  const streets = parseStreets(readFileSync('geo/raqqa.streets.json', 'utf8'))
  const { shapes, credits } = decodeBasemap(withStreets(basemap, streets))
  const [west, south, east, north] = streets.bounds[0] ?? never()
  // The basemap's course runs a little beside the town.
  const inTown = ([x, y]: Position): boolean => x > west && x < east && y > south - 0.02 && y < north + 0.02
  const near = (zoom: number): Position[] =>
    shapes
      .filter(({ kind, from = 0, to = Infinity }) => kind === 'river' && zoom >= from && zoom < to)
      .flatMap(({ lines }) => lines.flat())
  const banks = shapes.filter(({ kind }) => kind === 'water').flatMap(({ lines }) => lines.flat())
  const meetsBank = ([x, y]: Position): boolean => banks.some(([a, b]) => Math.hypot(a - x, b - y) < 0.001)
  expect(near(8).some(inTown)).toBe(true)
  expect(near(14).filter((position) => inTown(position) && !meetsBank(position))).toEqual([])
  expect(near(14).filter(meetsBank).length).toBeGreaterThanOrEqual(2)
  expect(credits[0]?.text).toBe('Streets traced from Copernicus Sentinel-2 imagery, 2017')
})

function never(): never {
  throw new Error('There are no streets.')
}
