import type { Position } from '../story/geometry.ts'
import type { Basemap, Bounds } from './basemap.ts'
import { nearestLongitude } from './mercator.ts'

/** Whether bounds go around the world. */
export function isWorld([west, , east]: Bounds): boolean {
  return east - west >= 360
}

/**
 * Moves a basemap to the world copy nearest to a longitude. 181° and -179° are the same place but different points of a
 * map: a story and its basemap must agree on one. A basemap of the whole world is repeated beyond its nearer edge, so that
 * the longitude is in the middle of its bounds.
 */
export function nearestWorldCopy(basemap: Basemap, longitude: number): Basemap {
  const [west, south, east, north] = basemap.bounds
  const middle = (west + east) / 2
  const nearest = nearestLongitude(middle, longitude) - middle
  const isWhole = isWorld(basemap.bounds)
  if (nearest === 0 && !isWhole) return basemap
  const second = nearest + (longitude < middle + nearest ? -360 : 360)
  const copies = isWhole ? [nearest, second] : [nearest]
  const shift = isWhole ? longitude - middle : nearest
  const moved = ([lng, lat]: Position, by: number): Position => [lng + by, lat]
  return {
    ...basemap,
    bounds: [west + shift, south, east + shift, north],
    shapes: basemap.shapes.map((shape) => ({
      ...shape,
      lines: copies.flatMap((by) => shape.lines.map((line) => line.map((position) => moved(position, by)))),
    })),
    labels: basemap.labels.flatMap((label) => copies.map((by) => ({ ...label, position: moved(label.position, by) }))),
  }
}
