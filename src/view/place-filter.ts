import { plainLatin } from '../story/plain-latin.ts'
import type { Place } from '../story/story.ts'
import { createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'
import { fill, plural } from '../words/words.ts'

/** A list with this many places or more has a filter. */
const worthwhile = 8

/** A search field over the list; `show` is given the places that a reader's words find. Absent where the list is short. */
export function renderPlaceFilter(
  { document, words, story }: ViewContext,
  show: (found: readonly Place[]) => void,
): HTMLElement | undefined {
  if (story.places.length < worthwhile) return undefined
  const input = createElement(document, 'input', {
    type: 'search',
    placeholder: words.findPlace,
    'aria-label': words.findPlace,
  })
  const found = createElement(document, 'p', { 'aria-live': 'polite' })
  let keys: readonly string[] | undefined
  // Thousands of names are folded as one text, before the first key; no name has these characters in it.
  const fold = (): readonly string[] =>
    (keys ??= foldText(
      story.places
        .map(({ name, localName, aliases }) => [name, localName?.value, ...aliases].join('\u0001'))
        .join('\u0002'),
    ).split('\u0002'))
  const update = (): void => {
    const keys = fold()
    const query = foldText(input.value)
    const places = story.places.filter((_, i) => keys[i]?.includes(query))
    show(places)
    found.textContent =
      places.length === 0
        ? fill(words.nothingFound, { query: input.value.trim() })
        : plural(words, words.places, places.length)
  }
  input.addEventListener('focus', fold)
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
