import { expect, test } from 'vitest'
import { clipLine, clipRing } from '../../src/cartography/line-clipping.ts'

const box = { left: 0, top: 0, right: 10, bottom: 10 }

test('a line that leaves the box and comes back is two lines', () => {
  const line = [
    { x: 5, y: 5 },
    { x: 15, y: 5 },
    { x: 15, y: 8 },
    { x: 5, y: 8 },
  ]
  expect(clipLine(line, box)).toEqual([
    [
      { x: 5, y: 5 },
      { x: 10, y: 5 },
    ],
    [
      { x: 10, y: 8 },
      { x: 5, y: 8 },
    ],
  ])
})

test('an area around the box is the box', () => {
  const area = [
    { x: -5, y: -5 },
    { x: 15, y: -5 },
    { x: 15, y: 15 },
    { x: -5, y: 15 },
  ]
  const corners = clipRing(area, box)
  expect(corners.map(({ x, y }) => `${x} ${y}`).toSorted()).toEqual(['0 0', '0 10', '10 0', '10 10'])
})

test('what lies beside the box is not drawn', () => {
  const beside = [
    { x: 11, y: 1 },
    { x: 12, y: 1 },
    { x: 12, y: 2 },
  ]
  expect(clipLine(beside, box)).toEqual([])
  expect(clipRing(beside, box)).toEqual([])
})
