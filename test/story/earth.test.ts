import { expect, test } from 'vitest'
import { distanceBetween, equator, metresPerDegree } from '../../src/story/earth.ts'

test('from Raqqa to Deir Ezzor it is 123 km as the crow flies', () => {
  expect(Math.round(distanceBetween([39.0079, 35.9528], [40.1408, 35.3359]) / 1000)).toBe(123)
})

test('distances go the short way across the antimeridian', () => {
  expect(distanceBetween([179.9, 0], [-179.9, 0])).toBeCloseTo(distanceBetween([0, 0], [0.2, 0]), 3)
})

test('from pole to pole it is half the earth’s circumference, whichever way round', () => {
  expect(distanceBetween([0, 90], [77, -90])).toBeCloseTo(180 * metresPerDegree, 3)
  expect(Math.abs((360 * metresPerDegree) / equator - 1)).toBeLessThan(0.002)
})
