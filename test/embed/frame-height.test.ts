import { expect, test } from 'vitest'
import { createHeightGauge, naturalHeight } from '../../src/embed/frame-height.ts'

test('a frame is high enough for a popup, and lower than wide where it is wide', () => {
  expect([280, 600, 1000, 4000].map(naturalHeight)).toEqual([480, 480, 550, 640])
})

test('a height is told when it changes, and only then', () => {
  const gauge = createHeightGauge(null)
  expect([600, 600, 1000, 1000, 600].map(gauge)).toEqual([480, null, 550, null, 480])
})

test('a hidden frame has no height', () => {
  const gauge = createHeightGauge(null)
  expect([0, 0, 600, 0, 600].map(gauge)).toEqual([null, null, 480, null, null])
})

test('a scroll bar that comes and goes around the frame changes nothing', () => {
  const gauge = createHeightGauge(null)
  expect([1000, 983, 1000, 983].map(gauge)).toEqual([550, null, null, null])
})

test('a chosen height is told once, whatever the width', () => {
  const gauge = createHeightGauge(520)
  expect([0, 600, 1000, 300].map(gauge)).toEqual([null, 520, null, null])
})
