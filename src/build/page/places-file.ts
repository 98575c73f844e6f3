import { createHash } from 'node:crypto'
import { formatPlaces } from '../../story/places-file.ts'
import type { Place } from '../../story/story.ts'
import { mostRows } from '../../view/place-list.ts'

/** The places of a large story, in a file beside its page. */
export interface PlacesFile {
  /** Its address, as seen from the story's folder: another one for other places, so that no cache gives old ones to a new page. */
  readonly url: string
  readonly text: string
}

/** The file's name. */
export const placesFileName = 'places.json'

/** The file of a story's places; undefined where its page holds all of them. */
export function createPlacesFile(places: readonly Place[]): PlacesFile | undefined {
  if (places.length <= mostRows) return undefined
  const text = formatPlaces(places)
  return { text, url: `${placesFileName}?${createHash('sha256').update(text).digest('hex').slice(0, 8)}` }
}
