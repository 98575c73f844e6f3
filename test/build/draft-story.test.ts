import { expect, test } from 'vitest'
import { draftStory } from '../../src/build/draft-story.ts'
import { readFixture } from '../story/fixture.ts'

const good = readFixture('good/smallest.geojson')
const places = (text: string) =>
  draftStory(text)?.places.map(({ id, position, precision }) => [id, position, precision])
const whole = places(good)

test.each([
  ['without a source', good.replace('"swisstopo"', '""')],
  ['without a headline', good.replace(/"headline": "[^"]*"/, '"headline": ""')],
  ['without a quote', good.replace(/"quotes": \[[^\]]*\]/, '"quotes": []')],
  ['with a missing comma', good.replace(/,(\s+"source")/, '$1')],
  ['with an accuracy that is none', good.replace('"source"', '"accuracy": "near", "source"')],
  ['with an id that is none', good.replace(/"id": "[^"]*"/, '"id": "Ä Ö"')],
])('a story %s is drawn all the same', (_, text) => {
  expect(text).not.toBe(good)
  expect(places(text)?.map(([, position]) => position)).toEqual(whole?.map(([, position]) => position))
})

test('a precision that is misspelt is drawn as approximate', () => {
  expect(places(good.replace(/"precision": "\w+"/, '"precision": "exakt"'))?.[0]?.[2]).toBe('approximate')
})

test('a place without a position is left out, and of a story without any there is nothing to draw', () => {
  expect(draftStory(good.replace(/"coordinates": \[[^\]]*\]/, '"coordinates": []'))).toBeUndefined()
  for (const text of ['', 'null', '[]', '{', '{"features": [null, 3, {"properties": []}]}']) {
    expect(draftStory(text)).toBeUndefined()
  }
})
