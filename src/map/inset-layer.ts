import { Layer, type Map as LeafletMap } from 'leaflet'
import type { Basemap } from '../cartography/basemap.ts'
import {
  type Corner,
  corners,
  frameOf,
  type Inset,
  leadersOf,
  locatorOf,
  mapShapes,
  shapeOf,
} from '../cartography/inset.ts'
import { type Box, overlap } from '../cartography/label-placement.ts'
import type { Point } from '../cartography/mercator.ts'
import type { OpeningView } from '../cartography/opening-view.ts'
import type { PlaceGroup } from '../cartography/place-groups.ts'
import { viewOfBox } from '../cartography/view-range.ts'
import type { Place } from '../story/story.ts'
import { boxOf } from './box-of.ts'
import { svg } from './label-layer.ts'
import { boundsOf } from './place-layer.ts'

/** What an inset must not cover, among the markers. */
const takers = '.marker, .leaflet-popup:not(.coming)'

/** A marker that is on the map. */
interface ShownMarker {
  readonly group: PlaceGroup
  readonly element: HTMLElement
}

/** What the layer is told about its surroundings. */
export interface InsetLayerOptions {
  readonly basemap: Basemap
  /** What the map opens with. */
  readonly view: OpeningView
  readonly places: readonly Place[]
  /** The insets of a map of a size that shows the whole story. */
  readonly plan: (size: Point) => readonly Inset[]
  readonly render: (inset: Inset, onClick: () => void) => HTMLElement
  readonly shownMarkers: () => readonly ShownMarker[]
  /** An inset is pressed beside its markers: the group that it parts, if it does. */
  readonly onClick: (inset: Inset, group: PlaceGroup | undefined) => void
}

/**
 * The insets: while the map shows the whole story, the groups that it cannot part; closer up, where in the story's world it is.
 * They lie over the map, in the corners in which the static map has them.
 */
export class InsetLayer extends Layer {
  readonly #options: InsetLayerOptions
  readonly #root = document.createElementNS(svg, 'svg')
  readonly #leaders = document.createElementNS(svg, 'path')
  #shown: { inset: Inset; element: HTMLElement; corner: Corner }[] = []
  #planned: { shape: number; insets: readonly Inset[] } = { shape: -1, insets: [] }

  constructor(options: InsetLayerOptions) {
    super()
    this.#options = options
    this.#root.setAttribute('class', 'labels')
    this.#root.setAttribute('aria-hidden', 'true')
    this.#leaders.setAttribute('class', 'leaders')
    this.#root.append(this.#leaders)
  }

  /** The insets that lie over the map now. */
  get elements(): HTMLElement[] {
    return this.#shown.flatMap(({ element }) => (element.style.visibility ? [] : [element]))
  }

  override onAdd(map: LeafletMap): this {
    map.getPane('labels')?.append(this.#root)
    this.update()
    return this
  }

  override onRemove(): this {
    this.#show([])
    this.#root.remove()
    return this
  }

  override getEvents(): Record<string, () => void> {
    return { movestart: () => this.#leaders.removeAttribute('d'), moveend: () => this.update() }
  }

  /** Shows the insets of what the map shows now, but none over a marker or the popup. */
  update(): void {
    this.#show(this.#wanted())
    const taken = this.#boxes(takers)
    for (const shown of this.#shown) {
      const { inset, element } = shown
      // A locator may stand in any corner, and stays in the one in which it is.
      const corner = (inset.frame ? [shown.corner, ...corners] : [inset.corner]).find((other) => {
        element.className = `inset ${other}`
        const box = boxOf(element, this._map)
        return taken.every((marker) => !overlap(marker, box))
      })
      element.style.visibility = corner ? '' : 'hidden'
      shown.corner = corner ?? inset.corner
    }
    this.#tie()
  }

  #wanted(): readonly Inset[] {
    const { basemap, places, view, plan } = this.#options
    const size = this._map.getSize()
    const shape = shapeOf(size)
    const least = mapShapes[shape]
    if (!least) return []
    if (this.#planned.shape !== shape) this.#planned = { shape, insets: plan(least) }
    const { insets } = this.#planned
    const frame = viewOfBox(boundsOf(this._map.getBounds()), this._map.getCenter().lng)
    const locator = locatorOf(basemap, places, view, frame)
    if (locator) return [{ corner: insets[0]?.corner ?? corners[0], ...locator }]
    return insets.filter((inset) => this.#markerOf(inset))
  }

  #boxes(selector: string): Box[] {
    const found = this._map.getPane('markerPane')?.querySelectorAll(selector) ?? []
    return [...found].map((element) => boxOf(element, this._map))
  }

  /** The marker that stands for the places of an inset, as long as they are not apart. */
  #markerOf({ frame, places: [first] }: Inset): ShownMarker | undefined {
    if (frame) return undefined
    return this.#options
      .shownMarkers()
      .find(({ group }) => group.count > 1 && group.places.some(({ id }) => id === first))
  }

  #show(insets: readonly Inset[]): void {
    const before = this.#shown
    this.#shown = insets.map((inset) => {
      const same = before.find((other) => isSame(other.inset, inset))
      const element = same?.element ?? this.#render(inset)
      if (!same) this._map.getContainer().append(element)
      for (const [name, value] of Object.entries(frameOf(inset)))
        element.querySelector('.frame')?.setAttribute(name, value)
      return { inset, element, corner: same?.corner ?? inset.corner }
    })
    for (const { element } of before) if (this.#shown.every((shown) => shown.element !== element)) element.remove()
  }

  /** On its own, since a listener keeps all that stands around it: those that were shown before, and what they keep. */
  #render(inset: Inset): HTMLElement {
    const { render, onClick } = this.#options
    return render(inset, () => onClick(inset, this.#markerOf(inset)?.group))
  }

  /** Draws the leaders between insets and markers. */
  #tie(): void {
    const { x, y } = this._map.containerPointToLayerPoint([0, 0])
    const lines = this.#shown.flatMap(({ inset, element }) => {
      const marker = this.#markerOf(inset)?.element
      if (!marker || element.style.visibility) return []
      return leadersOf(boxOf(element, this._map), boxOf(marker, this._map))
    })
    const data = lines.map(([from, to]) => `M${from.x + x} ${from.y + y}L${to.x + x} ${to.y + y}`)
    this.#leaders.setAttribute('d', data.join(''))
  }
}

/** Whether two insets differ at most in their corner and in what is framed. */
function isSame(a: Inset, b: Inset): boolean {
  const [one, other] = [a, b].map(({ corner, view, places }) => [corner, view.width, ...places].join())
  return one === other
}
