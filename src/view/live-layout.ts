import type { Inset } from '../cartography/inset.ts'
import type { Place } from '../story/story.ts'
import { renderTextButton } from './button.ts'
import { createElement, focusedIn, isDisplayed } from './element.ts'
import { connectPlaceList, type LiveList } from './live-list.ts'
import { renderPlaceFilter } from './place-filter.ts'
import { renderStage, type Stage, type StageActions } from './stage.ts'
import type { ViewContext } from './view-context.ts'

/** What the reader can do with the parts around the map. */
export interface LayoutActions extends StageActions {
  readonly select: (place: Place) => void
  readonly focusMap: () => void
  /** Whether something comes after the map, to which a reader may want to skip. */
  readonly canSkip: boolean
  /** Absent where the map has no address of its own to hand out. */
  readonly openEmbed?: (() => void) | undefined
}

/** A story's layout with room for the live map, and what it needs of what is around it. */
export interface LiveLayout extends Omit<Stage, 'toggle'> {
  /** The whole layout. */
  readonly element: HTMLElement
  readonly list: LiveList
  /** Takes a place's card, in the room of the list, where that stands under the map. Elsewhere it is `position: absolute`. */
  readonly sheet: HTMLElement
  /** Says something to everyone, seen or heard: what went wrong, what is missing. Stays until it is dismissed. */
  readonly notify: (message: string) => void
  /** Tells those who do not see it what has changed. */
  readonly announce: (message: string) => void
  /** Puts the focus on a place's row, unfolding the list where it is folded. */
  readonly focusRow: (place: Place) => void
  /** Whether the list is to be unfolded before it is seen. */
  readonly isListFolded: () => boolean
  /** Folds the list; says whether it lay over the map. The focus that was in it goes to the button that unfolds it, or to the map. */
  readonly closeList: () => boolean
  /** Writes where the story is found under the printed list. */
  readonly writeAddress: (url: string) => void
  /** A copy of an inset of the static map. */
  readonly stillInset: (inset: Pick<Inset, 'places'>) => HTMLElement | undefined
  /** Shows what was drawn unseen. The focus goes from the static map's marker of a place to its live marker. */
  readonly show: (markerOf: (place: Place) => HTMLElement | undefined) => void
  /** Takes back all that was added. */
  readonly remove: () => void
}

/**
 * Adds to a story's layout what the live map needs, unseen until it is shown. A layout that is in the page already is being
 * read, perhaps: its words stay as they are, and its static map stays until the live one takes its place.
 */
