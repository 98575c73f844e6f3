import type { Place } from '../story/story.ts'
import { focusedIn } from './element.ts'
import { firstRows, mostRows, renderRow } from './place-list.ts'
import type { ViewContext } from './view-context.ts'

/** The list of the places, brought to life. */
export interface LiveList {
  /** Marks a place as the current one and scrolls it into the list's view; `null` marks none. */
  readonly mark: (place: Place | null) => void
  readonly focus: (place: Place) => void
  /** Shows only these of the places. */
  readonly filter: (shown: readonly Place[]) => void
  /** Holds all rows at once, for paper. */
  readonly print: (on: boolean) => void
  /** The place whose name leads to the same address as a link. */
  readonly placeOf: (link: Element) => Place | undefined
}

/** Where fewer rows than this are there before the first that is seen, or twice as many after it, others are put there. */
const margin = 20

/**
 * Brings a rendered list to life; `select` is called with the place that the reader chooses. Of a long list only the rows around
 * those that are seen are in the document: room is kept for the others, and each row says which of how many it is.
 */
export function connectPlaceList(
  element: HTMLElement,
  context: ViewContext,
  select: (place: Place) => void,
  signal: AbortSignal,
): LiveList {
  const { places } = context.story
  const side = element.parentElement ?? element
  const href = element.querySelector('.name > a')?.getAttribute('href')
  const linkOf = ({ id }: Place): string | undefined => href?.replace(/=.*/, `=${id}`)
  let rows = new Map([...element.querySelectorAll<HTMLElement>('.row')].map((row, i) => [places[i], row]))
  let shown = places
  let most = rows.size
  /** The task in which more rows come. */
  let growing: ReturnType<typeof setTimeout> | undefined
  let from = 0
  let current: Place | null = null
  /** The mean height of a row, in pixels: at first, of a name in one line over a quote in two. */
  let height = 84

  const nameIn = (row: Element | undefined): HTMLElement | null | undefined => row?.querySelector('.name > *')

  /** Puts the rows from about an index on into the document. What is there already stays there, and so does what has the focus. */
  function update(first: number): void {
    from = Math.max(0, Math.min(first, shown.length - most))
    const before = rows
    const focused = focusedIn(element)?.closest('.row')
    const kept = focused ? shown.findIndex((place) => before.get(place) === focused) : -1
    const indexes = Array.from(shown.slice(from, from + most), (_, i) => from + i)
    if (kept >= 0 && !indexes.includes(kept)) indexes[kept < from ? 'unshift' : 'push'](kept)
    rows = new Map()
    for (const i of indexes) {
      const place = shown[i]
      if (!place) continue
      const row = before.get(place) ?? renderRow(context, place, linkOf(place))
      rows.set(place, row)
      if (places.length <= mostRows) continue
      row.setAttribute('aria-posinset', String(i + 1))
      row.setAttribute('aria-setsize', String(shown.length))
      // Room for those that are not there: as padding of the list, it would make the list as high.
      const above = i === indexes[0] ? from : 0
      const below = i === indexes[indexes.length - 1] ? shown.length - from - most : 0
      row.style.marginBlock = `${above * height}px ${Math.max(0, below) * height}px`
    }
    const there = new Set(rows.values())
    for (const row of before.values()) if (!there.has(row)) row.remove()
    let next = element.firstElementChild
    for (const row of there) {
      if (row === next) next = next.nextElementSibling
      else element.insertBefore(row, next)
    }
    markRows()
  }

  /** Doubles the rows after each frame, until there are enough: so many at once would take longer than a frame. */
  function grow(): void {
    if (most >= mostRows || signal.aborted) return
    requestAnimationFrame(() => {
      clearTimeout(growing)
      growing = setTimeout(() => {
        if (most >= mostRows || signal.aborted) return
        most = Math.min(2 * most, mostRows)
        update(from)
        grow()
      })
    })
  }

  function markRows(): void {
    for (const [place, row] of rows) {
      if (place === current) nameIn(row)?.setAttribute('aria-current', 'true')
      else nameIn(row)?.removeAttribute('aria-current')
    }
  }

  /** Brings a place's row into the document; there is none while the filter leaves it out. */
  function rowOf(place: Place): Element | undefined {
    const index = shown.indexOf(place)
    if (index >= 0 && !rows.has(place)) {
      most = Math.max(most, mostRows)
      update(index - mostRows / 2)
    }
    return rows.get(place)
  }

  function onScroll(): void {
    const [first, last] = [element.firstElementChild, element.lastElementChild]
    if (!first || !last || shown.length <= most) return
    const { top } = first.getBoundingClientRect()
    const mean = (last.getBoundingClientRect().bottom - top) / rows.size
    // The list scrolls by itself, or together with what is around it.
    const list = element.getBoundingClientRect().top
    const view = Math.max(list, side.getBoundingClientRect().top)
    const inside = Math.floor((view - top) / mean)
    const isInside = inside >= 0 && inside < rows.size
    const seen = isInside ? from + inside : Math.floor((view - list + element.scrollTop) / mean)
    if (isInside && (from === 0 || inside >= margin) && (from + most >= shown.length || inside < most - 2 * margin))
      return
    height = mean
    most = mostRows
    const still = rows.get(shown[seen])
    const before = still?.getBoundingClientRect().top ?? 0
    update(seen - 2 * margin)
    // The heights of rows that are not there are a guess: what is seen stays where it is.
    if (!still?.isConnected) return
    const moved = still.getBoundingClientRect().top - before
    if (element.scrollTop > 0) element.scrollTop += moved
    else side.scrollTop += moved
  }

  if (places.length > mostRows) {
    // Rows that take others' place are kept where they are seen below.
    element.style.overflowAnchor = 'none'
    update(0)
    grow()
    // A scroll event does not bubble.
    side.addEventListener('scroll', onScroll, { capture: true, passive: true, signal })
  }
  element.addEventListener(
    'click',
    (event) => {
      const name = (event.target as Element).closest('.name > *')
      // A link may be wanted in a window of its own.
      if (!name || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      for (const [place, row] of rows) if (place && row.contains(name)) select(place)
    },
    { signal },
  )

  return {
    mark: (place) => {
      current = place
      const row = place && rowOf(place)
      markRows()
      // Not scrollIntoView: that would scroll the page around the map as well.
      if (!row) return
      scrollWithin(element, row)
      // With large text the list scrolls together with what is below it.
      scrollWithin(side, row)
    },
    focus: (place) => nameIn(rowOf(place))?.focus({ preventScroll: true }),
    filter: (found) => {
      shown = found
      most = places.length <= mostRows || signal.aborted ? mostRows : firstRows
      update(0)
      element.scrollTop = 0
      grow()
    },
    print: (on) => {
      most = on ? Infinity : mostRows
      update(from)
    },
    placeOf: (link) => {
      const address = link.getAttribute('href')
      return places.find((place) => address !== null && address === linkOf(place))
    },
  }
}

function scrollWithin(list: HTMLElement, row: Element): void {
  const outer = list.getBoundingClientRect()
  const inner = row.getBoundingClientRect()
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
}
