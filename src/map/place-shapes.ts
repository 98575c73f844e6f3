import { CircleMarker, type Path, Polygon, Polyline } from 'leaflet'
import { nearestLongitude } from '../cartography/mercator.ts'
import type { PlaceIndex } from '../cartography/place-groups.ts'
import type { Position } from '../story/geometry.ts'
import type { Place } from '../story/story.ts'
import { toLatLng } from './lat-lng.ts'

/** How wide a line or dot is for a finger, in pixels (WCAG 2.5.8). */
const target = 24

/** Something drawn on the ground for a place. */
export interface PlaceShape {
  readonly place: Place
  readonly path: Path
}

/**
 * The lines, areas and dots of the places, in the order in which they are drawn: first areas; then, unseen, what a finger that
 * misses a line or dot still meets; last the lines and dots themselves.
 */
export function createPlaceShapes(places: readonly Place[], index: PlaceIndex): PlaceShape[] {
  const layers = places.map((place) => ({ place, ...createPaths(place, index) }))
  const drawn = (kind: keyof Paths): PlaceShape[] =>
    layers.flatMap(({ place, ...paths }) => paths[kind].map((path) => ({ place, path })))
  return [...drawn('areas'), ...drawn('targets'), ...drawn('lines')]
}

interface Paths {
  readonly areas: readonly Path[]
  readonly targets: readonly Path[]
  readonly lines: readonly Path[]
}

function createPaths(place: Place, index: PlaceIndex): Paths {
  const [near] = index.positionOf(place)
  const latLngs = (line: readonly Position[]) => line.map(([lng, lat]) => toLatLng([nearestLongitude(lng, near), lat]))
  const { geometry, precision } = place
  const className = `shape ${precision}`
  // A click on a shape is no click on the map behind it, which would close the popup again.
  const options = { className, bubblingMouseEvents: false }
  const reach = { ...options, className: 'reach', weight: target }
  switch (geometry.type) {
    case 'Point':
      return { areas: [], targets: [], lines: [] }
    case 'MultiPoint': {
      const dots = (radius: number, style: object): Path[] =>
        latLngs(geometry.coordinates).map((point) => new CircleMarker(point, { ...style, radius }))
      return { areas: [], targets: dots(1, reach), lines: dots(5, options) }
    }
    case 'LineString':
    case 'MultiLineString': {
      const lines = (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).map(latLngs)
      const drawn = { ...options, className: `${className} line` }
      return { areas: [], targets: [new Polyline(lines, reach)], lines: [new Polyline(lines, drawn)] }
    }
    case 'Polygon':
    case 'MultiPolygon': {
      const areas = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      const rings = areas.map((area) => area.map(latLngs))
      return { areas: [new Polygon(rings, options)], targets: [], lines: [] }
    }
  }
}
