import { expect, test } from 'vitest'
import { ringWithin } from '../../../src/build/basemap/rings.ts'

const box = [0, 0, 10, 10] as const

test('a ring that is cut off at the edge is closed again', () => {
  expect(ringWithin([[5, 5], [15, 5], [15, 8], [5, 8], [5, 5]], box)).toEqual([[10, 5], [10, 8], [5, 8], [5, 5], [10, 5]]) // prettier-ignore
})

test('a ring outside is left out', () => {
  expect(ringWithin([[11, 1], [12, 1], [12, 2], [11, 1]], box)).toBeUndefined() // prettier-ignore
})
