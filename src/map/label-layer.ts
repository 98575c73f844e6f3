import { Layer, type Map as LeafletMap } from 'leaflet'
import type { Basemap, BasemapLabel } from '../cartography/basemap.ts'
import { boxAround, type PlacedLabel, placeLabels } from '../cartography/label-placement.ts'
import { basemapLabel, labelStyles, type MapLabel, type Measure, placeLabel } from '../cartography/label-requests.ts'
import { symbolRoom } from '../cartography/marker-size.ts'
import type { Point } from '../cartography/mercator.ts'
import type { PlaceGroup } from '../cartography/place-groups.ts'
import { middleOf } from '../cartography/popup-placement.ts'
import { toLatLng } from './lat-lng.ts'
import { boxOf } from './box-of.ts'

/** The namespace of SVG elements. */
export const svg = 'http://www.w3.org/2000/svg'

/** What the layer names, and what it keeps clear of. */
export interface LabelLayerOptions {
  readonly basemap: Basemap
  /** BCP 47. */
  readonly language: string
  /** The markers that are on the map now. */
  readonly shownMarkers: () => readonly { readonly group: PlaceGroup; readonly element: HTMLElement }[]
  /** What the label beside a marker says. */
  readonly nameGroup: (group: PlaceGroup) => string
  /** What lies over the map. */
  readonly overlays: () => readonly HTMLElement[]
}

/**
 * The names on the map: those of the story's places first, then as many of the basemap's as find room. Nothing is drawn
 * over a marker or another name, or half under a popup. The names are drawn for the eye only; the markers carry them for
 * everyone.
 */
export class LabelLayer extends Layer {
  readonly #options: LabelLayerOptions
  readonly #root = document.createElementNS(svg, 'svg')
  #withBasemap = true

  constructor(options: LabelLayerOptions) {
    super()
    this.#options = options
    this.#root.setAttribute('class', 'labels')
    this.#root.setAttribute('aria-hidden', 'true')
  }

  override onAdd(map: LeafletMap): this {
    map.getPane('labels')?.append(this.#root)
    this.update()
    return this
  }

  override onRemove(): this {
    this.#root.remove()
    return this
  }

  override getEvents(): Record<string, () => void> {
    return { zoomstart: () => this.#root.replaceChildren() }
  }

  /** Whether the basemap's own names are drawn: not over street tiles, which have theirs. */
  set withBasemap(on: boolean) {
    if (this.#withBasemap === on) return
    this.#withBasemap = on
    this.update()
  }

  /** Places the names anew for what the map shows now. */
  update(): void {
    const map = this._map
    const size = map.getSize()
    const measure = measureIn(getComputedStyle(map.getContainer()).fontFamily)
    const { shownMarkers, overlays, nameGroup } = this.#options
    const markers = shownMarkers().map(({ group, element }) => {
      const box = boxOf(element, map)
      return { group, point: middleOf(box), halfWidth: (box.right - box.left) / 2 }
    })
    const requests = markers.map(({ group, point, halfWidth }) =>
      placeLabel(group, nameGroup(group), point, halfWidth, measure),
    )
    const popups = map.getPane('markerPane')?.querySelectorAll('.leaflet-popup:not(.coming)') ?? []
    const obstacles = [
      ...[...overlays(), ...popups].map((element) => boxOf(element, map)),
      ...markers.map(({ point, halfWidth }) => boxAround(point, halfWidth, symbolRoom)),
    ]
    const placed = placeLabels([...requests, ...this.#basemapLabels(size, measure)], obstacles, size)
    this.#root.replaceChildren(...placed.map((label) => this.#draw(label)))
  }

  *#basemapLabels(size: Point, measure: Measure): Generator<MapLabel> {
    const zoom = this._map.getZoom()
    if (!this.#withBasemap) return
    const { basemap, language } = this.#options
    for (const label of basemap.labels) {
      if (label.minZoom > zoom) continue
      const point = this.#pointOf(label)
      if (point.x < -50 || point.y < -50 || point.x > size.x + 50 || point.y > size.y + 50) continue
      yield basemapLabel(label, language, point, measure)
    }
  }

  #pointOf({ position }: BasemapLabel): Point {
    return this._map.latLngToContainerPoint(toLatLng(position))
  }

  #draw({ request, box }: PlacedLabel<MapLabel>): SVGElement {
    const { x, y } = this._map.containerPointToLayerPoint([0, 0])
    const middle = { x: x + (box.left + box.right) / 2, y: y + (box.top + box.bottom) / 2 }
    const text = document.createElementNS(svg, 'text')
    text.setAttribute('class', `label ${request.kind}`)
    text.setAttribute('transform', `translate(${middle.x} ${middle.y}) rotate(${request.angle})`)
    text.setAttribute('dy', '.35em')
    text.textContent = request.text
    if (request.kind !== 'town' && request.kind !== 'capital') return text
    const group = document.createElementNS(svg, 'g')
    const dot = document.createElementNS(svg, 'circle')
    dot.setAttribute('class', `dot ${request.kind}`)
    dot.setAttribute('r', request.kind === 'capital' ? '3' : '2')
    dot.setAttribute('cx', String(x + request.point.x))
    dot.setAttribute('cy', String(y + request.point.y))
    group.append(dot, text)
    return group
  }
}

let context: CanvasRenderingContext2D | null | undefined

/** Measures texts in a font family, as CSS writes it. */
function measureIn(family: string): Measure {
  context ??= document.createElement('canvas').getContext('2d')
  return (text, kind) => {
    const { size, spacing, weight, italic } = labelStyles[kind]
    if (!context) return text.length * size
    context.font = `${italic ? 'italic ' : ''}${weight} ${size}px ${family}`
    const written = kind === 'country' ? text.toLocaleUpperCase() : text
    return context.measureText(written).width + spacing * text.length + 2
  }
}
