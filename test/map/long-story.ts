import { readFileSync } from 'node:fs'

interface StoryFile {
  readonly features: readonly { readonly id: string; readonly properties: { readonly name: string } }[]
}

/** The Raqqa story with forty places: its own five, and others around them. */
export function longStory(): string {
  const story = JSON.parse(readFileSync('geo/raqqa.geojson', 'utf8')) as StoryFile
  const names = ['Łódź', 'Deir Hafer', 'Rasm al-Na‘im', 'الطبقة']
  const others = Array.from({ length: 35 }, (_, i) => ({
    type: 'Feature',
    id: `other-${i}`,
    geometry: { type: 'Point', coordinates: [37 + (i % 7) / 2, 34.5 + Math.floor(i / 7) / 2] },
    properties: {
      name: names[i] ?? `Village ${i}`,
      quotes: [{ exact: `The article says this of village ${i}.` }],
      precision: 'city',
      accuracy: 900,
      source: 'A test',
    },
  }))
  return JSON.stringify({ ...story, features: [...story.features, ...others] })
}
