import { expect, test } from 'vitest'
import { writePathData } from '../../../src/view/static/path-data.ts'

const points = (...pairs: [x: number, y: number][]) => pairs.map(([x, y]) => ({ x, y }))

test('a path is written in whole units, each step from the point before', () => {
  expect(writePathData([points([10.2, 5], [13, 1.4], [13, 6])], false)).toBe('m10 5l3-4 0 5')
})

test('a line that is shorter than a unit is left out', () => {
  expect(writePathData([points([3, 3], [3.2, 3.4]), points([1, 1], [2, 2])], false)).toBe('m1 1l1 1')
})

test('after an area is closed, the next one steps on from its start', () => {
  const areas = [points([1, 1], [5, 1], [5, 5]), points([2, 2], [3, 2], [3, 3])]
  expect(writePathData(areas, true)).toBe('m1 1l4 0 0 4zm1 1l1 0 0 1z')
})
