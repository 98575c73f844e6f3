import { Circle, type LatLng, LatLngBounds, LayerGroup, type Map as LeafletMap, Marker } from 'leaflet'
import type { Bounds } from '../cartography/basemap.ts'
import { smallestCircle } from '../cartography/marker-size.ts'
import { metresAround, nearestLongitude, worldSize } from '../cartography/mercator.ts'
import { createPlaceIndex, type PlaceGroup, type PlaceIndex } from '../cartography/place-groups.ts'
import { positionsOf } from '../story/geometry.ts'
import { circleRadius, type Place } from '../story/story.ts'
import { toLatLng } from './lat-lng.ts'
import { elementIcon } from './element-icon.ts'
import { createPlaceShapes } from './place-shapes.ts'

/** What the layer is told about its surroundings. */
export interface PlaceLayerOptions {
  /** Gives the button that stands for a place or group on the map. */
  readonly renderMarker: (group: PlaceGroup) => HTMLElement
  readonly onChoose: (group: PlaceGroup) => void
  /** A place's line or area is chosen. */
  readonly onSelect: (place: Place) => void
}

/**
 * The story's places: markers for places and groups of places, with the lines, areas and circles of accuracy under them.
 * Markers stand in the story's order in the document, which is the order in which the keyboard reaches them.
 */
export class PlaceLayer extends LayerGroup {
  readonly index: PlaceIndex
  readonly #options: PlaceLayerOptions
  readonly #markers = new Map<string, { marker: Marker; group: PlaceGroup }>()
  readonly #circles = new Map<Place, Circle>()
  #selected: Place | undefined
  #groups: readonly PlaceGroup[] = []

  constructor(places: readonly Place[], options: PlaceLayerOptions) {
    super()
    this.#options = options
    this.index = createPlaceIndex(places)
    for (const { place, path } of createPlaceShapes(places, this.index)) {
      this.addLayer(path.on('click', () => options.onSelect(place)))
    }
    for (const place of places) {
      const radius = circleRadius(place)
      if (radius !== undefined) this.#circles.set(place, this.#createCircle(place, radius))
    }
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
    this.#mark()
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
    for (const [place, circle] of this.#circles) {
      const radius = ((place.accuracy ?? 0) * worldSize(zoom)) / metresAround(place.position)
      if (radius >= smallestCircle && isNear(map, circle.getLatLng(), radius)) this.addLayer(circle)
      else this.removeLayer(circle)
    }
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

  #createCircle(place: Place, radius: number): Circle {
    return new Circle(toLatLng(this.index.positionOf(place)), {
      radius,
      className: `accuracy ${place.precision}`,
      interactive: false,
    })
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
    for (const [place, circle] of this.#circles)
      circle.getElement()?.classList.toggle('current', place === this.#selected)
  }
}

/** Whether a circle, its radius in pixels, reaches into the map's view, or would after a little panning. */
function isNear(map: LeafletMap, center: LatLng, radius: number): boolean {
  const { x, y } = map.latLngToContainerPoint(center)
  const size = map.getSize()
  const near = (at: number, length: number): boolean => at > -radius - length / 4 && at < length * 1.25 + radius
  return near(x, size.x) && near(y, size.y)
}

/** Leaflet's bounds in degrees, west first. */
export function boundsOf(bounds: LatLngBounds): Bounds {
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}
