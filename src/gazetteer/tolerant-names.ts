import type { Gazetteer } from './gazetteer.ts'
import { keyWords } from './name-key.ts'

/** The article of Arabic as it is romanised, also as it is assimilated to what follows. */
const articles = new Set(
  'al el ul il ar er ur as es us ash esh ush at et ut az ez uz ad ed ud an en adh eth ath'.split(' '),
)

/** Pairs of letters that romanise one letter of Arabic or Persian, and letters that are written one for another. */
const digraphs: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'k'],
  [/gh|g/g, 'g'],
  [/[td]h/g, 't'],
  [/sh|ch/g, 's'],
  [/dj|j/g, 'j'],
  [/q|ck/g, 'k'],
  [/[vw]/g, 'w'],
  [/d/g, 'd'],
]

/** A shorter key says too little. */
const leastLength = 4
/** Smaller towns are found by the names that they have. */
const leastInhabitants = 5000

/**
 * A key that spellings of a name have in common which was romanised from Arabic letters: without articles, vowels and doubled
 * letters. "Deir ez-Zor" and "Deir Ezzor" give drzr. Empty if too little remains.
 */
export function tolerantKey(name: string): string {
  const words = keyWords(name).filter((word) => !articles.has(word))
  const key = words
    .map((word) => {
      const bare = word.replace(/^[aeu]([b-df-hj-np-tv-z])(?=\1)/, '')
      const plain = digraphs.reduce((text, [from, to]) => text.replace(from, to), bare)
      return plain
        .replace(/(?<=.)h$/, '')
        .replace(/[aeiouy']/g, '')
        .replace(/(.)\1+/g, '$1')
    })
    .join('')
  return key.length < leastLength || !/^[a-z]+$/.test(key) ? '' : key
}

/** Finds places whose names were romanised from Arabic letters, however they are spelt. Made when it is first asked. */
export function createTolerantSearch(gazetteer: Gazetteer): (name: string) => readonly number[] {
  let index: Map<string, number[]> | undefined
  return (name) => {
    const key = tolerantKey(name)
    if (key === '' || name.length < 6) return []
    index ??= indexNames(gazetteer)
    return index.get(key) ?? []
  }
}

function indexNames(gazetteer: Gazetteer): Map<string, number[]> {
  const index = new Map<string, number[]>()
  const isArabic = new Map<string, boolean>()
  for (let entry = 0; entry < gazetteer.count; entry++) {
    const code = gazetteer.codeOf(entry)
    if (code === 'ADM2' || (gazetteer.populationOf(entry) < leastInhabitants && code !== 'PPLA' && code !== 'ADM1'))
      continue
    const country = gazetteer.countryOf(entry)
    const known =
      isArabic.get(country) ?? (country !== '' && new Intl.Locale(`und-${country}`).maximize().script === 'Arab')
    isArabic.set(country, known)
    if (!known || code === 'PCLI') continue
    const { name, otherNames } = gazetteer.place(entry)
    for (const key of new Set([name, ...otherNames].map(tolerantKey))) {
      const entries = index.get(key)
      if (entries) entries.push(entry)
      else if (key !== '') index.set(key, [entry])
    }
  }
  return index
}
