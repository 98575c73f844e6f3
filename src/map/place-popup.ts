import { type LatLng, type LatLngExpression, type Map as LeafletMap, Point, Popup } from 'leaflet'
import { type Box, boxAround } from '../cartography/label-placement.ts'
import { symbolRoom } from '../cartography/marker-size.ts'
import { clamp, middleOf, placePopup } from '../cartography/popup-placement.ts'
import type { Precision } from '../story/story.ts'
import { boxOf } from './box-of.ts'
import { freeFrame } from './free-frame.ts'

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
  readonly #overlays: readonly HTMLElement[]
  #popup: Popup | undefined

  /** @param options `overlays` lie over the map: the popup keeps clear of them */
  constructor(map: LeafletMap, options: { readonly animate: boolean; readonly overlays: readonly HTMLElement[] }) {
    this.#map = map
    this.#overlays = options.overlays
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
    })
    this.#popup = popup.setLatLng(position).setContent(content)
    this.#map.addLayer(popup)
    const element = popup.getElement()
    if (element) onOpen(element)
    remove(before)
    this.#map.getContainer().classList.add(withPopup)
  }

  /** Where what is open is, if anything. */
  get position(): LatLng | undefined {
    return this.#popup?.getLatLng()
  }

  /** Lets what is open be seen, whole. */
  show(): void {
    this.#popup?.getElement()?.classList.remove('coming')
    this.#place()
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
    this.#place()
  }

  /**
   * Puts the popup on the side of its marker on which it hides least, and moves the map by as little as it takes to have both
   * whole in it.
   */
  #place(): void {
    const popup = this.#popup
    const element = popup?.getElement()
    const latLng = popup?.getLatLng()
    if (!popup || !element || !latLng) return
    const container = this.#map.getContainer()
    const boxes = (selector: string): Box[] =>
      [...container.querySelectorAll(selector)].map((part) => boxOf(part, this.#map))
    const point = this.#map.latLngToContainerPoint(latLng)
    const [marker = boxAround(point, symbolRoom)] = boxes('.marker[aria-current]')
    const [circle] = boxes('.accuracy.current')
    const size = new Point(element.offsetWidth, element.offsetHeight)
    const others = boxes('.marker:not([aria-current])')
    const { side, box, pan } = placePopup({ size, marker, circle, others, frame: freeFrame(this.#map, this.#overlays) })
    popup.options.offset = [(box.left + box.right) / 2 - point.x, box.bottom - point.y]
    popup.setLatLng(latLng)
    const tip = element.querySelector<HTMLElement>('.leaflet-popup-tip-container')
    const { x, y } = middleOf(marker)
    Object.assign(tip?.style ?? {}, {
      left: `${clamp(x - box.left, 0, size.x)}px`,
      top: `${clamp(y - box.top, 0, size.y)}px`,
      rotate: `${{ above: 0, right: 90, below: 180, left: 270 }[side]}deg`,
    })
    // Less than a pixel is rounding.
    if (Math.hypot(pan.x, pan.y) >= 1) this.#map.panBy([pan.x, pan.y], { animate: this.#animate, duration: 0.2 })
  }
}

function remove(popup: Popup | undefined): void {
  const element = popup?.getElement()
  popup?.remove()
  // Leaflet lets it fade for a while, in which there would be two dialogs.
  element?.remove()
}
