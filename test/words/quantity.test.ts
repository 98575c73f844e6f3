import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formatDate, formatDistance } from '../../src/words/quantity.ts'

beforeEach(() => void vi.stubEnv('TZ', 'America/Los_Angeles'))
afterEach(() => void vi.unstubAllEnvs())

test.each([
  ['en', '18 October 2017'],
  ['en-US', 'October 18, 2017'],
  ['ar', '18 أكتوبر 2017'],
  ['de', '18. Oktober 2017'],
  ['es', '18 de octubre de 2017'],
  ['fr', '18 octobre 2017'],
  ['tr', '18 Ekim 2017'],
])('in %s, a reader in Los Angeles reads the day that the article has', (language, expected) => {
  expect(formatDate('2017-10-18', language)).toBe(expected)
})

test('a date with a time keeps the day that its author wrote', () => {
  expect(formatDate('2017-10-18T00:30:00+03:00', 'en')).toBe('18 October 2017')
  expect(formatDate('2017-10-18T23:30:00-08:00', 'en')).toBe('18 October 2017')
})

test('what is not a day is shown as it is', () => {
  for (const text of ['', '2017', 'October 2017', '2017-10-18x', '2017-13-45'])
    expect(formatDate(text, 'en')).toBe(text)
})

test.each([
  [0, 'en', '0 m'],
  [50, 'en', '50 m'],
  [450, 'en', '450 m'],
  [994, 'en', '990 m'],
  [996, 'en', '1 km'],
  [1234, 'en', '1.2 km'],
  [1234, 'de', '1,2 km'],
  [123_000, 'en', '120 km'],
  [1_234_000, 'en', '1,200 km'],
  [450, 'ar', '450 مترًا'],
])('%d metres in %s are %s', (metres, language, expected) => {
  expect(formatDistance(metres, language).replaceAll(/\s/g, ' ')).toBe(expected)
})

test('a number and its unit stay on one line', () => {
  expect(formatDistance(450, 'en')).toBe('450\u00a0m')
})
