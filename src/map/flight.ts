import type { LatLngExpression, Map as LeafletMap } from 'leaflet'
import { endAnimation } from './leaflet-internals.ts'

/**
 * How long a flight takes, in seconds. It is no whole number of milliseconds: Leaflet counts those, and a flight that ends on
 * one of them lacks the last event, by which the street tiles learn that they are wanted.
 */
const duration = 0.7005

/** Where a map flies to, and what happens when it is there. */
export interface Destination {
  readonly center: LatLngExpression
  readonly zoom: number
  readonly arrive: () => void
}

/** A map's flights to a view, one at a time. What waits at the end of a flight that is cancelled never happens. */
export class Flight {
  readonly #map: LeafletMap
  readonly #animate: boolean
  #destination: Destination | undefined

  /** @param options with `animate` off, as for readers who want less motion, every flight is a jump */
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

  /** Jumps to the end of the flight. Call it when the map's size changes on the way. */
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