export function enliven(element: HTMLElement, context: ViewContext, actions: LayoutActions): LiveLayout {
  const { document, words, story } = context
  const abort = new AbortController()
  const { signal } = abort
  const stage = renderStage(context, actions)
  const { toggle } = stage
  const [heading, side, rows, listFoot] = ['.heading', '.side', '.list', '.list-foot'].map((part) => {
    const found = element.querySelector<HTMLElement>(part)
    if (!found) throw new TypeError(`The layout must have a ${part}.`)
    return found
  }) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement]
  const list = connectPlaceList(rows, context, actions.select, signal)

  const setOpen = (open: boolean): void => {
    toggle.setAttribute('aria-expanded', String(open))
    element.classList.toggle('list-open', open)
  }
  toggle.addEventListener('click', () => setOpen(toggle.getAttribute('aria-expanded') !== 'true'))
  // A folded list can be read, and is seen while it has the focus; also when a phone's keyboard takes the room that it had
  // beside the map.
  const onFocus = ({ target }: Event): void => {
    if (target !== toggle) setOpen(side.contains(target as Node))
  }
  element.addEventListener('focusin', onFocus, { signal })
  const focusRow = (place: Place): void => {
    setOpen(true)
    list.focus(place)
  }

  const renderSkip = (label: string, act: () => void): HTMLElement => {
    const button = renderTextButton(document, label, act)
    button.classList.add('skip')
    return button
  }
  const [place] = story.places
  const skip = renderSkip(words.skipToList, () => place && focusRow(place))
  const back = renderSkip(words.backToMap, actions.focusMap)
  const end = createElement(document, 'span')
  // A stop only while it has the focus; from one with `tabindex=-1` Chromium goes back to the first.
  const skipMap = renderSkip(words.skipMap, () => {
    end.tabIndex = 0
    end.focus({ preventScroll: true })
  })
  end.addEventListener('blur', () => end.removeAttribute('tabindex'))
  const filter = renderPlaceFilter(context, list.filter)
  const embed = actions.openEmbed && renderTextButton(document, words.embed, actions.openEmbed)
  const address = createElement(document, 'a')
  const addressLine = createElement(document, 'p', { class: 'address', dir: 'ltr' }, address)
  // No `role=status`, which some programs read out by that name when it is empty.
  const status = createElement(document, 'p', { class: 'unseen', 'aria-live': 'polite' })

  const sheet = createElement(document, 'div', { class: 'sheet' })

  // Of a page, its words were there before, and stay; its static map goes for good, so that not all of it is in memory twice.
  const isStatic = element.matches('.static')
  let still = element.querySelector('.stage')
  const room = element.querySelector('.embed-room')
  const first = actions.canSkip ? [skipMap, skip] : [skip]
  const last = actions.canSkip ? [status, end] : [status]
  element.prepend(...first)
  element.append(...last)
  ;(still ?? heading).after(stage.element, sheet)
  if (filter) side.prepend(filter)
  if (embed) room?.replaceWith(embed)
  listFoot.append(back, addressLine)
  const unseen = isStatic ? stage.element : element
  unseen.classList.add('drawing')

  const announce = (message: string): void => {
    // Said again, it would be no change, and nobody would hear it.
    status.textContent = status.textContent === message ? `${message}\u00a0` : message
  }
  return {
    ...stage,
    element,
    list,
    sheet,
    notify: (message) => {
      stage.notify(message)
      announce(message)
    },
    announce,
    focusRow,
    isListFolded: () => !element.matches('.list-open') && getComputedStyle(side).position === 'absolute',
    closeList: () => {
      // Where the list has room beside the map there is no such button; nor under a popup in the smallest maps.
      const wasOver = element.matches('.list-open') && (isDisplayed(toggle) || sheet.hasChildNodes())
      const hadFocus = wasOver && side.matches(':focus-within')
      setOpen(false)
      if (hadFocus) (isDisplayed(toggle) ? toggle : stage.map).focus({ preventScroll: true })
      return wasOver
    },
    writeAddress: (url) => {
      address.href = url
      address.textContent = url
    },
    stillInset: ({ places }) =>
      still?.querySelector(`[data-inset="${places.join(' ')}"]`)?.cloneNode(true) as HTMLElement | undefined,
    show: (markerOf) => {
      const focused = still && focusedIn(still)
      still?.remove()
      still = null
      element.classList.remove('static')
      unseen.classList.remove('drawing')
      const place = focused && list.placeOf(focused)
      const next = place ? markerOf(place) : focused && twinOf(focused, stage.element)
      next?.focus({ preventScroll: true })
    },
    remove: () => {
      abort.abort()
      list.mark(null)
      list.filter(story.places)
      setOpen(false)
      if (room) embed?.replaceWith(room)
      for (const node of [...first, ...last, stage.element, sheet, back, addressLine]) node.remove()
      filter?.remove()
      if (isStatic) element.classList.add('static')
      else element.remove()
    },
  }
}

/** What does on the live map what a link of the static map does: the button or link that looks the same. */
function twinOf(link: Element, stage: HTMLElement): HTMLElement | undefined {
  const parts = [...stage.querySelectorAll<HTMLElement>('a, button')]
  return parts.find(({ className, textContent }) => className === link.className && textContent === link.textContent)
}
