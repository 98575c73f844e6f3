import { LatLngBounds, LayerGroup, type Map as LeafletMap, Marker } from 'leaflet'
import type { Bounds } from '../cartography/basemap.ts'
import { nearestLongitude } from '../cartography/mercator.ts'
import { createPlaceIndex, type PlaceGroup, type PlaceIndex } from '../cartography/place-groups.ts'
import { positionsOf } from '../story/geometry.ts'
import type { Place } from '../story/story.ts'
import { toLatLng } from './lat-lng.ts'
import { elementIcon } from './element-icon.ts'
import { ShapeLayer } from './shape-layer.ts'

/** What the layer is told about its surroundings. */
export interface PlaceLayerOptions {
  /** Gives the button that stands for a place or group on the map. */
  readonly renderMarker: (group: PlaceGroup) => HTMLElement
  readonly onChoose: (group: PlaceGroup) => void
}

/**
 * The story's places: markers for places and groups of places, with the lines, areas and circles of accuracy under them.
 * Markers stand in the story's order in the document, which is the order in which the keyboard reaches them.
 */
export class PlaceLayer extends LayerGroup {
  readonly index: PlaceIndex
  readonly #options: PlaceLayerOptions
  readonly #markers = new Map<string, { marker: Marker; group: PlaceGroup }>()
  readonly #shapes: ShapeLayer
  #selected: Place | undefined
  #groups: readonly PlaceGroup[] = []

  constructor(places: readonly Place[], options: PlaceLayerOptions) {
    super()
    this.#options = options
    this.index = createPlaceIndex(places)
    this.#shapes = new ShapeLayer(places, this.index)
    this.addLayer(this.#shapes)
  }

  override getEvents(): Record<string, () => void> {
    return { moveend: () => this.update() }
  }

  override onAdd(map: LeafletMap): this {
    super.onAdd(map)
    this.update()
    return this
  }

  /** The groups that are on the map now, each with its button. */
  get shownMarkers(): { group: PlaceGroup; element: HTMLElement }[] {
    return [...this.#markers.values()].flatMap(({ marker, group }) => {
      const element = marker.getElement()
      return element ? [{ group, element }] : []
    })
  }

  /** The button of the group in which a place is now. */
  elementOf(place: Place): HTMLElement | undefined {
    return this.#markers.get(this.#groupOf(place))?.marker.getElement()
  }

  /** What of a place is to be seen when it is chosen: all of a line or area. */
  boundsOf(place: Place): LatLngBounds {
    const [near] = this.index.positionOf(place)
    return new LatLngBounds(
      positionsOf(place.geometry).map(([lng, lat]) => toLatLng([nearestLongitude(lng, near), lat])),
    )
  }

  set selected(place: Place | undefined) {
    this.#selected = place
    this.#shapes.selected = place
    this.#mark()
  }

  /** The place whose line or area is drawn with an element. */
  placeOf(element: EventTarget | null): Place | undefined {
    return this.#shapes.placeOf(element)
  }

  /** Draws the groups of the zoom and view that the map has now. */
  update(): void {
    const map = this._map as LeafletMap
    const zoom = map.getZoom()
    const groups = this.index.groupsAt(zoom, boundsOf(map.getBounds().pad(0.25)))
    const wanted = new Set(groups.map(({ id }) => id))
    for (const [id, { marker }] of this.#markers) {
      if (!wanted.has(id)) {
        this.removeLayer(marker)
        this.#markers.delete(id)
      }
    }
    for (const group of groups) {
      const marker = this.#markers.get(group.id)?.marker ?? this.#createMarker(group)
      this.#markers.set(group.id, { marker, group })
      marker.setLatLng(toLatLng(group.position))
      const { x, y } = group.offset
      // Where there is none, the style sheet sets the marker on its point.
      marker.getElement()?.style.setProperty('translate', x === 0 && y === 0 ? '' : `${x}px ${y}px`)
    }
    this.#groups = groups
    this.arrange()
    this.#mark()
  }

  /** Puts the markers into the story's order in the document, and an open popup after the marker that it belongs to. */
  arrange(): void {
    const pane = this._map.getPane('markerPane')
    const popup = pane?.querySelector(':scope > .leaflet-popup')
    const current = this.#selected && this.#groupOf(this.#selected)
    const wanted = this.#groups.flatMap(({ id }) => {
      const element = this.#markers.get(id)?.marker.getElement()
      if (!element) return []
      return id === current && popup ? [element, popup] : [element]
    })
    if (!pane || wanted.every((element, i) => element === pane.children[i])) return
    const { activeElement } = pane.getRootNode() as Document | ShadowRoot
    // An element that is moved in the document loses its focus and its scroll position. So the popup stays in place, and all else
    // is moved around it.
    const still = popup && wanted.includes(popup) ? popup : wanted.find((element) => element.contains(activeElement))
    if (still) {
      const at = wanted.indexOf(still)
      still.before(...wanted.slice(0, at))
      still.after(...wanted.slice(at + 1))
    } else pane.append(...wanted)
    if (activeElement instanceof HTMLElement && pane.contains(activeElement))
      activeElement.focus({ preventScroll: true })
  }

  #createMarker(group: PlaceGroup): Marker {
    const marker = new Marker(toLatLng(group.position), {
      icon: elementIcon(this.#options.renderMarker(group)),
      // The icon is a button, which needs no help to be reached or pressed.
      keyboard: false,
      // The map is moved by its own handler of the keyboard, which this would undo.
      autoPanOnFocus: false,
      riseOnHover: true,
    })
    marker.on('click', () => this.#options.onChoose(this.#markers.get(group.id)?.group ?? group))
    this.addLayer(marker)
    return marker
  }

  /** The id of the group in which a place is now, or would be alone. */
  #groupOf(place: Place): string {
    for (const [id, { group }] of this.#markers) if (group.places.includes(place)) return id
    return place.id
  }

  #mark(): void {
    const current = this.#selected && this.#groupOf(this.#selected)
    for (const [id, { marker }] of this.#markers) {
      const element = marker.getElement()
      if (id === current) element?.setAttribute('aria-current', 'true')
      else element?.removeAttribute('aria-current')
      marker.setZIndexOffset(id === current ? 1000 : 0)
    }
  }
}

/** Leaflet's bounds in degrees, west first. */
export function boundsOf(bounds: LatLngBounds): Bounds {
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}
