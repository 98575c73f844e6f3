import { type Position, positionsOf } from '../story/geometry.ts'
import type { Place } from '../story/story.ts'
import { nearestLongitude } from './mercator.ts'

/** All positions of a story's places, their lines and areas included. */
export function outlineOf(places: readonly Place[]): Position[] {
  return places.flatMap((place) => [place.position, ...positionsOf(place.geometry)])
}

/**
 * The longitude in the middle of a story, its lines and areas included. The story is drawn on the world copy around
 * it.
 */
export function storyMiddle(places: readonly Place[]): number {
  return middleLongitude(outlineOf(places).map(([lng]) => lng))
}

/**
 * The middle of the shortest arc that holds all longitudes, which is opposite the widest gap between them; NaN if
 * there are none.
 */
function middleLongitude(longitudes: readonly number[]): number {
  const sorted = longitudes.map((lng) => nearestLongitude(lng, 0)).sort((a, b) => a - b)
  const [first = NaN] = sorted
  let widest = { gap: first + 360 - (sorted[sorted.length - 1] ?? NaN), start: first }
  for (const [i, lng] of sorted.entries()) {
    const previous = sorted[i - 1]
    if (previous !== undefined && lng - previous > widest.gap) widest = { gap: lng - previous, start: lng }
  }
  return nearestLongitude(widest.start + (360 - widest.gap) / 2, 0)
}
