import { type LatLngExpression, type Map as LeafletMap, Point, Popup } from 'leaflet'
import { type Box, boxAround } from '../cartography/label-placement.ts'
import { symbolRoom } from '../cartography/marker-size.ts'
import { clamp, middleOf, placePopup } from '../cartography/popup-placement.ts'
import type { Precision } from '../story/story.ts'
import { boxOf } from './box-of.ts'
import { freeFrame } from './free-frame.ts'
import { endPanHere } from './leaflet-internals.ts'

/** The class of a map with a popup. (WebKit does not look again at `:has()` in a shadow root when something leaves.) */
const withPopup = 'with-popup'

/** A place's card, and where its place is. */
export interface AnchoredCard {
  readonly element: HTMLElement
  readonly position: LatLngExpression
  readonly precision: Precision
  /** What is in the middle of the map while the card is in the sheet. */
  readonly center: LatLngExpression
}

/** How cards are shown. */
export interface PlacePopupOptions {
  readonly animate: boolean
  /** What lies over the map: the popup keeps clear of it. */
  readonly overlays: readonly HTMLElement[]
  /** Where a card goes, instead of into a popup, while this element has a room of its own: while its style is `position: static`. */
  readonly sheet: HTMLElement
}

/**
 * The one card of a map that is open: in a popup, never larger than the map and never without its marker in sight; or, where
 * the list stands under the map, in a sheet that takes the list's room.
 */
export class PlacePopup {
  readonly #map: LeafletMap
  readonly #options: PlacePopupOptions
  #card: AnchoredCard | undefined
  /** Absent while the card is in the sheet. */
  #popup: Popup | undefined

  constructor(map: LeafletMap, options: PlacePopupOptions) {
    this.#map = map
    this.#options = options
  }

  /** Whether a card goes into the sheet now. */
  get isSheet(): boolean {
    return getComputedStyle(this.#options.sheet).position === 'static'
  }

  /**
   * Opens a card; a popup is unseen until {@link show}: the map may have to go there first.
   * @param onOpen called with the card while what was open before is still there, so that the focus can go from one to the other
   */
  open(card: AnchoredCard, onOpen: (card: HTMLElement) => void): void {
    const before = this.#card
    const popupBefore = this.#popup
    this.#card = card
    this.#contain(card)
    onOpen(card.element)
    remove(popupBefore, before)
  }

  /** Where what is open is, if anything. */
  get position(): LatLngExpression | undefined {
    return this.#card?.position
  }

  /** Lets what is open be seen, whole. */
  show(): void {
    this.#popup?.getElement()?.classList.remove('coming')
    this.#place()
  }

  /** Closes what is open. */
  close(): void {
    remove(this.#popup, this.#card)
    this.#card = undefined
    this.#popup = undefined
    this.#map.getContainer().classList.remove(withPopup)
  }

  /** Call it when the map's size has changed: what is open may have to go from the popup to the sheet, or back. */
  update(): void {
    const card = this.#card
    if (!card) return
    // An element that is moved in the document loses its focus and its scroll position.
    const { element } = card
    const { activeElement } = element.getRootNode() as Document | ShadowRoot
    const scrolled = [element, ...element.children].map((part) => [part, part.scrollTop] as const)
    const popup = this.#popup
    if (this.isSheet === (popup === undefined)) popup?.update()
    else {
      this.#contain(card)
      remove(popup)
    }
    for (const [part, top] of scrolled) part.scrollTop = top
    if (activeElement instanceof HTMLElement && element.contains(activeElement))
      activeElement.focus({ preventScroll: true })
    this.show()
  }

  /** Puts a card where it belongs now. */
  #contain(card: AnchoredCard): void {
    const { isSheet } = this
    this.#map.getContainer().classList.toggle(withPopup, !isSheet)
    this.#popup = isSheet ? undefined : this.#createPopup(card)
    if (isSheet) this.#options.sheet.append(card.element)
  }

  #createPopup({ element, position, precision }: AnchoredCard): Popup {
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
    this.#map.addLayer(popup.setLatLng(position).setContent(element))
    // What is pressed stands still until it is let go: a press that ends beside its button is none.
    popup.getElement()?.addEventListener('pointerdown', ({ currentTarget }) => {
      if (endPanHere(this.#map)) currentTarget?.addEventListener('pointerup', () => this.#place(), { once: true })
    })
    return popup
  }

  /**
   * Puts the popup on the side of its marker on which it hides least, and moves the map by as little as it takes to have both
   * whole in it; or, with a sheet, has the place in the map's middle.
   */
  #place(): void {
    const card = this.#card
    if (!card) return
    const map = this.#map
    const popup = this.#popup
    const element = popup?.getElement()
    if (!popup || !element) {
      this.#panBy(map.latLngToContainerPoint(card.center).subtract(map.getSize().divideBy(2)))
      return
    }
    const container = map.getContainer()
    const boxes = (selector: string): Box[] => [...container.querySelectorAll(selector)].map((part) => boxOf(part, map))
    const point = map.latLngToContainerPoint(card.position)
    const [marker = boxAround(point, symbolRoom)] = boxes('.marker[aria-current]')
    const [circle] = boxes('.accuracy.current')
    const size = new Point(element.offsetWidth, element.offsetHeight)
    const others = boxes('.marker:not([aria-current])')
    const { side, box, pan } = placePopup({
      size,
      marker,
      circle,
      others,
      frame: freeFrame(this.#map, this.#options.overlays),
    })
    popup.options.offset = [(box.left + box.right) / 2 - point.x, box.bottom - point.y]
    popup.setLatLng(card.position)
    const tip = element.querySelector<HTMLElement>('.leaflet-popup-tip-container')
    const { x, y } = middleOf(marker)
    Object.assign(tip?.style ?? {}, {
      left: `${clamp(x - box.left, 0, size.x)}px`,
      top: `${clamp(y - box.top, 0, size.y)}px`,
      rotate: `${{ above: 0, right: 90, below: 180, left: 270 }[side]}deg`,
    })
    this.#panBy(new Point(pan.x, pan.y))
  }

  #panBy(by: Point): void {
    // Less than a pixel is rounding.
    if (Math.hypot(by.x, by.y) >= 1) this.#map.panBy(by, { animate: this.#options.animate, duration: 0.2 })
  }
}

/** Removes a popup, or else a card that is in the sheet. From a popup that was clicked Leaflet would hear a click on the map. */
function remove(popup: Popup | undefined, card?: AnchoredCard): void {
  const element = popup ? popup.getElement() : card?.element
  popup?.remove()
  // Leaflet lets it fade for a while, in which there would be two dialogs.
  element?.remove()
}
