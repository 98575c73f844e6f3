import { expect, test } from 'vitest'
import { standardGeometry } from '../../src/story/antimeridian-cut.ts'
import { joinAtAntimeridian } from '../../src/story/antimeridian-join.ts'
import type { NonEmpty, PlaceGeometry, Position } from '../../src/story/geometry.ts'
import { placePosition } from '../../src/story/place-position.ts'

type Ring = NonEmpty<Position>

const ring = (...corners: [number, number][]): Ring => [corners[0] ?? [0, 0], ...corners.slice(1), corners[0] ?? [0, 0]]
const box = ring([170, 0], [-169, 0], [-169, 9], [170, 9])

/** Cuts a geometry, and joins it again. */
const again = (geometry: PlaceGeometry): PlaceGeometry => joinAtAntimeridian(standardGeometry(geometry))

test('a line that was cut is one line again, wherever its parts stand in the file', () => {
  const line: PlaceGeometry = { type: 'LineString', coordinates: [[170, 1], [179, 2], [-179, 4], [179, 6], [170, 8]] } // prettier-ignore
  const cut = standardGeometry(line)
  if (cut.type !== 'MultiLineString') throw new Error('It was not cut.')
  expect(cut.coordinates).toHaveLength(3)
  const [first, second, third] = cut.coordinates
  if (!second || !third) throw new Error('It was not cut twice.')
  for (const coordinates of [cut.coordinates, [third, second, first]] as const) {
    const joined = joinAtAntimeridian({ type: 'MultiLineString', coordinates })
    if (joined.type !== 'MultiLineString') throw new Error('They are no lines any more.')
    expect(joined.coordinates).toHaveLength(1)
    expect(joined.coordinates[0].map(([lng]) => lng)).toEqual([170, 179, 180, -179, -180, 179, 170])
  }
})

test.each<[string, NonEmpty<Ring>]>([
  ['an area', [box]],
  ['an area with a hole across the antimeridian', [box, ring([178, 4], [178, 6], [-178, 6], [-178, 4])]],
  ['an area with a hole on one side', [box, ring([172, 4], [172, 6], [174, 6], [174, 4])]],
  [
    'an area that crosses twice',
    [ring([170, 0], [-170, 0], [-170, 9], [170, 9], [170, 7], [-175, 7], [-175, 2], [170, 2])],
  ],
])('%s has its marker where it was, no edge at the antimeridian, and as many rings', (_, coordinates) => {
  const whole: PlaceGeometry = { type: 'Polygon', coordinates }
  const joined = again(whole)
  if (joined.type !== 'MultiPolygon') throw new Error('It was not cut.')
  expect(joined.coordinates).toHaveLength(1)
  const [rings] = joined.coordinates
  expect(rings).toHaveLength(coordinates.length)
  for (const positions of rings) {
    expect(positions[0]).toEqual(positions[positions.length - 1])
    const seams = positions.filter(([lng], i) => Math.abs(lng) === 180 && positions[i - 1]?.[0] === lng)
    expect(seams).toEqual([])
  }
  const [expected, position] = [placePosition(whole), placePosition(joined)]
  for (const axis of [0, 1] as const) expect(position[axis]).toBeCloseTo(expected[axis], 5)
})

test('two islands that were cut, and one that was not, stay three areas', () => {
  const small = ring([179, 20], [-179, 20], [-179, 21], [179, 21])
  const west = ring([100, 0], [101, 0], [101, 1])
  const joined = again({ type: 'MultiPolygon', coordinates: [[west], [box], [small]] })
  if (joined.type !== 'MultiPolygon') throw new Error('They are no areas any more.')
  expect(joined.coordinates.map((rings) => rings.length)).toEqual([1, 1, 1])
})

test('what ends at the antimeridian, and has nothing on the other side, stays as it is', () => {
  const half: PlaceGeometry = { type: 'MultiPolygon', coordinates: [[ring([170, 0], [180, 0], [180, 9], [170, 9])], [ring([0, 0], [1, 0], [1, 1])]] } // prettier-ignore
  expect(joinAtAntimeridian(half)).toEqual(half)
  const lines: PlaceGeometry = { type: 'MultiLineString', coordinates: [[[170, 0], [180, 0]], [[-180, 1], [-170, 1]]] } // prettier-ignore
  expect(joinAtAntimeridian(lines)).toEqual(lines)
})
