import type { LatLngTuple } from 'leaflet'
import type { Position } from '../story/geometry.ts'

/** Leaflet wants latitude first; this is the one place where the order of the coordinates changes. */
export function toLatLng([lng, lat]: Position): LatLngTuple {
  return [lat, lng]
}
