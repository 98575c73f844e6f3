import { fill } from '../words/words.ts'
import { type Child, createElement } from './element.ts'
import { renderHeading } from './heading.ts'
import { renderLegend } from './legend.ts'
import { renderPlaceList } from './place-list.ts'
import { renderCitation } from './quotation.ts'
import type { ViewContext } from './view-context.ts'

/** What a layout holds beside the article's words. */
export interface LayoutParts {
  /** The map. Without one there is none yet. */
  readonly stage?: HTMLElement
  /** Where a place's name leads, an address; without it the names are buttons. */
  readonly placeLink?: (id: string) => string
  /** What ends the list. */
  readonly foot?: readonly Child[]
}

/**
 * Renders a story around its map: the headline, the list of the places with all that is said of them, the legend, and who is
 * quoted. A page shows it as it is until its script runs; `enliven` then adds the live map to it.
 */
export function renderLayout(context: ViewContext, { stage, placeLink, foot = [] }: LayoutParts = {}): HTMLElement {
  const { document, words, story } = context
  return createElement(
    document,
    'article',
    {
      class: 'layout',
      part: 'frame',
      role: 'region',
      'aria-label': fill(words.mapOf, { headline: story.article.headline }),
      lang: words.language,
      dir: context.direction,
    },
    renderHeading(context),
    stage,
    createElement(
      document,
      'div',
      { class: 'side', id: 'places', part: 'list' },
      renderPlaceList(context, placeLink),
      createElement(document, 'div', { class: 'list-foot' }, renderLegend(context), renderCitation(context), ...foot),
    ),
  )
}
