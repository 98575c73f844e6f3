import type { Place } from '../story/story.ts'
import { createElement, spaced } from './element.ts'
import { describePrecision } from './precision-text.ts'
import { renderQuotes } from './quotation.ts'
import { renderSymbol } from './symbol.ts'
import type { ViewContext } from './view-context.ts'
import { fill } from '../words/words.ts'

/**
 * Everything that is said of a place, for where there are no popups: its number, names, quotes, and how well its location
 * is known. `link` makes its name a link.
 */
export function renderPlaceDetails(context: ViewContext, place: Place, link?: string): Element[] {
  const { document, story } = context
  const lang = story.article.inLanguage
  const name = link === undefined ? place.name : createElement(document, 'a', { href: link }, place.name)
  return [
    renderSymbol(document, place),
    createElement(
      document,
      'div',
      { class: 'text' },
      // Reader modes keep a heading in it, however short; in a `div` they take it for a caption.
      createElement(
        document,
        'hgroup',
        { class: 'names' },
        createElement(document, 'h2', { class: 'name', lang, dir: 'auto' }, name),
        ' ',
        renderLocalName(document, place, 'p'),
      ),
      ...renderQuotes(context, place),
      renderEvidence(context, place),
    ),
  ]
}

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
