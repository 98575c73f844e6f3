import { expect, test } from 'vitest'
import { clipLine, clipRing } from '../../../src/build/basemap/clip.ts'

const box = [0, 0, 10, 10] as const

test('a ring is cut off at the edge', () => {
  expect(clipRing([[5, 5], [15, 5], [15, 8], [5, 8], [5, 5]], box)).toEqual([[10, 5], [10, 8], [5, 8], [5, 5], [10, 5]]) // prettier-ignore
})

test('a ring outside is left out', () => {
  expect(clipRing([[11, 1], [12, 1], [12, 2], [11, 1]], box)).toEqual([]) // prettier-ignore
})

test('a line that leaves and comes back is two lines', () => {
  expect(clipLine([[1, 1], [1, 11], [3, 11], [3, 1]], box)).toEqual([[[1, 1], [1, 10]], [[3, 10], [3, 1]]]) // prettier-ignore
})
