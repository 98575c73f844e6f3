import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contains } from '../../../src/build/basemap/rings.ts'
import { createStreets } from '../../../src/build/streets/create-streets.ts'
import { readStreets } from '../../../src/build/streets/read-streets.ts'
import { createSea, type Sea } from '../../../src/build/streets/sea.ts'
import { decodeArcs } from '../../../src/cartography/arc-grid.ts'
import type { Position } from '../../../src/story/geometry.ts'
import { parseStory } from '../../../src/story/parse-story.ts'

type Line = readonly Position[]

const box = [0, 0, 10, 10] as const
/** Land is on the left of each. */
const northward: Line = [
  [5, -1],
  [5, 11],
]
const island: Line = [
  [7, 7],
  [8, 7],
  [8, 8],
  [7, 8],
  [7, 7],
]

const isWet = (sea: Sea | undefined, x: number, y: number): boolean =>
  sea?.areas.some((rings) => contains(rings, [x, y])) ?? false

test('the sea is on the right of a coastline, up to the edge of the box', () => {
  const sea = createSea([northward], box)
  expect(sea?.box).toEqual(box)
  expect([isWet(sea, 4.9, 5), isWet(sea, 5.1, 5), isWet(sea, 9.9, 0.1), isWet(sea, 9.9, 9.9)]).toEqual([
    false,
    true,
    true,
    true,
  ])
  const west = createSea([northward.toReversed()], box)
  expect([isWet(west, 4.9, 5), isWet(west, 5.1, 5), isWet(west, 0.1, 0.1)]).toEqual([true, false, true])
})

test('ways that meet are one coast, in whatever order they come', () => {
  const ways: Line[] = [
    [
      [6, 5],
      [5, 11],
    ],
    [
      [5, -1],
      [6, 5],
    ],
  ]
  const sea = createSea(ways, box)
  expect(sea?.box).toEqual(box)
  expect([isWet(sea, 5.5, 5), isWet(sea, 6.5, 5)]).toEqual([false, true])
})

test('an island is land, also where there is no other coast, and one that lies across the edge', () => {
  const sea = createSea([northward, island], box)
  expect([isWet(sea, 7.5, 7.5), isWet(sea, 6.5, 7.5), isWet(sea, 2, 2)]).toEqual([false, true, false])
  const alone = createSea([island], box)
  expect([isWet(alone, 7.5, 7.5), isWet(alone, 2, 2), isWet(alone, 9.9, 0.1)]).toEqual([false, true, true])
  const across = createSea([island.map(([x, y]): Position => [x + 2.5, y])], box)
  expect([isWet(across, 9.8, 7.5), isWet(across, 9.8, 6.5), isWet(across, 0.1, 9.9)]).toEqual([false, true, true])
})

test('a strait and a bay are water between two coasts', () => {
  const strait = createSea([northward, northward.map(([, y]): Position => [8, y]).toReversed()], box)
  expect([isWet(strait, 4, 5), isWet(strait, 6, 5), isWet(strait, 9, 5)]).toEqual([false, true, false])
  const bay: Line = [
    [11, 6],
    [3, 6],
    [3, 4],
    [11, 4],
  ]
  // The land is around it: on the left, the line goes around it clockwise.
  const sea = createSea([bay.toReversed()], box)
  expect([isWet(sea, 5, 5), isWet(sea, 5, 7), isWet(sea, 5, 3), isWet(sea, 1, 5)]).toEqual([true, false, false, false])
})

test('where an export ends amid a coast, nothing is said of what lies beyond', () => {
  const sea = createSea(
    [
      [
        [5, -1],
        [5, 8],
      ],
    ],
    box,
  )
  expect(sea?.box).toEqual([0, 0, 10, 8])
  expect([isWet(sea, 4, 5), isWet(sea, 6, 5), isWet(sea, 6, 9)]).toEqual([false, true, false])
})

test('without a coastline there is no sea', () => {
  expect(createSea([], box)).toBeUndefined()
  expect(
    createSea(
      [
        [
          [20, 0],
          [20, 5],
        ],
      ],
      box,
    ),
  ).toBeUndefined()
})

test('an export of a port gives its streets, the land and the sea', async () => {
  const raqqa = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))
  const line = (tags: object, coordinates: readonly (readonly number[])[]) => ({
    type: 'Feature',
    properties: tags,
    geometry: { type: 'LineString', coordinates },
  })
  const path = join(mkdtempSync(join(tmpdir(), 'article-map-')), 'port.geojson')
  const features = [
    line({ highway: 'primary' }, [
      [38.99, 35.94],
      [39.0, 35.97],
    ]),
    line({ highway: 'residential' }, [
      [38.99, 35.955],
      [39.04, 35.955],
    ]),
    line({ natural: 'coastline' }, [
      [39.005, 35.9],
      [39.005, 36],
    ]),
  ]
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }))
  const file = createStreets(raqqa, await readStreets(path, []))?.file
  expect(file?.shapes.map(({ kind }) => kind)).toEqual(['ground', 'sea', 'minor', 'major'])
  const rings = decodeArcs({ steps: file?.steps ?? NaN, arcs: file?.shapes[1]?.arcs ?? '' })
  expect([contains(rings, [39.004, 35.955]), contains(rings, [39.006, 35.955])]).toEqual([false, true])
})
