import type { Place } from '../story/story.ts'
import { isDisplayed } from '../view/element.ts'
import type { Layout } from '../view/layout.ts'

/** Where a place was selected: on the map, in the list, or outside of both, as by the address or from a popup. */
export type SelectionSource = 'map' | 'list' | 'outside'

/**
 * Moves the focus between popups and what opens them. A popup is a non-modal dialog. The focus goes into it when it was opened
 * by keyboard or from another popup, and back to what opened it when it closes.
 */
export class PopupFocus {
  readonly #root: ShadowRoot
  readonly #layout: Layout
  readonly #buttonOf: (place: Place) => HTMLElement | undefined
  /** Whether the reader last used a key, and not a pointer. */
  #byKeyboard = false
  #goesIn = false
  #openedFrom: 'map' | 'list' = 'map'

  /** @param buttonOf gives the button that stands on the map for a place */
  constructor(
    root: ShadowRoot,
    layout: Layout,
    buttonOf: (place: Place) => HTMLElement | undefined,
    signal: AbortSignal,
  ) {
    this.#root = root
    this.#layout = layout
    this.#buttonOf = buttonOf
    const byKeyboard = (on: boolean) => () => {
      this.#byKeyboard = on
    }
    layout.element.addEventListener('pointerdown', byKeyboard(false), { capture: true, signal })
    layout.element.addEventListener('keydown', byKeyboard(true), { capture: true, signal })
  }

  /** Whether the popup that opens next, or opened last, has the focus. */
  get goesIn(): boolean {
    return this.#goesIn
  }

  /**
   * Puts the focus on the open popup, or on the map. While the map is on its way to a place, the popup that opens there takes
   * the focus over.
   */
  request(): void {
    const popup = this.#root.querySelector<HTMLElement>('.card')
    const target = popup ?? this.#layout.map
    target.focus({ preventScroll: true })
    this.#goesIn = true
  }

  /** Call it when a popup has opened. */
  enter(popup: HTMLElement): void {
    if (this.#goesIn) popup.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true })
  }

  /** Call it before another place is selected, or none. */
  move(before: Place | null, place: Place | null, from: SelectionSource): void {
    const { list, map, focusRow } = this.#layout
    const focused = this.#root.activeElement
    const inPopup = focused?.closest('.leaflet-popup') != null
    if (place) {
      this.#goesIn = inPopup || (focused !== null && this.#byKeyboard)
      if (!inPopup) this.#openedFrom = from === 'list' ? 'list' : 'map'
      // The popup with the focus goes; the map keeps the focus until the next popup is there.
      if (inPopup) map.focus({ preventScroll: true })
    } else if (inPopup && before) {
      // A reader with a finger or mouse does not get the list unfolded over the map again.
      const toList = this.#openedFrom === 'list' && (this.#byKeyboard || isDisplayed(list.element))
      if (toList) focusRow(before)
      else this.#buttonOf(before)?.focus({ preventScroll: true })
    }
  }
}
