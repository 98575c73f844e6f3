import type { Place } from '../story/story.ts'
import { createElement } from './element.ts'
import { renderEvidence, renderLocalName } from './place-details.ts'
import { renderQuotes } from './quotation.ts'
import { renderSymbol } from './symbol.ts'
import { placeHeadingTag, type ViewContext } from './view-context.ts'

/** A list holds at most so many rows at a time: thousands would take a browser seconds to lay out. */
export const mostRows = 100

/** Of a large story, the live list shows so many at once, as many as are seen, and the others with the next frames. */
export const firstRows = 25

/**
 * Renders the list of the places, numbered like the markers, with everything that is said of each. On the screen the start
 * of the first quote is seen; all of it is read by those who hear it, and on paper. Of a large story it holds the first
 * {@link mostRows}, or, where a live list goes on with it, the first {@link firstRows}.
 * @param placeLink gives the address to which a place's name leads; without it the name is a button
 */
export function renderPlaceList(context: ViewContext, placeLink?: (id: string) => string): HTMLElement {
  const { document, words, story } = context
  const isLive = !placeLink && story.places.length > mostRows
  const rows = story.places
    .slice(0, isLive ? firstRows : mostRows)
    .map((place) => renderRow(context, place, placeLink?.(place.id)))
  return createElement(document, 'ol', { class: 'list', role: 'list', 'aria-label': words.placesInArticle }, ...rows)
}

/** Renders a place's row. @param link the address to which its name leads; without it the name is a button */
export function renderRow(context: ViewContext, place: Place, link: string | undefined): HTMLElement {
  const { document, story } = context
  const label = { 'aria-label': `${place.number}. ${place.name}` }
  const name =
    link === undefined
      ? createElement(document, 'button', { type: 'button', ...label }, place.name)
      : createElement(document, 'a', { href: link, ...label }, place.name)
  return createElement(
    document,
    'li',
    { class: 'row', id: link && decodeURIComponent(link.slice(1)) },
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
        createElement(
          document,
          placeHeadingTag(context),
          { class: 'name', lang: story.article.inLanguage, dir: 'auto' },
          name,
        ),
        ' ',
        renderLocalName(document, place, 'p'),
      ),
      ...renderQuotes(context, place),
      renderEvidence(context, place),
    ),
  )
}
