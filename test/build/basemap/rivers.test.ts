import { expect, test } from 'vitest'
import { joinLines } from '../../../src/build/basemap/rivers.ts'

test('the pieces of a river are joined, whichever way they run', () => {
  expect(joinLines([[[0, 0], [1, 0]], [[2, 0], [1, 0]], [[2, 0], [3, 0]]])).toEqual([[[0, 0], [1, 0], [2, 0], [3, 0]]]) // prettier-ignore
})

test('at a confluence the river goes straight on', () => {
  const joined = joinLines([[[0, 0], [1, 0]], [[1, 1], [1, 0]], [[1, 0], [2, 0]]]) // prettier-ignore
  expect(joined).toContainEqual([[0, 0], [1, 0], [2, 0]]) // prettier-ignore
})
