import type { Position } from '../story/geometry.ts'
import type { Basemap, Bounds } from './basemap.ts'
import { nearestLongitude } from './mercator.ts'

/** Whether bounds go around the world. */
export function isWorld([west, , east]: Bounds): boolean {
  return east - west >= 360
}

/**
 * A basemap on the turn of the world that is nearest to a longitude. Across the antimeridian 181° and -179° are the same
 * place, but not the same point of a map: a story and its basemap have to agree on one. A map of the whole world goes on
 * beyond its edge, so that the longitude is in its middle.
 */
export function turnBasemap(basemap: Basemap, longitude: number): Basemap {
  const [west, south, east, north] = basemap.bounds
  const middle = (west + east) / 2
  const turn = nearestLongitude(middle, longitude) - middle
  const isWhole = isWorld(basemap.bounds)
  if (turn === 0 && !isWhole) return basemap
  const turns = isWhole ? [turn, turn + (longitude < middle + turn ? -360 : 360)] : [turn]
  const move = isWhole ? longitude - middle : turn
  const turned = ([lng, lat]: Position, by: number): Position => [lng + by, lat]
  return {
    ...basemap,
    bounds: [west + move, south, east + move, north],
    shapes: basemap.shapes.map((shape) => ({
      ...shape,
      lines: turns.flatMap((by) => shape.lines.map((line) => line.map((position) => turned(position, by)))),
    })),
    labels: turns.flatMap((by) => basemap.labels.map((label) => ({ ...label, position: turned(label.position, by) }))),
  }
}
