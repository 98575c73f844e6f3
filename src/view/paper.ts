import { createElement } from './element.ts'
import { renderPlaceDetails } from './place-details.ts'
import { renderCitation } from './quotation.ts'
import type { ViewContext } from './view-context.ts'

/** What stands under the map on paper: every place with all that is said of it, who is quoted, and the page's address. */
export function renderPaper(context: ViewContext, url: string): HTMLElement {
  const { document, story } = context
  const rows = story.places.map((place) =>
    createElement(document, 'li', { class: 'row' }, ...renderPlaceDetails(context, place)),
  )
  return createElement(
    document,
    'div',
    { class: 'paper' },
    createElement(document, 'ol', { class: 'list' }, ...rows),
    renderCitation(context),
    createElement(document, 'p', { class: 'address', dir: 'ltr' }, createElement(document, 'a', { href: url }, url)),
  )
}
