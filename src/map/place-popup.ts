import { type LatLngExpression, type Map as LeafletMap, Point, Popup } from 'leaflet'
import type { Precision } from '../story/story.ts'

/** Room between a popup and the map's edge, in pixels. */
const margin = 8

/** The class of a map with a popup. (WebKit does not look again at `:has()` in a shadow root when something leaves.) */
const withPopup = 'with-popup'

/** What a popup opens on. */
export interface PopupAnchor {
  readonly position: LatLngExpression
  readonly precision: Precision
}

/** The one popup of a map: never larger than the map, and never without its marker in sight. */
export class PlacePopup {
  readonly #map: LeafletMap
  readonly #animate: boolean
  #popup: Popup | undefined

  constructor(map: LeafletMap, options: { readonly animate: boolean }) {
    this.#map = map
    this.#animate = options.animate
  }

  /**
   * Opens on a place, unseen until {@link show}: the map may have to go there first.
   * @param onOpen called with the popup while what was open before is still there, so that the focus can go from one to the other
   */
  open({ position, precision }: PopupAnchor, content: HTMLElement, onOpen: (popup: HTMLElement) => void): void {
    const before = this.#popup
    const popup = new Popup({
      // Among the markers, so that the keyboard goes from a marker into its popup and on to the next marker.
      pane: 'markerPane',
      className: `${precision} coming`,
      autoPan: false,
      closeButton: false,
      closeOnClick: false,
      autoClose: false,
      closeOnEscapeKey: false,
      maxWidth: 1000,
      minWidth: 0,
      offset: [0, precision === 'exact' ? -24 : -8],
    })
    this.#popup = popup.setLatLng(position).setContent(content)
    this.#map.addLayer(popup)
    const element = popup.getElement()
    if (element) onOpen(element)
    remove(before)
    this.#map.getContainer().classList.add(withPopup)
  }

  /** Lets what is open be seen, whole. */
  show(): void {
    this.#popup?.getElement()?.classList.remove('coming')
    this.#keepInSight()
  }

  /** Closes what is open. */
  close(): void {
    remove(this.#popup)
    this.#popup = undefined
    this.#map.getContainer().classList.remove(withPopup)
  }

  /** Call it when the map's size has changed. */
  update(): void {
    this.#popup?.update()
    this.#keepInSight()
  }

  /** Moves the map by as little as it takes to have the popup and its marker whole in it. */
  #keepInSight(): void {
    const element = this.#popup?.getElement()
    const latLng = this.#popup?.getLatLng()
    if (!element || !latLng) return
    const frame = this.#map.getContainer().getBoundingClientRect()
    const card = element.getBoundingClientRect()
    const { x, y } = this.#map.latLngToContainerPoint(latLng)
    const left = Math.min(card.left - frame.left, x - 18)
    const right = Math.max(card.right - frame.left, x + 18)
    const top = card.top - frame.top
    // On a low map the bar at its foot is hidden while a popup is open.
    const bottom = y + 18 + (frame.height < 320 ? 0 : 24)
    const by = new Point(
      shift(left, right, margin, frame.width - margin),
      shift(top, bottom, margin, frame.height - margin),
    )
    // Less than a pixel is rounding.
    if (Math.abs(by.x) >= 1 || Math.abs(by.y) >= 1) this.#map.panBy(by, { animate: this.#animate, duration: 0.2 })
  }
}

function remove(popup: Popup | undefined): void {
  const element = popup?.getElement()
  popup?.remove()
  // Leaflet lets it fade for a while, in which there would be two dialogs.
  element?.remove()
}

/** By how much to move so that [low, high] lies within [least, most]; where both cannot be, `low` counts. */
function shift(low: number, high: number, least: number, most: number): number {
  const over = Math.max(0, high - most)
  return low - over < least ? low - least : over
}
