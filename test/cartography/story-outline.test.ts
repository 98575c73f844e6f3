import { expect, test } from 'vitest'
import { storyMiddle } from '../../src/cartography/story-outline.ts'
import { placeAt } from './place-at.ts'

test('the middle of a story is that of the shortest arc that holds its places', () => {
  const middleOf = (...longitudes: number[]) => storyMiddle(longitudes.map((lng, i) => placeAt(i + 1, lng, 0)))
  expect(middleOf(10, 20)).toBe(15)
  expect(Math.abs(middleOf(170, -170))).toBe(180)
  expect(middleOf(170, -170, -160)).toBe(-175)
  expect(middleOf(39)).toBe(39)
})
