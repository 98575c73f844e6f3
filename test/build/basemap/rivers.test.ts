import { expect, test } from 'vitest'
import { readRivers } from '../../../src/build/basemap/rivers.ts'

const everywhereNear = { distance: () => 0, reaches: () => true, remoteness: () => 0 }

test('a map of several continents has no rivers, of which only bits would be seen; that of one has', () => {
  expect(readRivers([-60, -50, 120, 60], everywhereNear)).toEqual([])
  expect(readRivers([-20, -40, 55, 40], everywhereNear).length).toBeGreaterThan(10)
})
