import type { LatLng, LatLngBounds, Map as LeafletMap } from 'leaflet'

/** A map on paper: what the screen showed, fitted to the size that the map has there. */
export class PaperView {
  readonly #map: LeafletMap
  #screen: { bounds: LatLngBounds; center: LatLng; zoom: number } | undefined

  constructor(map: LeafletMap) {
    this.#map = map
  }

  get isOpen(): boolean {
    return this.#screen !== undefined
  }

  /** Call it when the map's container has its size on paper. */
  open(): void {
    const map = this.#map
    const screen = { bounds: map.getBounds(), center: map.getCenter(), zoom: map.getZoom() }
    this.#screen = screen
    map.invalidateSize({ animate: false, pan: false })
    map.options.zoomSnap = 0
    map.fitBounds(screen.bounds, { animate: false })
  }

  /** Shows again what the screen showed. */
  close(): void {
    if (!this.#screen) return
    const map = this.#map
    const { center, zoom } = this.#screen
    map.invalidateSize({ animate: false, pan: false })
    map.setView(center, zoom, { animate: false })
    map.options.zoomSnap = 1
    this.#screen = undefined
  }
}
