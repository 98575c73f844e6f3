import { expect, test } from 'vitest'
import type { Position } from '../../src/story/geometry.ts'
import { crossingOf } from '../../src/story/self-crossing.ts'

const ring = (...corners: Position[]): Position[] => [...corners, ...corners.slice(0, 1)]

test('a bow tie crosses itself in its middle', () => {
  expect(crossingOf(ring([0, 0], [2, 2], [2, 0], [0, 2]))).toEqual([1, 1])
})

test('a ring that touches itself, or goes back along an edge, does not cross itself', () => {
  expect(crossingOf(ring([0, 0], [4, 0], [4, 4], [2, 0], [0, 4]))).toBeUndefined()
  expect(crossingOf(ring([0, 0], [4, 0], [4, 2], [6, 2], [4, 2], [4, 4], [0, 4]))).toBeUndefined()
})

test('one swapped position is found in a coast of 100,000', () => {
  const coast = Array.from({ length: 100_000 }, (_, i): Position => {
    const angle = (i / 100_000) * 2 * Math.PI
    const radius = 5 + Math.sin(angle * 300)
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
  expect(crossingOf(ring(...coast))).toBeUndefined()
  const [a, b] = [coast[61_000], coast[61_020]]
  if (!a || !b) throw new Error('The coast is short.')
  coast[61_000] = b
  coast[61_020] = a
  expect(crossingOf(ring(...coast))).toBeDefined()
})
