import type { Place } from '../story/story.ts'
import { renderIconButton } from './button.ts'
import { createElement } from './element.ts'
import { describePrecision } from './precision-text.ts'
import { renderQuotation } from './quotation.ts'
import { renderSymbol } from './symbol.ts'
import type { ViewContext } from './view-context.ts'
import { fill } from '../words/words.ts'

/** What a reader can do from a place's card. */
export interface PlaceActions {
  select(place: Place): void
  close(): void
  /** Buttons under the quotes, such as those that copy; none by default. */
  renderMore?(place: Place): HTMLElement
}

/**
 * What a place's popup holds: its names, the article's passages, how well the location is known and who says so, and
 * the way to the places before and after it. A dialog that is not modal (WAI-ARIA), labelled by the place's name.
 */
export function renderPlaceCard(context: ViewContext, place: Place, actions: PlaceActions): HTMLElement {
  const { document, words, story, direction, headlineTag } = context
  const title = createElement(
    document,
    headlineTag === 'h1' ? 'h2' : 'h3',
    { id: 'card-title', class: 'name', lang: story.article.inLanguage, dir: 'auto' },
    place.name,
  )
  return createElement(
    document,
    'section',
    {
      class: 'card',
      role: 'dialog',
      'aria-labelledby': 'card-title',
      tabindex: -1,
      part: 'popup',
      // The map around it is always left to right.
      dir: direction,
    },
    createElement(
      document,
      'header',
      {},
      renderSymbol(document, place),
      createElement(document, 'div', { class: 'names' }, title, renderLocalName(document, place)),
      renderIconButton(document, 'close', words.close, () => actions.close()),
    ),
    createElement(
      document,
      'div',
      { class: 'passages', tabindex: 0, role: 'group', 'aria-labelledby': 'card-title' },
      ...renderQuotation(context, place),
      createElement(
        document,
        'div',
        { class: 'evidence' },
        createElement(document, 'p', { class: 'precision' }, describePrecision(words, place)),
        place.note !== undefined && createElement(document, 'p', { class: 'note', dir: 'auto' }, place.note),
        createElement(document, 'p', { class: 'source' }, fill(words.locationFrom, { source: place.source })),
      ),
      actions.renderMore?.(place),
    ),
    story.places.length > 1 && renderSteps(context, place, actions),
  )
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

function renderSteps(
  { document, words, story: { places } }: ViewContext,
  place: Place,
  actions: PlaceActions,
): HTMLElement {
  const step = (by: number): void => {
    const other = places[(place.number - 1 + by + places.length) % places.length]
    if (other) actions.select(other)
  }
  return createElement(
    document,
    'footer',
    { class: 'steps' },
    renderIconButton(document, 'back', words.previousPlace, () => step(-1)),
    createElement(document, 'span', {}, fill(words.placeOf, { number: place.number, count: places.length })),
    renderIconButton(document, 'forth', words.nextPlace, () => step(1)),
  )
}
