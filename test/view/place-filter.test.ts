import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { parseStory } from '../../src/story/parse-story.ts'
import type { Story } from '../../src/story/story.ts'
import { foldText, renderPlaceFilter } from '../../src/view/place-filter.ts'
import { localizeStory } from '../../src/words/localized-story.ts'

const raqqa = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))

/** The Raqqa story, with so many more places that its list has a filter. */
const long: Story = {
  ...raqqa,
  places: [
    ...raqqa.places,
    ...raqqa.places.map((place) => ({ ...place, id: `${place.id}-2`, name: `Nowhere ${place.number}`, aliases: [] })),
  ].map(({ localName, ...place }, i) => (i < raqqa.places.length && localName ? { ...place, localName } : place)),
}

/** The names that a reader's words find. */
function find(query: string): string[] {
  const { document, Event } = parseHTML('<!doctype html><html><body></body></html>')
  let found: string[] = []
  const filter = renderPlaceFilter({ document, ...localizeStory(long) }, (places) => {
    found = places.map(({ name }) => name)
  })
  const input = filter?.querySelector('input')
  if (!input) throw new TypeError('There is no filter.')
  input.value = query
  input.dispatchEvent(new Event('input'))
  return found
}

describe('the filter of the list finds', () => {
  test.each([
    ['a place by its name in the article', 'stadium', 'Municipal stadium'],
    ['a place by another name', 'Hell Roundabout', 'Al-Naim roundabout'],
    ['a name in any case', 'hELL rOUND', 'Al-Naim roundabout'],
    ['a name with or without its hyphen', 'al naim', 'Al-Naim roundabout'],
    ['a place by its local name', 'دير الزور', 'Deir Ezzor'],
    ['an Arabic name with or without its vowel signs', 'دَيْر الزَّوْر', 'Deir Ezzor'],
  ])('%s', (_, query, name) => {
    expect(find(query)).toEqual([name])
  })

  test('all places while nothing is asked for, and none for what is not there', () => {
    expect(find(' ')).toHaveLength(long.places.length)
    expect(find('Damascus')).toEqual([])
  })
})

test('accents, dots and long strokes make no difference', () => {
  expect(foldText('Şanlıurfa')).toBe(foldText('sanliurfa'))
  expect(foldText('İSTANBUL')).toBe(foldText('istanbul'))
  expect(foldText('المـلعب')).toBe(foldText('الملعب'))
  expect(foldText('Łódź, Straße, Tromsø, Þórshöfn')).toBe('lodz, strasse, tromso, thorshofn')
})

test('neither do apostrophes, however they are written', () => {
  for (const name of ["Nuku'alofa", 'Nuku‘alofa', 'Nuku’alofa', 'Nukuʻalofa']) expect(foldText(name)).toBe('nukualofa')
})

test('a list of fewer than eight places has no filter', () => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  expect(renderPlaceFilter({ document, ...localizeStory(raqqa) }, () => {})).toBeUndefined()
})
