import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** A mention of a place in an article: where its name is, in UTF-16 units of the text, and where the place is. */
interface Mention {
  readonly start: number
  readonly end: number
  readonly lat: number
  readonly lon: number
  /** The place's English name. */
  readonly name: string
}

interface Article {
  readonly text: string
  readonly places: readonly Mention[]
}

function readArticles(language: string): Article[] {
  const lines = readFileSync(join(import.meta.dirname, 'articles', `${language}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => JSON.parse(line) as Article)
}

describe.each(['en', 'ar', 'fr', 'de', 'es', 'tr'])('the articles in %s', (language) => {
  const articles = readArticles(language)
  const mentions = articles.flatMap(({ text, places }) => places.map((place) => ({ text, ...place })))

  test('there are twelve, each different', () => {
    expect(articles).toHaveLength(12)
    expect(new Set(articles.map(({ text }) => text)).size).toBe(12)
  })

  test('are of 80 to 160 words', () => {
    const lengths = articles.map(({ text }) => text.split(/\s+/).length)
    expect(lengths.filter((words) => words < 80 || words > 160)).toEqual([])
  })

  test('name four to ten places each', () => {
    const counts = articles.map(({ places }) => new Set(places.map(({ name }) => name)).size)
    expect(counts.filter((count) => count < 4 || count > 10)).toEqual([])
  })

  test('mark names that start and end at a letter', () => {
    const marked = mentions.map(({ text, start, end }) => text.slice(start, end))
    expect(marked.filter((name) => !/^\p{L}(?:.*\p{L})?$/u.test(name))).toEqual([])
  })

  test('mark whole words, but for the prefixes of Arabic', () => {
    const cut = mentions.filter(
      ({ text, start, end }) =>
        /^[\p{L}\p{M}]/u.test(text.slice(end)) || (language !== 'ar' && /[\p{L}\p{M}]$/u.test(text.slice(0, start))),
    )
    expect(cut.map(({ text, start, end }) => text.slice(start - 5, end + 5))).toEqual([])
  })

  test('list their mentions in the order of the text, none over another', () => {
    for (const { text, places } of articles) {
      const ends = places.flatMap(({ start, end }) => [start, end])
      expect(ends).toEqual(ends.toSorted((a, b) => a - b))
      expect(new Set(ends).size).toBe(ends.length)
      expect(ends.every((end) => Number.isInteger(end) && end >= 0 && end <= text.length)).toBe(true)
    }
  })

  test('put their places on the earth, each at one position', () => {
    expect(mentions.filter(({ lat, lon }) => !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))).toEqual([])
    for (const { places } of articles) {
      const positions = new Set(places.map(({ name, lat, lon }) => `${name} ${lat} ${lon}`))
      expect(positions.size).toBe(new Set(places.map(({ name }) => name)).size)
    }
  })
})
