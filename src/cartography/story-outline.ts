import { type Position, positionsOf } from '../story/geometry.ts'
import type { Place } from '../story/story.ts'
import { nearestLongitude } from './mercator.ts'

/** All positions of a story's places, their lines and areas included. */
export function outlineOf(places: readonly Place[]): Position[] {
  return places.flatMap((place) => [place.position, ...positionsOf(place.geometry)])
}

/** Those of the stories that are drawn, each of which may have 100,000 positions. */
const middles = new WeakMap<readonly Place[], number>()

/**
 * The longitude in the middle of a story, its lines and areas included. The story is drawn on the world copy around
 * it.
 */
export function storyMiddle(places: readonly Place[]): number {
  const known = middles.get(places)
  if (known !== undefined) return known
  const middle = middleLongitude(Float64Array.from(outlineOf(places), ([lng]) => nearestLongitude(lng, 0)).sort())
  middles.set(places, middle)
  return middle
}

/**
 * The middle of the shortest arc that holds all longitudes, from -180 to 180 and in order, which is opposite the widest gap
 * between them; NaN if there are none.
 */
function middleLongitude(sorted: Float64Array): number {
  const [first = NaN] = sorted
  let widest = { gap: first + 360 - (sorted[sorted.length - 1] ?? NaN), start: first }
  let previous = first
  for (const lng of sorted) {
    if (lng - previous > widest.gap) widest = { gap: lng - previous, start: lng }
    previous = lng
  }
  return nearestLongitude(widest.start + (360 - widest.gap) / 2, 0)
}
