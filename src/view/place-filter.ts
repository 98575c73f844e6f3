import type { Place } from '../story/story.ts'
import { createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'
import { fill } from './words/words.ts'

/** From so many places on, the list has a filter. */
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
  const none = createElement(document, 'p', { role: 'status' })
  const keys = new Map(
    story.places.map((place) => [place, [place.name, place.localName?.value ?? '', ...place.aliases].map(foldText)]),
  )
  input.addEventListener('input', () => {
    const query = foldText(input.value)
    const isFound = (place: Place): boolean => keys.get(place)?.some((key) => key.includes(query)) ?? false
    show(isFound)
    none.textContent = story.places.some(isFound) ? '' : fill(words.nothingFound, { query: input.value.trim() })
  })
  return createElement(document, 'div', { class: 'filter', role: 'search' }, input, none)
}

/** A text without case, accents, Arabic vowel signs and hyphens: what makes two spellings of a name the same. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[\p{Dash}'’`\s]+/gu, ' ')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .trim()
}
