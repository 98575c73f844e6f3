import { expect, test } from 'vitest'
import { createAllowance } from '../../src/embed/message-allowance.ts'

test('a flood of messages is dropped, and what a reader causes is taken', () => {
  let time = 0
  const isTaken = createAllowance({ burst: 200, perSecond: 50 }, () => time)
  const flood = Array.from({ length: 10_000 }, () => isTaken())
  expect(flood.filter(Boolean)).toHaveLength(200)
  time = 1000
  expect(Array.from({ length: 100 }, () => isTaken()).filter(Boolean)).toHaveLength(50)
  // Silence is not saved up.
  time += 1_000_000
  expect(Array.from({ length: 1000 }, () => isTaken()).filter(Boolean)).toHaveLength(200)
  for (let press = 0; press < 1000; press++) {
    time += 100
    expect(isTaken()).toBe(true)
  }
})
