import type { Place } from '../story/story.ts'
import { createElement } from './element.ts'
import { renderEvidence, renderLocalName } from './place-details.ts'
import { renderQuotes } from './quotation.ts'
import { renderSymbol } from './symbol.ts'
import { placeHeadingTag, type ViewContext } from './view-context.ts'

/** The list of the places, brought to life. */
export interface PlaceList {
  /** Marks a place as the current one and scrolls it into the list's view; `null` marks none. */
  readonly mark: (place: Place | null) => void
  readonly focus: (place: Place) => void
  /** Shows only some of the places. */
  readonly filter: (isShown: (place: Place) => boolean) => void
  /** The place whose name leads to the same address as a link. */
  readonly placeOf: (link: Element) => Place | undefined
}

/**
 * Renders the list of the places, numbered like the markers, with everything that is said of each. On the screen the start
 * of the first quote is seen; all of it is read by those who hear it, and on paper.
 * @param placeLink gives the address to which a place's name leads; without it the name is a button
 */
export function renderPlaceList(context: ViewContext, placeLink?: (id: string) => string): HTMLElement {
  const { document, words, story } = context
  const rows = story.places.map((place) => renderRow(context, place, placeLink?.(place.id)))
  return createElement(document, 'ol', { class: 'list', role: 'list', 'aria-label': words.placesInArticle }, ...rows)
}

function renderRow(context: ViewContext, place: Place, link: string | undefined): HTMLElement {
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

/** Brings a rendered list of these places to life; `select` is called with the place that the reader chooses. */
export function connectPlaceList(
  element: HTMLElement,
  places: readonly Place[],
  select: (place: Place) => void,
  signal: AbortSignal,
): PlaceList {
  const rows = new Map<Place, { readonly row: HTMLElement; readonly name: HTMLElement }>()
  for (const [i, row] of element.querySelectorAll<HTMLElement>('.row').entries()) {
    const place = places[i]
    const name = row.querySelector<HTMLElement>('.name > *')
    if (!place || !name) continue
    rows.set(place, { row, name })
    const choose = (event: MouseEvent): void => {
      // A link may be wanted in a window of its own.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      select(place)
    }
    name.addEventListener('click', choose, { signal })
  }

  function mark(current: Place | null): void {
    for (const [place, { name }] of rows) {
      if (place === current) name.setAttribute('aria-current', 'true')
      else name.removeAttribute('aria-current')
    }
    const row = current ? rows.get(current)?.row : undefined
    // Not scrollIntoView: that would scroll the page around the map as well.
    if (!row) return
    scrollWithin(element, row)
    // With large text the list scrolls together with what is below it.
    if (element.parentElement) scrollWithin(element.parentElement, row)
  }

  function filter(isShown: (place: Place) => boolean): void {
    for (const [place, { row }] of rows) row.hidden = !isShown(place)
  }

  function placeOf(link: Element): Place | undefined {
    const href = link.getAttribute('href')
    for (const [place, { name }] of rows) if (href !== null && name.getAttribute('href') === href) return place
    return undefined
  }

  return { mark, filter, placeOf, focus: (place) => rows.get(place)?.name.focus({ preventScroll: true }) }
}

function scrollWithin(list: HTMLElement, row: HTMLElement): void {
  const outer = list.getBoundingClientRect()
  const inner = row.getBoundingClientRect()
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
}
