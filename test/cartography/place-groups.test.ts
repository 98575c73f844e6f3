import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Bounds } from '../../src/cartography/basemap.ts'
import { type Point, project, worldSize } from '../../src/cartography/mercator.ts'
import { createPlaceIndex, maxZoom, type PlaceGroup } from '../../src/cartography/place-groups.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { createRandom, placeAt } from './place-at.ts'

const raqqa = parseStory(readFileSync(join(import.meta.dirname, '../../geo/raqqa.geojson'), 'utf8')).places
const world: Bounds = [-180, -85, 180, 85]
const zooms = Array.from({ length: 4 * maxZoom + 1 }, (_, i) => i / 4)

const namesOf = (groups: readonly PlaceGroup[]): string[][] =>
  groups.map(({ places }) => places.map(({ name }) => name))

/** Where a group's marker stands, in pixels. */
function pointOf({ position, offset }: PlaceGroup, zoom: number): Point {
  const { x, y } = project(position)
  return { x: x * worldSize(zoom) + offset.x, y: y * worldSize(zoom) + offset.y }
}

/** The shortest distance between two markers, in pixels. */
function nearest(groups: readonly PlaceGroup[], zoom: number): number {
  const points = groups.map((group) => pointOf(group, zoom))
  return Math.min(...points.flatMap((a, i) => points.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))))
}

test('at every zoom each place of the Raqqa story is in one group, and no other', () => {
  const index = createPlaceIndex(raqqa)
  for (const zoom of zooms) {
    const numbers = index.groupsAt(zoom, world).flatMap(({ places }) => places.map(({ number }) => number))
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  }
})

test('at every zoom the markers of the Raqqa story are farther apart than a marker is wide', () => {
  const index = createPlaceIndex(raqqa)
  for (const zoom of zooms) expect(nearest(index.groupsAt(zoom, world), zoom)).toBeGreaterThan(40)
})

test('seen from afar, Raqqa stands for its four places and Deir Ezzor for itself', () => {
  const groups = createPlaceIndex(raqqa).groupsAt(6.4, world)
  expect(namesOf(groups)).toEqual([
    ['Raqqa', 'Al-Naim roundabout', 'Main hospital', 'Municipal stadium'],
    ['Deir Ezzor'],
  ])
  expect(groups.map(({ lead }) => lead.name)).toEqual(['Raqqa', 'Deir Ezzor'])
})

test('seen from close by, no place of the Raqqa story is grouped', () => {
  const index = createPlaceIndex(raqqa)
  for (const zoom of [15, 16, 17, 18]) expect(index.groupsAt(zoom, world)).toHaveLength(5)
})

test('a place is alone from the zoom on that is told for it', () => {
  const index = createPlaceIndex(raqqa)
  for (const place of raqqa) {
    const zoom = index.zoomOf(place)
    const aloneAt = (z: number) => index.groupsAt(z, world).some(({ count, lead }) => count === 1 && lead === place)
    expect([aloneAt(zoom), aloneAt(zoom - 1)]).toEqual([true, false])
  }
})

test('a group falls apart at its split zoom', () => {
  const index = createPlaceIndex(raqqa)
  for (const zoom of [6, 9.3, 12.5, 13.7]) {
    const [group] = index.groupsAt(zoom, world)
    if (!group || group.count === 1) throw new Error('There is no group to split.')
    expect(index.groupsAt(Math.ceil(group.splitZoom), world).length).toBeGreaterThan(index.groupsAt(zoom, world).length)
  }
})

test('only what lies within the bounds is given', () => {
  const index = createPlaceIndex(raqqa)
  expect(namesOf(index.groupsAt(15, [40, 35, 41, 36]))).toEqual([['Deir Ezzor']])
  expect(index.groupsAt(15, [0, 0, 1, 1])).toEqual([])
})

for (const count of [2, 3, 6, 40]) {
  test(`${count} places at the same spot are one group, and side by side at the closest zoom`, () => {
    const index = createPlaceIndex(Array.from({ length: count }, (_, i) => placeAt(i + 1, 39, 36)))
    expect(index.groupsAt(17, world).map((group) => group.count)).toEqual([count])
    const groups = index.groupsAt(maxZoom, world)
    expect(groups).toHaveLength(count)
    expect(nearest(groups, maxZoom)).toBeGreaterThan(31)
  })
}

test('a place alone is nowhere moved from its position', () => {
  const index = createPlaceIndex(raqqa)
  for (const group of index.groupsAt(maxZoom, world)) {
    expect(group.offset).toEqual({ x: 0, y: 0 })
    expect(group.position).toEqual(group.lead.position)
  }
})

test('places on both sides of the antimeridian are grouped across it, and drawn next to each other', () => {
  const [west, east] = [placeAt(1, 179.99, -17), placeAt(2, -179.99, -17)]
  const index = createPlaceIndex([west, east])
  expect(index.groupsAt(4, [170, -30, 190, 0]).map(({ count, position: [lng] }) => [count, lng])).toEqual([[2, 180]])
  const apart = index.groupsAt(14, [179, -18, 181, -16])
  expect(apart.map(({ position: [lng] }) => Math.round(lng * 100) / 100)).toEqual([179.99, 180.01])
  expect([index.positionOf(west)[0], index.positionOf(east)[0]]).toEqual([179.99, 180.01])
})

test('of 5,000 places each is in one group at every zoom, and at the closest none is grouped', () => {
  const random = createRandom(42)
  const places = Array.from({ length: 5000 }, (_, i) => placeAt(i + 1, 30 + random() * 10, 30 + random() * 10))
  const index = createPlaceIndex(places)
  for (const zoom of [4, 6.5, 9, 12, 15]) {
    const groups = index.groupsAt(zoom, world)
    expect(new Set(groups.flatMap((group) => group.places)).size).toBe(5000)
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(5000)
    expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
  }
  expect(index.groupsAt(maxZoom, world).every(({ count }) => count === 1)).toBe(true)
})

test('groups are in the order of the story, so that the keyboard goes through them in it', () => {
  const index = createPlaceIndex(raqqa)
  for (const zoom of zooms) {
    const first = index.groupsAt(zoom, world).map(({ places }) => places[0]?.number ?? 0)
    expect(first).toEqual(first.toSorted((a, b) => a - b))
  }
})

test('the place that holds the others names the group: a region before a city before a spot', () => {
  const spots = [placeAt(1, 39, 36), placeAt(2, 39, 36, 'city'), placeAt(3, 39, 36, 'region'), placeAt(4, 39, 36)]
  const leadOf = (places: typeof spots) => createPlaceIndex(places).groupsAt(8, world)[0]?.lead.number
  expect(leadOf(spots)).toBe(3)
  expect(leadOf(spots.filter(({ precision }) => precision !== 'region'))).toBe(2)
  expect(leadOf(spots.filter(({ precision }) => precision === 'exact'))).toBe(1)
})
