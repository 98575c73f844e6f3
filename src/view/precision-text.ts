import { circleRadius, type Place } from '../story/story.ts'
import { formatDistance } from '../words/quantity.ts'
import { fill, type Words } from '../words/words.ts'

/** How well a place's location is known, in words: `Approximate location, within about 450 m`. */
export function describePrecision(words: Words, place: Pick<Place, 'precision' | 'accuracy'>): string {
  const precision = words[place.precision]
  const radius = circleRadius(place)
  if (radius === undefined) return precision
  return fill(words.precisionWithin, { precision, distance: formatDistance(radius, words.language) })
}
