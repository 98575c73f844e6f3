import { metresAround, worldSize } from '../../cartography/mercator.ts'
import { distanceBetween, metresPerDegree } from '../../story/earth.ts'
import type { Position } from '../../story/geometry.ts'

// The generator reckons in kilometres; the earth is measured elsewhere, in metres.

/** Kilometres in a degree of latitude. */
export const kmPerDegree = metresPerDegree / 1000

/** Kilometres between two positions. */
export function kmBetween(a: Position, b: Position): number {
  return distanceBetween(a, b) / 1000
}

/** Kilometres on the ground, at the latitude of a position, that a pixel of the map stands for at a zoom. */
export function kmPerPixel(zoom: number, position: Position): number {
  return metresAround(position) / 1000 / worldSize(zoom)
}
