import { readFileSync } from 'node:fs'

/**
 * The article of the Raqqa story with so many places, `Village 1`, `Village 2`, …, in a grid of a country's size; every third
 * one's location is exact.
 */
export function largeStory(count: number): string {
  const { article } = JSON.parse(readFileSync('geo/raqqa.geojson', 'utf8')) as { readonly article: object }
  const across = Math.ceil(Math.sqrt(count))
  const features = Array.from({ length: count }, (_, i) => ({
    type: 'Feature',
    id: `village-${i + 1}`,
    geometry: {
      type: 'Point',
      coordinates: [36 + (8 * (i % across)) / across, 33 + (4 * Math.floor(i / across)) / across],
    },
    properties: {
      name: `Village ${i + 1}`,
      quotes: [{ exact: `The article says this of village ${i + 1}.` }],
      precision: ['exact', 'city', 'region'][i % 3],
      source: 'A test',
    },
  }))
  return JSON.stringify({ type: 'FeatureCollection', article, features })
}
