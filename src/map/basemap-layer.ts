import { Layer, type Map as LeafletMap } from 'leaflet'
import type { Basemap, BasemapShape } from '../cartography/basemap.ts'
import { pathDataOf } from '../cartography/course.ts'
import { casing, classOf, inDrawingOrder, isDrawn, streetWidth } from '../cartography/street-width.ts'
import { CrispSvg } from './leaflet-internals.ts'

/** The name of the pane in which the bundled map is drawn, under the tiles. */
export const basemapPane = 'basemap'

/** A shape, or the outline of one, and the element that it is drawn with. */
interface Drawing {
  readonly shape: BasemapShape
  readonly isCasing: boolean
  readonly path: SVGPathElement
}

/**
 * The bundled map as a layer. Its colours come from the style sheet, by the class of each kind of shape; the widths of its
 * streets grow with the zoom.
 */
export class BasemapLayer extends Layer {
  readonly #renderer = new CrispSvg({ pane: basemapPane, padding: 0.5 })
  readonly #drawings: readonly Drawing[]

  constructor({ shapes }: Basemap) {
    super()
    this.#drawings = inDrawingOrder(shapes).map(({ shape, isCasing }) => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
      path.setAttribute('class', classOf(shape, isCasing))
      return { shape, isCasing, path }
    })
  }

  override onAdd(map: LeafletMap): this {
    const renderer = this.#renderer.addTo(map)
    renderer._rootGroup.append(...this.#drawings.map(({ path }) => path))
    renderer.on('update', () => this.#draw(map))
    this.#draw(map)
    return this
  }

  override onRemove(): this {
    this.#renderer.off('update').remove()
    return this
  }

  #draw(map: LeafletMap): void {
    const zoom = map.getZoom()
    const { plane } = this.#renderer
    for (const { shape, isCasing, path } of this.#drawings) {
      const drawn = isDrawn(shape, zoom)
      path.toggleAttribute('hidden', !drawn)
      if (!drawn) continue
      const width = streetWidth(shape, zoom)
      if (width !== undefined) path.setAttribute('stroke-width', String(width + (isCasing ? casing : 0)))
      path.setAttribute('d', pathDataOf(shape, plane))
    }
  }
}
