import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readGazetteer } from '../../src/build/gazetteer/gazetteer-file.ts'
import { findPlaces } from '../../src/gazetteer/find-places.ts'
import { distanceBetween } from '../../src/story/earth.ts'
import type { Language } from '../../src/words/language.ts'

interface Gold {
  readonly start: number
  readonly end: number
  readonly lat: number
  readonly lon: number
}

/** In hundredths, F1 over all names that are marked in a language's articles, and the share that its first five candidates hold. */
interface Figures {
  readonly found: number
  readonly placed: number
  readonly amongFive: number
}

/** As far as it has come: articles that were written before, and not for, what finds their places. */
const least: Readonly<Record<Language, Figures>> = {
  ar: { found: 84, placed: 84, amongFive: 84 },
  de: { found: 92, placed: 88, amongFive: 89 },
  en: { found: 96, placed: 93, amongFive: 92 },
  es: { found: 93, placed: 87, amongFive: 85 },
  fr: { found: 90, placed: 90, amongFive: 87 },
  tr: { found: 89, placed: 89, amongFive: 84 },
}

const gazetteer = readGazetteer()

/** A name is right that ends where the marked one does: what stands before it, as `Greater`, may be part of it or not. */
function measure(language: Language): Figures {
  const counts = { gold: 0, answers: 0, found: 0, placed: 0, amongFive: 0 }
  for (const line of readFileSync(join(import.meta.dirname, 'articles', `${language}.jsonl`), 'utf8').split('\n')) {
    if (line === '') continue
    const { text, places } = JSON.parse(line) as { text: string; places: Gold[] }
    const mentions = findPlaces(text, { language, gazetteer }).filter(({ kind }) => kind === 'place')
    counts.gold += places.length
    counts.answers += mentions.length
    for (const { start, end, lat, lon } of places) {
      const mention = mentions.find(
        (other) => other.end === end && other.start <= start + 3 && other.start > start - 20,
      )
      if (mention === undefined) continue
      const isNear = mention.candidates.map(
        ({ longitude, latitude }) => distanceBetween([longitude, latitude], [lon, lat]) <= 161_000,
      )
      counts.found++
      if (isNear[0]) counts.placed++
      if (isNear.slice(0, 5).includes(true)) counts.amongFive++
    }
  }
  const f1 = (right: number): number => (200 * right) / (counts.gold + counts.answers)
  return { found: f1(counts.found), placed: f1(counts.placed), amongFive: (100 * counts.amongFive) / counts.gold }
}

for (const language of Object.keys(least) as Language[]) {
  test(`${language}: so many places of the articles are found, and put where they are`, () => {
    const figures = measure(language)
    for (const [name, value] of Object.entries(least[language])) {
      expect(figures[name as keyof Figures], name).toBeGreaterThanOrEqual(value)
    }
  })
}
