import type { Place } from '../story/story.ts'
import { fill } from '../words/words.ts'
import { createElement, spaced } from './element.ts'
import { describePrecision } from './precision-text.ts'
import type { ViewContext } from './view-context.ts'

/** The name as it is written where the place lies, in its own language and direction. */
export function renderLocalName(
  document: Document,
  { localName }: Place,
  tag: 'span' | 'p' = 'span',
): HTMLElement | undefined {
  return (
    localName &&
    createElement(document, tag, { class: 'local-name', lang: localName.lang, dir: 'auto' }, localName.value)
  )
}

/** How well a place's location is known, the reporter's note, and who says that the place is there. */
export function renderEvidence({ document, words }: ViewContext, place: Place): HTMLElement {
  return createElement(
    document,
    'div',
    { class: 'evidence' },
    ...spaced(
      createElement(document, 'p', { class: 'precision' }, describePrecision(words, place)),
      place.note !== undefined && createElement(document, 'p', { class: 'note', dir: 'auto' }, place.note),
      createElement(document, 'p', { class: 'source' }, fill(words.locationFrom, { source: place.source })),
    ),
  )
}
