import type { Place, Precision } from '../../src/story/story.ts'

/** A place of a story, of which only the position and the precision matter. */
export function placeAt(number: number, lng: number, lat: number, precision: Precision = 'exact'): Place {
  return {
    id: `place-${number}`,
    number,
    name: `Place ${number}`,
    aliases: [],
    quotes: [{ exact: 'Here.' }],
    geometry: { type: 'Point', coordinates: [lng, lat] },
    position: [lng, lat],
    precision,
    source: 'A test',
  }
}

/** Numbers from 0 to 1 that look random and are the same in every run (Lehmer's generator). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}
