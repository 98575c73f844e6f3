import { expect, test } from 'vitest'
import { joinLines } from '../../../src/build/world/making/line-joining.ts'

test('the pieces of a river are joined, whichever way they run', () => {
  expect(joinLines([[[0, 0], [1, 0]], [[2, 0], [1, 0]], [[2, 0], [3, 0]]])).toEqual([[[0, 0], [1, 0], [2, 0], [3, 0]]]) // prettier-ignore
})

test('at a confluence the river goes straight on', () => {
  const courses = joinLines([[[0, 0], [1, 0]], [[1, 1], [1, 0]], [[1, 0], [2, 0]]]) // prettier-ignore
  expect(courses).toContainEqual([[0, 0], [1, 0], [2, 0]]) // prettier-ignore
})

test('a river across the antimeridian is one river, which goes on beyond it', () => {
  expect(joinLines([[[179.5, 0], [180, 0]], [[-180, 0], [-179.5, 0]]])).toEqual([[[179.5, 0], [180, 0], [180.5, 0]]]) // prettier-ignore
})
