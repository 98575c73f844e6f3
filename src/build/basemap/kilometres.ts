import { metresAround, worldSize } from '../../cartography/mercator.ts'
import { distanceBetween, metresPerDegree } from '../../story/earth.ts'
import type { Position } from '../../story/geometry.ts'

// The generator measures in kilometres. `story/earth.ts` knows the earth, in metres.

/** Kilometres in a degree of latitude. */
export const kmPerDegree = metresPerDegree / 1000

/** Kilometres between two positions. */
export function kmBetween(a: Position, b: Position): number {
  return distanceBetween(a, b) / 1000
}

/** The kilometres on the ground in a pixel of the map, at a zoom and the latitude of a position. */
export function kmPerPixel(zoom: number, position: Position): number {
  return metresAround(position) / 1000 / worldSize(zoom)
}
