import type { Place } from '../story/story.ts'
import { createElement } from './element.ts'
import { renderLocalName } from './place-card.ts'
import { renderSymbol } from './symbol.ts'
import type { ViewContext } from './view-context.ts'

/** The list of the places, numbered like the markers, with the start of each place's first quote. */
export interface PlaceList {
  readonly element: HTMLOListElement
  /** Marks a place as the current one, and scrolls it into the list's view; `null` marks none. */
  readonly mark: (id: string | null) => void
  readonly focus: (id: string) => void
  /** Shows only some of the places. */
  readonly filter: (isShown: (place: Place) => boolean) => void
}

/** Renders the list; `select` is called with the id of a place that the reader chooses. */
export function renderPlaceList({ document, story }: ViewContext, select: (id: string) => void): PlaceList {
  const lang = story.article.inLanguage
  const buttons = new Map<string, HTMLButtonElement>()
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
    button.addEventListener('click', () => select(place.id))
    buttons.set(place.id, button)
    return createElement(document, 'li', {}, button)
  })
  const element = createElement(document, 'ol', { class: 'list', role: 'list' }, ...rows)

  function mark(id: string | null): void {
    for (const [key, button] of buttons) {
      if (key === id) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
    }
    const row = id === null ? undefined : buttons.get(id)
    // Not scrollIntoView: that would scroll the page around the map as well.
    if (!row) return
    scrollWithin(element, row)
    // With large text the list scrolls together with what is below it.
    if (element.parentElement) scrollWithin(element.parentElement, row)
  }

  function filter(isShown: (place: Place) => boolean): void {
    for (const place of story.places) {
      const row = buttons.get(place.id)?.parentElement
      if (row) row.hidden = !isShown(place)
    }
  }

  return { element, mark, filter, focus: (id) => buttons.get(id)?.focus({ preventScroll: true }) }
}

function scrollWithin(list: HTMLElement, row: HTMLElement): void {
  const outer = list.getBoundingClientRect()
  const inner = row.getBoundingClientRect()
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
}

/** Finds a place by its id. */
export function placeById(places: readonly Place[], id: string | null): Place | undefined {
  return places.find((place) => place.id === id)
}
