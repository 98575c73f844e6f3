import type { Place } from '../story/story.ts'

/** Fired on the map's element when a place has been selected, or with `null` when none is any more. Bubbles, and leaves the shadow root. */
export class PlaceSelectEvent extends Event {
  readonly place: Place | null

  constructor(place: Place | null) {
    super('place-select', { bubbles: true, composed: true })
    this.place = place
  }
}
