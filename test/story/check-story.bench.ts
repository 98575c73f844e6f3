import { bench, describe } from 'vitest'
import { parseArticleText } from '../../src/story/article-text.ts'
import { checkStory } from '../../src/story/check-story.ts'

let seed = 1
const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
const letters = (): string => String.fromCharCode(97 + random(26))
const vocabulary = Array.from({ length: 20_000 }, () => Array.from({ length: 3 + random(7) }, letters).join(''))
// Some words are common, most are rare.
const word = (): string => vocabulary[Math.min(random(20_000), random(20_000), random(20_000))] ?? ''
const sentences = Array.from({ length: 8000 }, () => `T${Array.from({ length: 12 + random(20) }, word).join(' ')}.`)
const article = sentences.map((sentence, i) => sentence + (i % 4 === 3 ? '\n\n' : ' ')).join('')

function story(change: (sentence: string) => string): string {
  const features = Array.from({ length: 10_000 }, (_, i) => ({
    type: 'Feature',
    id: `place-${i}`,
    geometry: { type: 'Point', coordinates: [random(3600) / 10 - 180, random(1700) / 10 - 85] },
    properties: {
      name: 'Place',
      quotes: [{ exact: change(sentences[random(sentences.length)] ?? '') }],
      precision: 'city',
      accuracy: 500,
      source: 'Random numbers',
    },
  }))
  return JSON.stringify({ type: 'FeatureCollection', article: { headline: 'A long article' }, features })
}

describe(`10,000 places against an article of ${(article.length / 1e6).toFixed(1)} MB`, () => {
  const right = story((sentence) => sentence)
  const wrong = story((sentence) => sentence.replace(/\w(?=\w* \w+\.$)/, 'é'))
  const options = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 }
  bench('every quote is right', () => void checkStory(right, { article: parseArticleText(article) }), options)
  bench(
    'every quote is wrong by a letter',
    () => void checkStory(wrong, { article: parseArticleText(article) }),
    options,
  )
})
