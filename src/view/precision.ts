import type { Place } from '../story/story.ts'
import { formatDistance } from '../words/quantity.ts'
import { fill, type Words } from '../words/words.ts'

/** How well a place's location is known, in words: `Approximate location, within about 450 m`. */
export function describePrecision(
  words: Words,
  { precision, accuracy }: Pick<Place, 'precision' | 'accuracy'>,
): string {
  const kind = words[precision]
  if (accuracy === undefined || precision === 'region') return kind
  return fill(words.precisionWithin, { precision: kind, distance: formatDistance(accuracy, words.language) })
}
