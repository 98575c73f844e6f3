import type { Place } from '../story/story.ts'
import { renderIconButton, renderTextButton } from './button.ts'
import { createElement, spaced } from './element.ts'
import { renderEvidence, renderLocalName } from './place-details.ts'
import { renderCitation, renderQuotes } from './quotation.ts'
import { connectSwipe } from './swipe.ts'
import { renderSymbol } from './symbol.ts'
import { placeHeadingTag, type ViewContext } from './view-context.ts'
import { fill } from '../words/words.ts'

/** What a reader can do from a place's card. */
export interface PlaceActions {
  select(place: Place): void
  close(): void
  /** Takes the reader to the place's passage in the article around the map. */
  reveal(): void
  /** Whether the passage was found there. */
  canReveal: boolean
  /** Buttons under the quotes, such as those that copy; none by default. */
  renderMore?(place: Place): HTMLElement
}

/**
 * What a popup or the sheet holds: a place's names, the article's passages, how well the location is known and who says so,
 * and the way to the places before and after it, by button or by a finger that moves sideways. A dialog that is not modal
 * (WAI-ARIA). Its heading takes the focus, so that the dialog is announced and then read part by part.
 */
export function renderPlaceCard(context: ViewContext, place: Place, actions: PlaceActions): HTMLElement {
  const { document, words, story, direction } = context
  const title = createElement(
    document,
    placeHeadingTag(context),
    { class: 'name', tabindex: -1, lang: story.article.inLanguage, dir: 'auto' },
    place.name,
  )
  const passages = createElement(
    document,
    'div',
    { class: 'passages', role: 'group', 'aria-label': words.passages },
    ...spaced(
      ...renderQuotes(context, place),
      renderCitation(context),
      renderEvidence(context, place),
      actions.renderMore?.(place),
    ),
  )
  // A stop for the keyboard only where there is something to scroll.
  new ResizeObserver(() => {
    passages.tabIndex = passages.scrollHeight > passages.clientHeight ? 0 : -1
  }).observe(passages)
  // In sight, however long the quotes are.
  const reveal = renderTextButton(document, words.showInArticle, () => actions.reveal())
  reveal.classList.add('reveal')
  reveal.hidden = !actions.canReveal
  const { places } = story
  const step = (by: number): void => {
    const other = places[(place.number - 1 + by + places.length) % places.length]
    if (other) actions.select(other)
  }
  const card = createElement(
    document,
    'section',
    {
      class: 'card',
      role: 'dialog',
      'aria-label': namePlace(context, place),
      part: 'popup',
      // The map around it is always left to right.
      dir: direction,
    },
    ...spaced(
      createElement(
        document,
        'div',
        { class: 'card-head' },
        renderSymbol(document, place),
        createElement(document, 'div', { class: 'names' }, ...spaced(title, renderLocalName(document, place))),
        renderIconButton(document, 'close', words.close, () => actions.close()),
      ),
      passages,
    ),
    reveal,
    places.length > 1 && renderSteps(context, place, step),
  )
  // Where one reads from right to left, what comes next comes from the left.
  if (places.length > 1) connectSwipe(card, (by) => step(direction === 'rtl' ? -by : by))
  return card
}

/** Says a place's name and which of how many it is: `Raqqa, place 1 of 5`. */
export function namePlace({ words, story: { places } }: ViewContext, { name, number }: Place): string {
  return fill(words.selected, { name, number, count: places.length })
}

function renderSteps(
  { document, words, story: { places } }: ViewContext,
  place: Place,
  step: (by: number) => void,
): HTMLElement {
  return createElement(
    document,
    'div',
    { class: 'steps' },
    renderIconButton(document, 'back', words.previousPlace, () => step(-1)),
    createElement(document, 'span', {}, fill(words.placeOf, { number: place.number, count: places.length })),
    renderIconButton(document, 'forth', words.nextPlace, () => step(1)),
  )
}
