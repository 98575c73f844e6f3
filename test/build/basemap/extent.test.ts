import { expect, test } from 'vitest'
import { createExtent } from '../../../src/build/basemap/extent.ts'
import { placeAt } from '../../cartography/place-at.ts'

test('a map of a village reaches far enough to show which country it lies in', () => {
  const [west, south, east, north] = createExtent({ places: [placeAt(1, 8.6, 46.5)] }).bounds
  expect([east - west > 20, north - south > 10]).toEqual([true, true])
})

test('a story in Fiji and Tonga has one piece of map, which goes on past the antimeridian', () => {
  const [west, , east] = createExtent({ places: [placeAt(1, 178.44, -18.14), placeAt(2, -175.2, -21.14)] }).bounds
  expect(east - west).toBeLessThan(60)
  expect((west < -182 && east > -175) || (west < 178 && east > 185)).toBe(true)
})

test('a story in New York and Sydney gets all the world but the Antarctic, the middle of the story in its middle', () => {
  const [west, south, east] = createExtent({ places: [placeAt(1, -74, 40.7), placeAt(2, 151.2, -33.9)] }).bounds
  expect([east - west, south]).toEqual([360, -60])
  expect(Math.abs((west + east) / 2)).toBeCloseTo(141.4, 0)
})

test('a story that takes place in the Antarctic as well gets that too', () => {
  const [, south] = createExtent({ places: [placeAt(1, 166.67, -77.85), placeAt(2, 15.63, 78.22)] }).bounds
  expect(south).toBe(-85)
})

test('the view that an author wants is covered, too, with the places', () => {
  const [west, south, east, north] = createExtent({ places: [placeAt(1, 8.6, 46.5)], view: [-10, 36, 3, 44] }).bounds
  expect([west < -10, south < 36, east > 8.6, north > 46.5]).toEqual([true, true, true, true])
})
