import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { project, unproject, worldSize } from '../../src/cartography/mercator.ts'
import { openingView, openingZoom, reachOf } from '../../src/cartography/opening-view.ts'
import { createPlaceIndex } from '../../src/cartography/place-groups.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import type { Place } from '../../src/story/story.ts'
import { createRandom, placeAt } from './place-at.ts'

const raqqa = parseStory(readFileSync(join(import.meta.dirname, '../../geo/raqqa.geojson'), 'utf8'))

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
    for (const { position } of raqqa.places) {
      const point = project(position)
      expect(Math.abs(point.x - view.center.x) * scale).toBeLessThan(size.x / 2 - 24)
      expect(Math.abs(point.y - view.center.y) * scale).toBeLessThan(size.y / 2 - 24)
    }
  })
}

test('a single place is shown with what lies around it: a spot closely, a city wider, a region widest', () => {
  const width = (precision: 'exact' | 'city' | 'region') =>
    Math.round(widthOf(openingView({ places: [placeAt(1, 39, 36, precision)] })))
  expect([width('exact'), width('city'), width('region')]).toEqual([12, 60, 400])
})

test('on a map of the whole world a village is shown with the countries around it', () => {
  const village = { places: [placeAt(1, -8, 38, 'exact')] }
  expect(Math.round(widthOf(openingView(village, { bounds: [-180, -60, 180, 84] })))).toBe(500)
  expect(Math.round(widthOf(openingView(village, { bounds: [-20, 30, 10, 50] })))).toBe(12)
})

/** How many markers are seen on a map of the size of an article's column, and on a phone. */
function markersOf(places: readonly Place[], view = openingView({ places })): number[] {
  const index = createPlaceIndex(places)
  return [
    { x: 680, y: 480 },
    { x: 390, y: 480 },
  ].map((size) => index.groupsAt(openingZoom(view, size), [-540, -90, 540, 90]).length)
}

/** The places of a story: their latitudes and longitudes. */
const placesAt = (...positions: [number, number][]): Place[] =>
  positions.map(([lat, lng], i) => placeAt(i + 1, lng, lat, 'city'))

const storm = placesAt(
  [14.6, 120.98], // Manila
  [13.14, 123.74], // Legazpi
  [11.78, 124.88], // Catbalogan
  [11.24, 125], // Tacloban
  [10.72, 122.56], // Iloilo
  [10.32, 123.9], // Cebu
  [9.79, 125.5], // Surigao
  [8.95, 125.53], // Butuan
  [8.48, 124.65], // Cagayan de Oro
  [7.07, 125.6], // Davao
)
const rhone = placesAt(
  [46.56, 8.36], // Gletsch
  [46.31, 7.99], // Brig
  [46.23, 7.36], // Sion
  [46.52, 6.63], // Lausanne
  [46.2, 6.14], // Geneva
  [45.76, 4.84], // Lyon
  [45.52, 4.87], // Vienne
  [44.93, 4.89], // Valence
  [44.56, 4.75], // Montélimar
  [43.95, 4.81], // Avignon
  [43.68, 4.63], // Arles
  [43.39, 4.8], // Port-Saint-Louis
)
const beirut = placesAt([33.8957, 35.4825], [33.8945, 35.5155], [33.8977, 35.5255], [33.8997, 35.4805])

test('a storm, a river and the streets of a town open as many markers, not as a bubble', () => {
  expect([storm, rhone, beirut].map((places) => markersOf(places))).toEqual([
    [8, 8],
    [8, 8],
    [4, 3],
  ])
})

test('four places of one town and a city far away open with the country around them: a closer view parts none of them', () => {
  expect(Math.round(widthOf(openingView(raqqa)))).toBe(515)
  expect(markersOf(raqqa.places)).toEqual([2, 2])
})

test('what lies around the places is shown as long as no further markers fall together', () => {
  const [near, far] = [placesAt([46, 8], [46, 8.1]), placesAt([46, 8], [46, 8.01], [46, 8.1])]
  expect([near, far].map((places) => markersOf(places))).toEqual([
    [2, 2],
    [3, 2],
  ])
  expect(widthOf(openingView({ places: near }))).toBeGreaterThan(3 * widthOf(openingView({ places: far })))
})

