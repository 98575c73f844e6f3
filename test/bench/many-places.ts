import { createRandom } from './random.ts'

/** A story with so many places, and the article that it quotes, of a sentence and a half for each place. */
export interface ManyPlaces {
  /** A story file. */
  readonly story: string
  readonly article: string
}

/** Writes a story by a seed, always the same. Its places lie around sixty towns of a part of the world, as those of a war do. */
export function createManyPlaces(count: number, change = (sentence: string): string => sentence): ManyPlaces {
  const random = createRandom(1)
  const letters = (): string => String.fromCharCode(97 + random(26))
  const words = Array.from({ length: 20_000 }, () => Array.from({ length: 3 + random(7) }, letters).join(''))
  // Some words are common, most are rare.
  const word = (): string => words[Math.min(random(20_000), random(20_000), random(20_000))] ?? ''
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
  const sentence = (): string => `${capital(Array.from({ length: 12 + random(20) }, word).join(' '))}.`
  const sentences = Array.from({ length: Math.ceil(count * 1.5) }, sentence)
  const towns = Array.from({ length: 60 }, () => [30 + random(300) / 10, 20 + random(200) / 10] as const)
  const features = Array.from({ length: count }, (_, i) => {
    const [longitude, latitude] = towns[random(towns.length)] ?? [0, 0]
    // Most are near.
    const spread = (): number => ((random(2001) - 1000) * random(1001)) / 200_000
    const coordinates = [longitude + spread(), latitude + spread()].map((degrees) => Number(degrees.toFixed(4)))
    return {
      type: 'Feature',
      id: `place-${i}`,
      geometry: { type: 'Point', coordinates },
      properties: {
        name: `${capital(word())} ${capital(word())}`,
        quotes: [{ exact: change(sentences[random(sentences.length)] ?? '') }],
        precision: 'city',
        accuracy: 500,
        source: 'Random numbers',
      },
    }
  })
  return {
    article: sentences.map((text, i) => text + (i % 4 === 3 ? '\n\n' : ' ')).join(''),
    story: JSON.stringify({ type: 'FeatureCollection', article: { headline: 'A long article' }, features }),
  }
}
