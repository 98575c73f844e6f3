import { parseStory } from '../../../src/story/parse-story.ts'
import type { Story } from '../../../src/story/story.ts'

/** A story of cities at some positions, of which nothing else matters. */
export function storyAt(...positions: readonly (readonly [longitude: number, latitude: number])[]): Story {
  const features = positions.map((coordinates, index) => ({
    type: 'Feature',
    id: `place-${index}`,
    geometry: { type: 'Point', coordinates },
    properties: {
      name: `Place ${index}`,
      quotes: [{ exact: 'It was here.' }],
      precision: 'city',
      source: 'GeoNames',
    },
  }))
  return parseStory(JSON.stringify({ type: 'FeatureCollection', article: { headline: 'A story' }, features }))
}

/** Stories by what is odd in their maps. */
export const stories = {
  'fiji-and-tonga': storyAt([178.44, -18.14], [-175.2, -21.14]),
  'a-village-in-peru': storyAt([-72.54, -13.16]),
  'an-island-in-the-north-sea': storyAt([4.886, 59.306]),
  'the-capital-of-tonga': storyAt([-175.2, -21.14]),
  'a-town-beside-wales': storyAt([-2.98, 53.4]),
  'an-island-of-venice': storyAt([12.3525, 45.4583]),
  'islands-of-new-york-harbour': storyAt([-74.0445, 40.6894], [-74.0396, 40.6992]),
  'the-maldives-and-new-york': storyAt([73.509, 4.175], [-74.2, 40.9]),
  'a-base-in-the-antarctic': storyAt([166.67, -77.85]),
}

/** The name of one of them. */
export type StoryName = keyof typeof stories