test('two towns far apart open as two markers, each of which opens as its places', () => {
  const town = (lat: number, lng: number) =>
    [0, 1, 2, 3].map((i): [number, number] => [lat + (i % 2) / 200, lng + i / 200])
  const places = placesAt(...town(46.95, 7.44), ...town(46.2, 6.14))
  expect(markersOf(places)).toEqual([2, 2])
  expect(markersOf(places.slice(0, 4))).toEqual([4, 4])
})

test('10,000 places of one district open as more than one marker', () => {
  const random = createRandom(7)
  const places = Array.from({ length: 10_000 }, (_, i) =>
    placeAt(i + 1, 39.2 + random() / 10, -6.8 + random() / 10, 'approximate'),
  )
  expect(Math.min(...markersOf(places))).toBeGreaterThan(5)
})

test('the circles in which places lie are seen whole', () => {
  const places = [{ ...placeAt(1, 39, 36), accuracy: 40_000 }, placeAt(2, 39.01, 36)]
  expect(widthOf(openingView({ places }))).toBeGreaterThanOrEqual(79_999 / 1000)
})

test('an author may say what the map opens with, across the antimeridian too', () => {
  const { places } = raqqa
  const view = openingView({ places, view: [35, 32, 43, 38] })
  const [west] = unproject({ x: view.center.x - view.width / 2, y: 0 })
  const [, north] = unproject({ x: 0, y: view.center.y - view.height / 2 })
  const [east] = unproject({ x: view.center.x + view.width / 2, y: 0 })
  const [, south] = unproject({ x: 0, y: view.center.y + view.height / 2 })
  expect([west, south, east, north].map((degrees) => Number(degrees.toFixed(9)))).toEqual([35, 32, 43, 38])
  const pacific = openingView({ places: placesAt([-17, 178], [-18, -179]), view: [170, -25, -165, -10] })
  expect(pacific.width * 360).toBeCloseTo(25, 9)
  // 182.5° east, which is on the world copy of the places.
  expect(unproject(pacific.center)[0]).toBeCloseTo(182.5 - 360 * Math.round((182.5 - 179.5) / 360), 9)
})

test('no map opens closer than its closest zoom', () => {
  expect(openingZoom({ center: { x: 0.5, y: 0.5 }, width: 1e-9, height: 1e-9 }, { x: 680, y: 480 })).toBe(18)
})

test('places on both sides of the antimeridian are shown across it, not around the world', () => {
  const view = openingView({ places: [placeAt(1, 178, -17), placeAt(2, -179, -18)] })
  expect(Math.abs(unproject(view.center)[0])).toBeCloseTo(179.5, 6)
  expect(widthOf(view)).toBeLessThan(2000)
})

test('the view does not depend on the order of the places', () => {
  expect(openingView({ places: raqqa.places.toReversed() })).toEqual(openingView(raqqa))
})

test('places all around the world are shown on one turn of it', () => {
  const view = openingView({ places: [-150, -90, -30, 30, 90, 150].map((lng, i) => placeAt(i + 1, lng, 0)) })
  expect(view.width).toBe(1)
})

test('places at the poles stay on the map', () => {
  const view = openingView({ places: [placeAt(1, 0, 90), placeAt(2, 0, -90)] })
  expect(view.center.y).toBeCloseTo(0.5, 9)
  expect(view.height).toBeLessThanOrEqual(1)
})

test('the map can be moved as far as the basemap reaches, and over all of the opening view', () => {
  const world = [-180, -85, 180, 84] as const
  const reach = (lng: number, lat: number, bounds: typeof world | readonly [number, number, number, number] = world) =>
    reachOf(bounds, openingView({ places: [placeAt(1, lng, lat)] }, { bounds })).map(Math.round)
  expect(reach(8, 46)).toEqual([-180, -60, 180, 84])
  expect(reach(166.67, -77.85)).toEqual([-180, -80, 180, 84])
  // Beside a basemap of somewhere else.
  expect(reach(8, 46, [30, 20, 40, 30])).toEqual([8, 20, 40, 46])
})
