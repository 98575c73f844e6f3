import { expect, test } from 'vitest'
import { clipLine, clipRing } from '../../src/cartography/line-clipping.ts'

const box = [0, 0, 10, 10] as const

test('a line that leaves the box and comes back is two lines', () => {
  expect(clipLine([[5, 5], [15, 5], [15, 8], [5, 8]], box)).toEqual([[[5, 5], [10, 5]], [[10, 8], [5, 8]]]) // prettier-ignore
})

test('an area is cut off at the edge of the box', () => {
  expect(clipRing([[15, 5], [15, 8], [5, 8], [5, 5]], box)).toEqual([[10, 5], [10, 8], [5, 8], [5, 5]]) // prettier-ignore
})

test('an area around the box is the box', () => {
  const corners = clipRing([[-5, -5], [15, -5], [15, 15], [-5, 15]], box) // prettier-ignore
  expect(corners.map(([x, y]) => `${x} ${y}`).toSorted()).toEqual(['0 0', '0 10', '10 0', '10 10'])
})

test('two areas on either side of a line are cut at the same point of it, in whichever direction they go along it', () => {
  const [a, b] = [[0.1, 0.7], [33.3, 11.1]] as const // prettier-ignore
  const [there] = clipLine([a, b], box)
  const [back] = clipLine([b, a], box)
  expect(there?.at(-1)).toEqual(back?.[0])
})

test('what lies beside the box is not drawn', () => {
  const beside = [[11, 1], [12, 1], [12, 2]] as const // prettier-ignore
  expect(clipLine(beside, box)).toEqual([])
  expect(clipRing(beside, box)).toEqual([])
})
