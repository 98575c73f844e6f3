import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gzip } from '../../../src/build/gzip.ts'
import { createStreets, streetsBudget } from '../../../src/build/streets/create-streets.ts'
import { readStreets, type StreetSource } from '../../../src/build/streets/read-streets.ts'
import { createStreetExtent } from '../../../src/build/streets/street-extent.ts'
import { decodeArcs } from '../../../src/cartography/arc-grid.ts'
import { decodeBasemap } from '../../../src/cartography/basemap-file.ts'
import { parseBasemap } from '../../../src/cartography/parse-basemap.ts'
import { parseStreets } from '../../../src/cartography/parse-streets.ts'
import { type StreetsFile, withStreets } from '../../../src/cartography/streets.ts'
import type { Position } from '../../../src/story/geometry.ts'
import { raqqa, storyAt } from './story-at.ts'

/** A real extract of OpenStreetMap, from a package. */
const extract = (name: string, path: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path)
const kaltern = (format: 'osm' | 'json'): string => extract('osmtogeojson', `test-cli/data/map.${format}`)

const kindsOf = ({ shapes }: StreetsFile): string[] => shapes.map(({ kind }) => kind)
const namesOf = ({ labels }: StreetsFile): string[] => labels.map(([, , , name]) => name)

test('Raqqa’s streets are what the tracing gives today, and all of it', async () => {
  const streets = createStreets(raqqa, await readStreets('geo/streets/raqqa.geojson', []))
  expect(streets?.leftOut).toEqual([])
  expect(streets?.file).toEqual(JSON.parse(readFileSync('geo/raqqa.streets.json', 'utf8')))
})

/** A city of 160 by 160 blocks, each with a street of its own. A real one is large: `npm run programs -- streets` has it. */
const city: StreetSource = {
  coastlines: [],
  credit: { text: 'a', url: 'b', license: 'c' },
  features: Array.from({ length: 160 * 160 }, (_, i) => {
    const [column, row] = [i % 160, Math.floor(i / 160)]
    const corner = (x: number, y: number): Position => [
      11.9 + x * 0.001 + Math.sin(x * y) * 0.0002,
      57.6 + y * 0.001 + Math.cos(x + y * y) * 0.0002,
    ]
    return {
      kind: row % 10 === 0 ? 'major' : 'minor',
      lines: [[corner(column, row), corner(column + 1, row), corner(column + 1, row + 1)]],
      tags: { name: `Street ${row}` },
    } as const
  }),
}

