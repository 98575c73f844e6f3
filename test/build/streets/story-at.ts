import { readFileSync } from 'node:fs'
import type { Position } from '../../../src/story/geometry.ts'
import { parseStory } from '../../../src/story/parse-story.ts'
import type { Story } from '../../../src/story/story.ts'
import { placeAt } from '../../cartography/place-at.ts'

/** Raqqa's story. */
export const raqqa = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))

/** A story with exact places at some positions. */
export const storyAt = (...positions: readonly Position[]): Story => ({
  ...raqqa,
  places: positions.map(([lng, lat], i) => placeAt(i + 1, lng, lat)),
})
