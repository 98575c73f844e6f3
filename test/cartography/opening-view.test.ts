import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nearestLongitude, project, unproject, worldSize, zoomOfWorldSize } from '../../src/cartography/mercator.ts'
import { openingView, openingZoom, reachOf, storyMiddle } from '../../src/cartography/opening-view.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { placeAt } from './place-at.ts'

const raqqa = parseStory(readFileSync(join(import.meta.dirname, '../../geo/raqqa.geojson'), 'utf8')).places

/** Kilometres across a view, at its middle. */
function widthOf(view: ReturnType<typeof openingView>): number {
  const [, lat] = unproject(view.center)
  return view.width * 40_075 * Math.cos((lat * Math.PI) / 180)
}

for (const size of [
  { x: 280, y: 200 },
  { x: 300, y: 250 },
  { x: 390, y: 844 },
  { x: 1280, y: 800 },
  { x: 3840, y: 2160 },
]) {
  test(`at ${size.x} × ${size.y} all places of the Raqqa story are in sight, with room for their markers`, () => {
    const view = openingView(raqqa)
    const scale = worldSize(openingZoom(view, size))
    for (const { position } of raqqa) {
      const point = project(position)
      expect(Math.abs(point.x - view.center.x) * scale).toBeLessThan(size.x / 2 - 24)
      expect(Math.abs(point.y - view.center.y) * scale).toBeLessThan(size.y / 2 - 24)
    }
  })
}

test('a single place is shown with what lies around it: a spot closely, a city wider, a region widest', () => {
  const width = (precision: 'exact' | 'city' | 'region') =>
    Math.round(widthOf(openingView([placeAt(1, 39, 36, precision)])))
  expect([width('exact'), width('city'), width('region')]).toEqual([12, 60, 400])
})

test('on a map of the whole world a village is shown with the countries around it', () => {
  const village = [placeAt(1, -8, 38, 'exact')]
  expect(Math.round(widthOf(openingView(village, { bounds: [-180, -60, 180, 84] })))).toBe(500)
  expect(Math.round(widthOf(openingView(village, { bounds: [-20, 30, 10, 50] })))).toBe(12)
})

test('places on both sides of the antimeridian are shown across it, not around the world', () => {
  const view = openingView([placeAt(1, 178, -17), placeAt(2, -179, -18)])
  expect(Math.abs(unproject(view.center)[0])).toBeCloseTo(179.5, 6)
  expect(widthOf(view)).toBeLessThan(2000)
})

test('the view does not depend on the order of the places', () => {
  expect(openingView(raqqa.toReversed())).toEqual(openingView(raqqa))
})

test('places all around the world are shown on one turn of it', () => {
  const view = openingView([-150, -90, -30, 30, 90, 150].map((lng, i) => placeAt(i + 1, lng, 0)))
  expect(view.width).toBe(1)
})

test('places at the poles stay on the map', () => {
  const view = openingView([placeAt(1, 0, 90), placeAt(2, 0, -90)])
  expect(view.center.y).toBeCloseTo(0.5, 9)
  expect(view.height).toBeLessThanOrEqual(1)
})

test('the map can be moved as far as the basemap reaches, and over all of the opening view', () => {
  const world = [-180, -85, 180, 84] as const
  const reach = (lng: number, lat: number, bounds: typeof world | readonly [number, number, number, number] = world) =>
    reachOf(bounds, openingView([placeAt(1, lng, lat)], { bounds })).map(Math.round)
  expect(reach(8, 46)).toEqual([-180, -60, 180, 84])
  expect(reach(166.67, -77.85)).toEqual([-180, -80, 180, 84])
  // Beside a basemap of somewhere else.
  expect(reach(8, 46, [30, 20, 40, 30])).toEqual([8, 20, 40, 46])
})

test('the middle of a story is that of the shortest arc that holds its places', () => {
  const middleOf = (...longitudes: number[]) => storyMiddle(longitudes.map((lng, i) => placeAt(i + 1, lng, 0)))
  expect(middleOf(10, 20)).toBe(15)
  expect(Math.abs(middleOf(170, -170))).toBe(180)
  expect(middleOf(170, -170, -160)).toBe(-175)
  expect(middleOf(39)).toBe(39)
})

test('Web Mercator puts places where its standard says, and back', () => {
  expect(project([0, 0])).toEqual({ x: 0.5, y: 0.5 })
  // Spherical Mercator of Raqqa, from EPSG:3857: x = 4 342 339.6 m, y = 4 292 843.9 m on a world of 40 075 016.7 m.
  const { x, y } = project([39.0079, 35.9528])
  expect((x - 0.5) * 40_075_016.6856).toBeCloseTo((39.0079 / 360) * 40_075_016.6856, 3)
  expect((0.5 - y) * 40_075_016.6856).toBeCloseTo(
    6_378_137 * Math.log(Math.tan(Math.PI / 4 + (35.9528 * Math.PI) / 360)),
    3,
  )
  const [lng, lat] = unproject({ x, y })
  expect([lng, lat].map((degrees) => Number(degrees.toFixed(9)))).toEqual([39.0079, 35.9528])
})

test('beyond its last latitude Web Mercator ends', () => {
  expect(project([0, 90]).y).toBeCloseTo(0, 6)
  expect(project([0, -90]).y).toBeCloseTo(1, 6)
})

test('a zoom is as many pixels as Leaflet gives it, and back', () => {
  expect([worldSize(0), worldSize(1), worldSize(6.5)]).toEqual([256, 512, 256 * 2 ** 6.5])
  expect(zoomOfWorldSize(worldSize(7.25))).toBeCloseTo(7.25, 9)
})

test('a longitude is turned to be the nearest to another', () => {
  expect([nearestLongitude(-179, 179), nearestLongitude(179, -179), nearestLongitude(10, 20)]).toEqual([181, -181, 10])
})
