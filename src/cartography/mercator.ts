import { equator } from '../story/earth.ts'
import type { Position } from '../story/geometry.ts'

/** A point of the map, in pixels or in shares of the world's width; y grows to the south. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where Web Mercator ends: Leaflet's `SphericalMercator.MAX_LATITUDE`. */
const maxLatitude = 85.0511287798

/** Leaflet's tile size: at zoom 0 the world is this many pixels wide. */
const tileSize = 256

/**
 * Projects a position by Web Mercator (EPSG:3857), as Leaflet does by default, in shares of the world's width:
 * x is 0 at 180° west and 1 at 180° east, y is 0 in the north and 1 in the south.
 */
export function project([lng, lat]: Position): Point {
  const phi = (Math.max(-maxLatitude, Math.min(maxLatitude, lat)) * Math.PI) / 180
  return { x: (lng + 180) / 360, y: (1 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / Math.PI) / 2 }
}

/** The inverse of {@link project}. */
export function unproject({ x, y }: Point): Position {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI]
}

/** The width of the world in pixels at a zoom, which may be fractional. */
export function worldSize(zoom: number): number {
  return tileSize * 2 ** zoom
}

/** The zoom at which the world is `size` pixels wide. */
export function zoomOfWorldSize(size: number): number {
  return Math.log2(size / tileSize)
}

/** A longitude on the world copy on which it is nearest to another: 181° for -179° near 179°. */
export function nearestLongitude(lng: number, near: number): number {
  return lng + 360 * Math.round((near - lng) / 360)
}

/** The length on the ground, in metres, of the world's width at the latitude of a position. */
export function metresAround([, lat]: Position): number {
  return equator * Math.cos((lat * Math.PI) / 180)
}
