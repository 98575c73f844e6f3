import { expect, test } from 'vitest'
import { simplifyLine, simplifyRing } from '../../src/cartography/line-simplification.ts'

test('a point that is nearer to the line than the tolerance is left out, one that is farther stays', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 5, y: 0.4 },
    { x: 10, y: 0 },
    { x: 15, y: 3 },
    { x: 20, y: 0 },
  ]
  expect(simplifyLine(line, 0.5).map(({ x }) => x)).toEqual([0, 10, 15, 20])
})

test('a square stays a square, an island smaller than the tolerance goes', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 5, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ]
  expect(simplifyRing(square, 0.5)).toHaveLength(4)
  expect(
    simplifyRing(
      square.map(({ x, y }) => ({ x: x / 100, y: y / 100 })),
      0.5,
    ),
  ).toEqual([])
})
