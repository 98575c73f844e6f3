import { type LatLngTuple, LayerGroup, Polygon, Polyline } from 'leaflet'
import type { Basemap } from '../cartography/basemap.ts'
import type { Position } from '../story/geometry.ts'
import { CrispSvg } from './leaflet-internals.ts'

/** Leaflet wants latitude first; this is the one place where the order of the coordinates changes. */
export function toLatLng([lng, lat]: Position): LatLngTuple {
  return [lat, lng]
}

/** The name of the pane in which the bundled map is drawn, under the tiles. */
export const basemapPane = 'basemap'

/** The bundled map as a layer. Its colours come from the style sheet, by the class of each kind of shape. */
export function createBasemapLayer(basemap: Basemap): LayerGroup {
  const renderer = new CrispSvg({ pane: basemapPane, padding: 0.5 })
  return new LayerGroup(
    basemap.shapes.map(({ kind, lines, filled, rank }) => {
      const options = {
        renderer,
        pane: basemapPane,
        className: `${kind} rank-${rank}`,
        interactive: false,
        smoothFactor: 0.7,
      }
      const latLngs = lines.map((line) => line.map(toLatLng))
      return filled ? new Polygon(latLngs, options) : new Polyline(latLngs, options)
    }),
  )
}
