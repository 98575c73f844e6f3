import type { Place } from '../story/story.ts'
import { focusedIn } from '../view/element.ts'
import type { LiveLayout } from '../view/live-layout.ts'

/**
 * Where a place was selected: by the reader, on the map, in the list, in the card of another place, or by its number in the
 * article; or by a program, as from the address.
 */
export type SelectionSource = 'map' | 'list' | 'card' | 'article' | 'program'

/**
 * Moves the focus between cards and what opens them. A card, in a popup or a sheet, is a non-modal dialog. When a reader has opened it, the focus
 * goes to its heading, whether or not a key was pressed: a screen reader presses as a mouse does. When it closes, the focus
 * goes back to what opened it.
 */
export class PopupFocus {
  readonly #layout: LiveLayout
  readonly #buttonOf: (place: Place) => HTMLElement | undefined
  /** Whether the reader last used a key, and not a pointer. */
  #byKeyboard = false
  #goesIn = false
  #openedFrom: 'map' | 'list' = 'map'

  /** @param buttonOf gives the button that stands on the map for a place */
  constructor(layout: LiveLayout, buttonOf: (place: Place) => HTMLElement | undefined, signal: AbortSignal) {
    this.#layout = layout
    this.#buttonOf = buttonOf
    const byKeyboard = (on: boolean) => () => {
      this.#byKeyboard = on
    }
    layout.element.addEventListener('pointerdown', byKeyboard(false), { capture: true, signal })
    layout.element.addEventListener('keydown', byKeyboard(true), { capture: true, signal })
  }

  /** Puts the focus on the open card, or on the map. */
  request(): void {
    const target = titleIn(this.#layout.element) ?? this.#layout.map
    target.focus({ preventScroll: true })
  }

  /** Call it when a card has opened, and while the one before it is still there. */
  enter(card: HTMLElement): void {
    if (this.#goesIn) titleIn(card)?.focus({ preventScroll: true })
  }

  /**
   * Call it before another place is selected, or none.
   * @returns whether the focus will go into the place's card
   */
  move(before: Place | null, place: Place | null, from: SelectionSource): boolean {
    const { element, focusRow, isListFolded } = this.#layout
    const inCard = focusedIn(element)?.closest('.card') != null
    this.#goesIn = place !== null && (inCard || from !== 'program')
    if (place) {
      if (!inCard) this.#openedFrom = from === 'list' ? 'list' : 'map'
    } else if (inCard && before) {
      // A reader with a finger or mouse does not get the list unfolded over the map again.
      const toList = this.#openedFrom === 'list' && (this.#byKeyboard || !isListFolded())
      if (toList) focusRow(before)
      else this.#buttonOf(before)?.focus({ preventScroll: true })
    }
    return this.#goesIn
  }
}

function titleIn(root: ParentNode): HTMLElement | null {
  return root.querySelector('.card .name')
}
