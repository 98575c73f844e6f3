import { expect, test } from 'vitest'
import { standardGeometry } from '../../src/story/antimeridian-cut.ts'
import { type NonEmpty, type PlaceGeometry, type Position, positionsOf } from '../../src/story/geometry.ts'
import { readFixture } from './fixture.ts'

test('a line across the antimeridian is cut in two, which meet there', () => {
  expect(standardGeometry({ type: 'LineString', coordinates: [[178, -18, 10], [-178, -20, 30]] })).toEqual({
    type: 'MultiLineString',
    coordinates: [[[178, -18, 10], [180, -19, 20]], [[-180, -19, 20], [-178, -20, 30]]],
  }) // prettier-ignore
})

test('an area across the antimeridian is cut in two, each counterclockwise, whichever way it ran', () => {
  const ring: Ring = [[177, -19], [-178, -19], [-178, -16], [177, -16], [177, -19]] // prettier-ignore
  const turned: Ring = [[177, -19], [177, -16], [-178, -16], [-178, -19], [177, -19]] // prettier-ignore
  // 3 degrees of the area's 5 lie west of the antimeridian; it is 3 degrees high.
  for (const outer of [ring, turned]) expect(areasOf({ type: 'Polygon', coordinates: [outer] })).toEqual([[6], [9]])
})

test('a hole that crosses the antimeridian becomes a bay on either side, and one that does not stays a hole', () => {
  const outer: Ring = [[170, 0], [-170, 0], [-170, 9], [170, 9], [170, 0]] // prettier-ignore
  const crossing: Ring = [[178, 4], [178, 6], [-178, 6], [-178, 4], [178, 4]] // prettier-ignore
  const whole: Ring = [[172, 4], [172, 6], [174, 6], [174, 4], [172, 4]] // prettier-ignore
  expect(areasOf({ type: 'Polygon', coordinates: [outer, crossing, whole] })).toEqual([[86], [86, -4]])
})

test('an area around a pole stays in one piece', () => {
  const polar: PlaceGeometry = { type: 'Polygon', coordinates: [[[0, 80], [120, 80], [-120, 80], [0, 80]]] } // prettier-ignore
  expect(standardGeometry(polar).type).toBe('Polygon')
})

test('what does not cross the antimeridian, and what was cut there already, stays as it is', () => {
  for (const name of ['geometries', 'antimeridian']) {
    const { features } = JSON.parse(readFixture(`good/${name}.geojson`)) as { features: { geometry: PlaceGeometry }[] }
    for (const { geometry } of features) expect(standardGeometry(geometry)).toEqual(geometry)
  }
})

type Ring = NonEmpty<Position>

/** The areas of the rings of each part of a cut area in square degrees, negative if they run clockwise, the smallest first. */
function areasOf(geometry: PlaceGeometry): number[][] {
  const cut = standardGeometry(geometry)
  if (cut.type !== 'MultiPolygon') throw new Error('It was not cut.')
  for (const [lng] of positionsOf(cut)) expect(Math.abs(lng)).toBeLessThanOrEqual(180)
  return cut.coordinates
    .map((rings) => rings.map(areaOf))
    .sort((a, b) => a.length - b.length || Number(a[0]) - Number(b[0]))
}

function areaOf(ring: Ring): number {
  return ring.reduce((sum, [x2, y2], i) => {
    const [x1, y1] = ring[i - 1] ?? [x2, y2]
    return sum + (x1 * y2 - x2 * y1) / 2
  }, 0)
}
