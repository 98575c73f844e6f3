import type { LatLngExpression, Map as LeafletMap } from 'leaflet'

/**
 * How long a flight takes, in seconds: no whole number of milliseconds. Leaflet, which counts those, would else end some flights
 * without the event by which the street tiles know that they are wanted.
 */
const duration = 0.7005

/** Where a map is going to, and what is to be done when it is there. */
export interface Destination {
  readonly center: LatLngExpression
  readonly zoom: number
  readonly arrive: () => void
}

/** A map's way to a view: one at a time, and what waits at the end of one that is given up never happens. */
export class Flight {
  readonly #map: LeafletMap
  readonly #animate: boolean
  #destination: Destination | undefined

  /** With `animate` off, as for readers who want less motion, every way is a jump. */
  constructor(map: LeafletMap, options: { readonly animate: boolean }) {
    this.#map = map
    this.#animate = options.animate
  }

  /** Goes there, in 0.7 seconds or at once. */
  start(destination: Destination, animate: boolean): void {
    this.cancel()
    const { center, zoom } = destination
    this.#destination = destination
    this.#map.once('moveend', this.#land)
    if (animate && this.#animate) this.#map.flyTo(center, zoom, { duration })
    else this.#map.setView(center, zoom, { animate: false })
  }

  /** Goes on at once to where the map was going; to be called when its size has changed on the way. */
  finish(resize: () => void): void {
    const destination = this.#destination
    this.cancel()
    resize()
    if (destination) this.start(destination, false)
  }

  /** Forgets where the map was going to. */
  cancel(): void {
    this.#map.off('moveend', this.#land)
    this.#destination = undefined
    endAnimation(this.#map)
  }

  readonly #land = (): void => {
    const destination = this.#destination
    this.#destination = undefined
    destination?.arrive()
  }
}

/**
 * Ends a zoom that is under way, by going to its end, and a pan where it is. Leaflet's `stop()` does not: it leaves a
 * timer, which would end the next flight too early, and throws in a map that has been removed.
 */
function endAnimation(map: LeafletMap & Animated): void {
  if (map._animatingZoom) map._onZoomTransitionEnd?.()
  map._panAnim?.stop()
}

/** What Leaflet keeps of an animation that is under way. */
interface Animated {
  readonly _animatingZoom?: boolean
  readonly _panAnim?: { stop(): void }
  _onZoomTransitionEnd?(): void
}
