import { expect, test } from 'vitest'
import { parseStory } from '../../src/story/parse-story.ts'
import { formatPlaces, parsePlaces } from '../../src/story/places-file.ts'
import { largeStory } from '../map/large-story.ts'

const { places } = parseStory(largeStory(12))
const text = formatPlaces(places.map((place) => ({ ...place, note: 'A "line",\nand {another},' })))

test('a file of places is a JSON array with one place in each line', () => {
  expect(JSON.parse(text)).toHaveLength(12)
  expect(text.match(/^\{"id":"village-\d+",/gm)).toHaveLength(12)
})

test('its places come back from its lines, wherever the file is cut', () => {
  const lines = text.split('\n')
  for (let cut = 0; cut <= lines.length; cut++) {
    const read = [...parsePlaces(lines.slice(0, cut)), ...parsePlaces(lines.slice(cut))]
    expect(read).toEqual(JSON.parse(text))
  }
})
