import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createFrameReady, isFrameMessage, isHostMessage } from '../../src/embed/protocol.ts'
import { parseStory } from '../../src/story/parse-story.ts'

const story = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))
const place = { id: 'raqqa', number: 1, name: 'Raqqa', quotes: [{ exact: 'US-backed forces' }] }

test('a page says that it listens, and selects a place', () => {
  expect(isHostMessage({ articleMap: 1, type: 'ready', passages: null })).toBe(true)
  expect(isHostMessage({ articleMap: 1, type: 'ready', passages: ['raqqa'] })).toBe(true)
  expect(isHostMessage({ articleMap: 1, type: 'select', id: 'raqqa' })).toBe(true)
  expect(isHostMessage({ articleMap: 1, type: 'select', id: null })).toBe(true)
})

test('a frame says what it shows, what is selected, how high it is, and that the reader wants to see a passage', () => {
  expect(isFrameMessage(createFrameReady(story))).toBe(true)
  expect(isFrameMessage({ articleMap: 1, type: 'selected', id: null })).toBe(true)
  expect(isFrameMessage({ articleMap: 1, type: 'height', height: 480 })).toBe(true)
  expect(isFrameMessage({ articleMap: 1, type: 'reveal', id: 'raqqa' })).toBe(true)
})

test('neither side says what is for the other to say', () => {
  expect(isFrameMessage({ articleMap: 1, type: 'select', id: 'raqqa' })).toBe(false)
  expect(isHostMessage({ articleMap: 1, type: 'selected', id: 'raqqa' })).toBe(false)
  expect(isHostMessage(createFrameReady(story))).toBe(false)
})

test.each([
  undefined,
  null,
  'select',
  7,
  [],
  {},
  { type: 'select', id: 'raqqa' },
  { articleMap: 2, type: 'select', id: 'raqqa' },
  { articleMap: 1, type: 'constructor', id: 'raqqa' },
  { articleMap: 1, type: 'select' },
  { articleMap: 1, type: 'select', id: '' },
  { articleMap: 1, type: 'select', id: { toString: () => 'raqqa' } },
  { articleMap: 1, type: 'select', id: 'x'.repeat(201) },
  { articleMap: 1, type: 'ready', passages: 'raqqa' },
  { articleMap: 1, type: 'ready', passages: [null] },
  { articleMap: 1, type: 'height', height: 0 },
  { articleMap: 1, type: 'height', height: -480 },
  { articleMap: 1, type: 'height', height: NaN },
  { articleMap: 1, type: 'height', height: 480.5 },
  { articleMap: 1, type: 'height', height: '480px' },
  { articleMap: 1, type: 'reveal', id: null },
  { articleMap: 1, type: 'ready', places: {} },
  { articleMap: 1, type: 'ready', places: [{ ...place, number: '1' }] },
  { articleMap: 1, type: 'ready', places: [{ ...place, name: 'x'.repeat(501) }] },
  { articleMap: 1, type: 'ready', places: [{ ...place, quotes: [{ exact: '' }] }] },
  { articleMap: 1, type: 'ready', places: [{ ...place, quotes: [{ exact: 'x', prefix: 1 }] }] },
  { articleMap: 1, type: 'ready', places: Array(100).fill({ ...place, quotes: [{ exact: 'x'.repeat(20_000) }] }) },
  {
    articleMap: 1,
    type: 'ready',
    places: Array(60).fill({ ...place, quotes: [{ exact: 'x', prefix: 'x'.repeat(19_000) }] }),
  },
  {
    articleMap: 1,
    type: 'ready',
    places: Array(60).fill({ ...place, quotes: [{ exact: 'x', suffix: 'x'.repeat(19_000) }] }),
  },
  { articleMap: 1, type: 'ready', places: Array(10_001).fill({ ...place, quotes: [] }) },
  { articleMap: 1, type: 'ready', places: Array(10).fill({ ...place, quotes: Array(3001).fill({ exact: 'x' }) }) },
  { articleMap: 1, type: 'ready', passages: Array(10_001).fill('raqqa') },
  Object.create({ articleMap: 1, type: 'select', id: 'raqqa' }),
])('data of another shape is no message: %#', (data) => {
  expect([isFrameMessage(data), isHostMessage(data)]).toEqual([false, false])
})

test('a story of any size makes a message that the page accepts', () => {
  const [first] = story.places
  const places = Array.from({ length: 2_000 }, (_, index) => ({
    ...first,
    ...place,
    number: index + 1,
    name: 'x'.repeat(10_000),
    quotes: [{ exact: 'x'.repeat(index * 100 + 1) }],
  }))
  expect(isFrameMessage(createFrameReady({ ...story, places: places as typeof story.places }))).toBe(true)
})
