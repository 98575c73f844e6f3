import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kmBetween, leastToBox } from '../../../src/build/basemap/kilometres.ts'

test('nothing in a box is nearer than is said of the box, at the poles and across the antimeridian too', () => {
  const longitude = fc.double({ min: -540, max: 540, noNaN: true })
  const latitude = fc.double({ min: -89, max: 89, noNaN: true })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(longitude, latitude, longitude, latitude, share, share, (x, y, west, south, right, up) => {
      const box = [west, south, west + right * 360, south + up * (89 - south)] as const
      const inside = [west + up * (box[2] - west), south + right * (box[3] - south)] as const
      expect(leastToBox([x, y], box)).toBeLessThanOrEqual(kmBetween([x, y], inside) + 1e-6)
    }),
  )
})

test('a box far away is said to be far away: Iceland from Raqqa', () => {
  expect(leastToBox([39, 36], [-24, 63, -13, 67])).toBeGreaterThan(3000)
  expect(leastToBox([179, 0], [-179, -1, -178, 1])).toBeCloseTo(222, -1)
})
