import { expect, test } from 'vitest'
import type { NonEmpty, Position } from '../../src/story/geometry.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { placePosition } from '../../src/story/place-position.ts'
import { readFixture } from './fixture.ts'

test('the marker of a point stands on it, without its altitude', () => {
  expect(placePosition({ type: 'Point', coordinates: [8, 46, 1447] })).toEqual([8, 46])
})

test('the marker of a point at the antimeridian stands on its side of it', () => {
  expect([180, -180].map((lng) => placePosition({ type: 'Point', coordinates: [lng, 0] })[0])).toEqual([180, -180])
})

test('a line takes the shorter way around the earth', () => {
  expect(placePosition({ type: 'LineString', coordinates: [[100, 0], [-90, 0]] })).toEqual([-175, 0]) // prettier-ignore
})

test('the marker of a line stands half of its length along it', () => {
  expect(placePosition({ type: 'LineString', coordinates: [[0, 0], [0, 1], [0, 10]] })).toEqual([0, 5]) // prettier-ignore
})

test('the marker of a line of no length stands on it', () => {
  expect(placePosition({ type: 'LineString', coordinates: [[8, 46], [8, 46]] })).toEqual([8, 46]) // prettier-ignore
})

test('the marker of several lines stands on the longest', () => {
  const coordinates: NonEmpty<NonEmpty<Position>> = [[[0, 0], [0, 1]], [[5, 0], [5, 4]], [[9, 0], [9, 2]]] // prettier-ignore
  expect(placePosition({ type: 'MultiLineString', coordinates })).toEqual([5, 2])
})

test('the marker of an area stands in its middle', () => {
  const [lng, lat] = placePosition({ type: 'Polygon', coordinates: [square(8, 46, 2)] })
  expect([lng, lat]).toEqual([expect.closeTo(8), expect.closeTo(46)])
})

test('the marker of a horseshoe stands on it, not between its arms', () => {
  const ring: NonEmpty<Position> = [[0, 0], [9, 0], [9, 9], [6, 9], [6, 2], [3, 2], [3, 9], [0, 9], [0, 0]] // prettier-ignore
  const [lng] = placePosition({ type: 'Polygon', coordinates: [ring] })
  expect(lng < 3 || lng > 6).toBe(true)
})

test('the marker of an area with a hole in its middle stands beside the hole', () => {
  const [lng] = placePosition({ type: 'Polygon', coordinates: [square(0, 0, 8), square(0, 0, 4)] })
  expect(Math.abs(lng)).toBeGreaterThan(2)
  expect(Math.abs(lng)).toBeLessThan(4)
})

test('the marker of several areas stands in the one that is largest on the ground', () => {
  const largest = placePosition({ type: 'MultiPolygon', coordinates: [[square(0, 80, 4)], [square(20, 0, 3)]] })
  expect(largest).toEqual([expect.closeTo(20), expect.closeTo(0)])
})

test('an area without an extent still has a marker', () => {
  const ring: NonEmpty<Position> = [[8, 46], [8, 46], [8, 46], [8, 46]] // prettier-ignore
  expect(placePosition({ type: 'Polygon', coordinates: [ring] })).toEqual([8, 46])
})

test('markers of lines and areas across the antimeridian stand on them, not on the other side of the earth', () => {
  const { places } = parseStory(readFixture('good/antimeridian.geojson'))
  expect(places.map(({ id, position }) => [id, ...position])).toEqual([
    ['line', expect.closeTo(-178.4, 1), expect.closeTo(-19.6, 1)],
    ['cut', expect.closeTo(179.5), expect.closeTo(-17.5)],
  ])
})

function square(lng: number, lat: number, side: number): NonEmpty<Position> {
  const [w, s, e, n] = [lng - side / 2, lat - side / 2, lng + side / 2, lat + side / 2]
  return [[w, s], [e, s], [e, n], [w, n], [w, s]] // prettier-ignore
}
