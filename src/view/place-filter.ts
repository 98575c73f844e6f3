import { plainLatin } from '../story/plain-latin.ts'
import type { Place } from '../story/story.ts'
import { createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'
import { fill, plural } from '../words/words.ts'

/** A list with this many places or more has a filter. */
const worthwhile = 8

/** A search field over the list; `show` is told which places a reader's words find. Absent where the list is short. */
export function renderPlaceFilter(
  { document, words, story }: ViewContext,
  show: (isFound: (place: Place) => boolean) => void,
): HTMLElement | undefined {
  if (story.places.length < worthwhile) return undefined
  const input = createElement(document, 'input', {
    type: 'search',
    placeholder: words.findPlace,
    'aria-label': words.findPlace,
  })
  const found = createElement(document, 'p', { 'aria-live': 'polite' })
  const keys = new Map(
    story.places.map((place) => [place, [place.name, place.localName?.value ?? '', ...place.aliases].map(foldText)]),
  )
  const update = (): void => {
    const query = foldText(input.value)
    const isFound = (place: Place): boolean => keys.get(place)?.some((key) => key.includes(query)) ?? false
    show(isFound)
    const count = story.places.filter(isFound).length
    found.textContent =
      count === 0 ? fill(words.nothingFound, { query: input.value.trim() }) : plural(words, words.places, count)
  }
  input.addEventListener('input', update)
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || input.value === '') return
    // It is not for the popup as well. Not every browser clears the field by itself.
    event.stopPropagation()
    input.value = ''
    update()
  })
  return createElement(document, 'div', { class: 'filter', role: 'search' }, input, found)
}

/** A text without case, accents, Arabic vowel signs, apostrophes and hyphens: what makes two spellings of a name the same. */
export function foldText(text: string): string {
  return plainLatin(text)
    .replace(/[\p{M}\u0640'`\u2018\u2019\u02bb-\u02bf]/gu, '')
    .replace(/[\p{Dash}\s]+/gu, ' ')
    .trim()
}
