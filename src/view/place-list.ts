import type { Place } from '../story/story.ts'
import { createElement } from './element.ts'
import { renderLocalName } from './place-details.ts'
import { renderSymbol } from './symbol.ts'
import type { ViewContext } from './view-context.ts'

/** The list of the places, numbered like the markers, with the start of each place's first quote. */
export interface PlaceList {
  readonly element: HTMLOListElement
  /** Marks a place as the current one and scrolls it into the list's view; `null` marks none. */
  readonly mark: (place: Place | null) => void
  readonly focus: (place: Place) => void
  /** Shows only some of the places. */
  readonly filter: (isShown: (place: Place) => boolean) => void
}

/** Renders the list; `select` is called with the place that the reader chooses. */
export function renderPlaceList({ document, words, story }: ViewContext, select: (place: Place) => void): PlaceList {
  const lang = story.article.inLanguage
  const buttons = new Map<Place, HTMLButtonElement>()
  const rows = story.places.map((place) => {
    const button = createElement(
      document,
      'button',
      { type: 'button', class: 'row' },
      renderSymbol(document, place),
      createElement(
        document,
        'span',
        { class: 'text' },
        createElement(
          document,
          'span',
          { class: 'names' },
          createElement(document, 'span', { class: 'name', lang, dir: 'auto' }, place.name),
          renderLocalName(document, place),
        ),
        createElement(document, 'span', { class: 'excerpt', lang, dir: 'auto' }, place.quotes[0]?.exact),
      ),
    )
    button.addEventListener('click', () => select(place))
    buttons.set(place, button)
    return createElement(document, 'li', {}, button)
  })
  const element = createElement(
    document,
    'ol',
    { class: 'list', role: 'list', 'aria-label': words.placesInArticle },
    ...rows,
  )

  function mark(current: Place | null): void {
    for (const [place, button] of buttons) {
      if (place === current) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
    }
    const row = current ? buttons.get(current) : undefined
    // Not scrollIntoView: that would scroll the page around the map as well.
    if (!row) return
    scrollWithin(element, row)
    // With large text the list scrolls together with what is below it.
    if (element.parentElement) scrollWithin(element.parentElement, row)
  }

  function filter(isShown: (place: Place) => boolean): void {
    for (const [place, button] of buttons) {
      const row = button.parentElement
      if (row) row.hidden = !isShown(place)
    }
  }

  return { element, mark, filter, focus: (place) => buttons.get(place)?.focus({ preventScroll: true }) }
}

function scrollWithin(list: HTMLElement, row: HTMLElement): void {
  const outer = list.getBoundingClientRect()
  const inner = row.getBoundingClientRect()
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
}
