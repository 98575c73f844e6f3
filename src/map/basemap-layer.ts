import { type LatLngTuple, LayerGroup, type Map as LeafletMap, type Path, Polygon, Polyline } from 'leaflet'
import type { Basemap, BasemapShape } from '../cartography/basemap.ts'
import { casing, classOf, inDrawingOrder, isDrawn, streetWidth } from '../cartography/street-width.ts'
import type { Position } from '../story/geometry.ts'
import { CrispSvg } from './leaflet-internals.ts'

/** Leaflet wants latitude first; this is the one place where the order of the coordinates changes. */
export function toLatLng([lng, lat]: Position): LatLngTuple {
  return [lat, lng]
}

/** The name of the pane in which the bundled map is drawn, under the tiles. */
export const basemapPane = 'basemap'

/**
 * The bundled map as a layer. Its colours come from the style sheet, by the class of each kind of shape; the widths of its
 * streets grow with the zoom.
 */
export class BasemapLayer extends LayerGroup {
  readonly #paths: readonly { readonly shape: BasemapShape; readonly isCasing: boolean; readonly path: Path }[]

  constructor(basemap: Basemap) {
    const renderer = new CrispSvg({ pane: basemapPane, padding: 0.5 })
    const paths = inDrawingOrder(basemap.shapes).map(({ shape, isCasing }) => {
      const options = {
        renderer,
        pane: basemapPane,
        className: classOf(shape, isCasing),
        interactive: false,
        smoothFactor: 0.7,
      }
      const latLngs = shape.lines.map((line) => line.map(toLatLng))
      return { shape, isCasing, path: shape.filled ? new Polygon(latLngs, options) : new Polyline(latLngs, options) }
    })
    super(paths.map(({ path }) => path))
    this.#paths = paths
  }

  override getEvents(): Record<string, () => void> {
    return { zoomend: () => this.#update() }
  }

  override onAdd(map: LeafletMap): this {
    super.onAdd(map)
    this.#update()
    return this
  }

  #update(): void {
    const zoom = this._map.getZoom()
    for (const { shape, isCasing, path } of this.#paths) {
      const weight = streetWidth(shape, zoom)
      if (weight !== undefined) path.setStyle({ weight: weight + (isCasing ? casing : 0) })
      path.getElement()?.toggleAttribute('hidden', !isDrawn(shape, zoom))
    }
  }
}
