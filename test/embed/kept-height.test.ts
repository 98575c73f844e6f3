import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHeightKeeper } from '../../src/embed/kept-height.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page and what it does with the height of 480 when it is told again. */
function keeperIn(page: (set: (height: number) => void) => void) {
  let has = 0
  let told = 0
  const set = (height: number): void => {
    has = height
    watch()
  }
  const watch = createHeightKeeper(
    () => [has, 480],
    () => {
      told++
      page(set)
    },
  )
  return { set, has: () => has, told: () => told }
}

test('a height that a page has given and that is lost is told again, once it stands still', () => {
  const frame = keeperIn((set) => set(480))
  frame.set(480)
  for (const height of [460, 400, 288]) frame.set(height)
  expect(frame.told()).toBe(0)
  vi.runAllTimers()
  expect([frame.told(), frame.has()]).toEqual([1, 480])
})

test('it is told again each time that an address bar folds', () => {
  const frame = keeperIn((set) => set(480))
  frame.set(480)
  for (let fold = 0; fold < 40; fold++) {
    frame.set(288)
    vi.advanceTimersByTime(15_000)
  }
  expect([frame.told(), frame.has()]).toEqual([40, 480])
})

test('a page that has never given the height is not asked for it again, nor one that does not give it back', () => {
  const frame = keeperIn(() => {})
  for (const height of [300, 320]) {
    frame.set(height)
    vi.runAllTimers()
  }
  expect(frame.told()).toBe(0)
  for (const height of [480, 300, 320, 340]) {
    frame.set(height)
    vi.runAllTimers()
  }
  expect(frame.told()).toBe(1)
})

test('a page that gives the height and takes it back whenever it hears of it is left alone for good', () => {
  const frame = keeperIn((set) => {
    set(480)
    setTimeout(() => set(300), 50)
  })
  frame.set(480)
  frame.set(300)
  vi.runAllTimers()
  expect([frame.told(), frame.has()]).toEqual([6, 300])
  vi.advanceTimersByTime(600_000)
  frame.set(480)
  frame.set(300)
  vi.runAllTimers()
  expect(frame.told()).toBe(6)
})

test('a border is no other height', () => {
  const frame = keeperIn(() => {})
  frame.set(480)
  frame.set(476)
  vi.runAllTimers()
  expect(frame.told()).toBe(0)
})