describe('of a city with 25,600 streets', () => {
  const story = storyAt([11.98, 57.68], [11.96, 57.67])
  const drawn = createStreets(story, city) ?? never()

  test('as many are kept as the budget allows, those at the places first, and what was left out is said', () => {
    const streets = createStreets(story, city)
    expect(gzip(JSON.stringify(streets?.file)).length).toBeLessThanOrEqual(streetsBudget)
    expect(new Set(kindsOf(streets?.file ?? never()))).toEqual(new Set(['minor', 'major']))
    expect(streets?.leftOut).toContain('minor streets around the places')
    expect(streets?.leftOut).not.toContain('minor streets')
  })

  test('they are named along their course, and the story’s own names are left to the story', () => {
    expect(namesOf(createStreets(story, city)?.file ?? never())).toContain('Street 80')
    const own = { ...story, places: story.places.map((place) => ({ ...place, name: 'Street 80' })) }
    expect(namesOf(createStreets(own, city)?.file ?? never())).not.toContain('Street 80')
  })

  test('names stand on their streets, none is a single letter, and none is twice where both are seen', () => {
    const { shapes, steps, labels } = drawn.file
    const lines = shapes.flatMap(({ arcs }) => decodeArcs({ steps, arcs }))
    const kilometres = ([x, y]: Position, [a, b]: Position): number => Math.hypot((x - a) * Math.cos(1), y - b) * 111.2
    const away = (at: Position): number =>
      Math.min(...lines.flatMap((line) => line.slice(1).map((end, i) => distanceTo(at, line[i] ?? end, end))))
    const named = labels.filter(([kind]) => kind === 'street')
    expect(named.filter(([, x, y]) => away([x, y]) > 0.0003).map(([, , , name]) => name)).toEqual([])
    expect(labels.filter(([, , , name]) => name.length < 2)).toEqual([])
    const twice = named.filter(([, x, y, name, zoom], i) =>
      named
        .slice(0, i)
        .some((other) => other[3] === name && kilometres([x, y], [other[1], other[2]]) < 20_000 / 2 ** zoom),
    )
    expect(twice).toEqual([])
  })

  test('where the surroundings of two groups of places overlap, nothing is drawn twice', () => {
    // So far apart that they do not share a box.
    const far = storyAt([11.973, 57.7089], [11.9526, 57.6903])
    const { shapes, steps } = createStreets(far, city)?.file ?? never()
    const segments = shapes.flatMap(({ arcs }) =>
      decodeArcs({ steps, arcs }).flatMap((line) =>
        line.slice(1).map((end, i) => [line[i], end].map(String).toSorted().join(' ')),
      ),
    )
    expect(segments.length).toBeGreaterThan(500)
    expect(segments.length - new Set(segments).size).toBeLessThan(10)
  })

  test('where there is no room for all around the places, short streets are whole: none ends along a straight line', () => {
    const streets = drawn
    expect(streets.leftOut).toContain('minor streets around the places')
    const { shapes, steps } = streets.file
    const ends = shapes
      .filter(({ kind }) => kind === 'minor')
      .flatMap(({ arcs }) => decodeArcs({ steps, arcs }))
      .flatMap((line) => [line[0], line.at(-1)])
    const [west, south, east, north] = createStreetExtent(story.places).near[0] ?? never()
    const isOn = (at: number | undefined, edge: number): boolean => Math.abs((at ?? NaN) - edge) < 2 / steps
    const cut = ends.filter(
      (end) => [west, east].some((edge) => isOn(end?.[0], edge)) || [south, north].some((edge) => isOn(end?.[1], edge)),
    )
    expect(cut.length).toBeLessThan(10)
  })

  test('those of another town are none of this story’s', () => {
    expect(createStreets(storyAt([9, 48]), city)).toBeUndefined()
  })
})

test('OpenStreetMap is credited, with the day of the extract', async () => {
  const { credit } = await readStreets(kaltern('json'), [])
  expect(credit).toEqual({
    text: '© OpenStreetMap contributors, 2014-03-13',
    url: 'https://www.openstreetmap.org/copyright',
    license: 'ODbL-1.0',
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
    coastlines: [],
    credit: { text: 'a', url: 'b', license: 'c' },
  })
  const [shape] = streets?.file.shapes ?? never()
  const rings = decodeArcs({ steps: streets?.file.steps ?? NaN, arcs: shape?.arcs ?? '' })
  const areas = rings.map((ring) =>
    ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0),
  )
  expect(areas.map(Math.sign).toSorted((a, b) => a - b)).toEqual([-1, 1])
})

test('among streets, which are white, the story’s own country is no whiter than any land', () => {
  const basemap = parseBasemap(readFileSync('geo/raqqa.basemap.json', 'utf8'))
  const isHomeDrawn = (file: Parameters<typeof decodeBasemap>[0], zoom: number): boolean =>
    decodeBasemap(file).shapes.some(({ kind, to = Infinity }) => kind === 'home' && zoom < to)
  const streets = withStreets(basemap, parseStreets(readFileSync('geo/raqqa.streets.json', 'utf8')))
  expect([isHomeDrawn(streets, 8), isHomeDrawn(streets, 13), isHomeDrawn(basemap, 13)]).toEqual([true, false, true])
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

/** How far a point is from a segment, in degrees of latitude. */
function distanceTo([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const narrow = Math.cos((y * Math.PI) / 180)
  const [dx, dy] = [(bx - ax) * narrow, by - ay]
  const along = ((x - ax) * narrow * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot((x - ax) * narrow - share * dx, y - ay - share * dy)
}

function never(): never {
  throw new Error('There are no streets.')
}
