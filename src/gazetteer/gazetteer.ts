import { parseColumns } from './columns.ts'
import { decodePopulation, degreeSteps, type EntryCode, entryCodes } from './gazetteer-format.ts'
import { hashMore, hashWord, keyWords } from './name-key.ts'
import { createNameIndex } from './name-index.ts'
import { isTown } from './place-kind.ts'

/** A place of the gazetteer. */
export interface GazetteerPlace {
  /** Its number in this gazetteer. */
  readonly entry: number
  readonly name: string
  /** Other names of it, as other languages and scripts write it. */
  readonly otherNames: readonly string[]
  /** GeoNames' feature code, or of what it has no code for, one like it. */
  readonly code: EntryCode
  /** ISO 3166-1 alpha-2; empty if it lies in several. */
  readonly country: string
  /** The name of the first-order division that it lies in; empty if there is none. */
  readonly region: string
  /** In two digits; 0 if it is not known, as for countries and their divisions. */
  readonly population: number
  readonly latitude: number
  readonly longitude: number
  /** Where this comes from, to be named as a story's source. */
  readonly source: string
}

/** A gazetteer in memory. */
export interface Gazetteer {
  readonly count: number
  /** The numbers of the entries with a name, also one that differs from it in accents, capitals and marks. */
  readonly find: (name: string) => readonly number[]
  /** The same, by the hash of the name's words (`hashWord`, `hashMore`); `key` is those words, parted by spaces. */
  readonly findHash: (hash: number, key: () => string) => readonly number[]
  readonly place: (entry: number) => GazetteerPlace
  /** The words of the first name of an entry, parted by spaces. */
  readonly mainKey: (entry: number) => string
  readonly codeOf: (entry: number) => EntryCode
  /** Of a country or a division, the inhabitants of its towns. */
  readonly populationOf: (entry: number) => number
  readonly countryOf: (entry: number) => string
  /** `country.region` by GeoNames' codes: US.TX. */
  readonly regionOf: (entry: number) => string
  readonly latitudeOf: (entry: number) => number
  readonly longitudeOf: (entry: number) => number
  /** The entry of a country (`US`) or a first-order division (`US.TX`). */
  readonly division: (code: string) => number | undefined
  /** Whether a word of a name is also a common word of a language. */
  readonly isCommon: (word: string, language: string) => boolean
  /** Whether a word, in lower case, is a person's first name. */
  readonly isFirstName: (word: string) => boolean
  /** The entry of the country that a demonym belongs to: "syrian". */
  readonly demonym: (word: string) => number | undefined
}

/** So many names that were found are kept, for the next article. */
const mostKnown = 5000

/** Makes a gazetteer of its file, unpacked. @throws {TypeError} if it is another file */
export function parseGazetteer(file: Uint8Array): Gazetteer {
  const columns = parseColumns(file)
  const { header, codes, countries, regions, populations, latitudes, longitudes } = columns
  const index = createNameIndex(columns)
  const divisions = new Map<string, number>()
  for (let i = 0; i < header.count; i++) {
    const code = entryCodes[codes[i] ?? 0]
    if (code === 'PCLI') divisions.set(header.countries[countries[i] ?? 0] ?? '', i)
    if (code === 'ADM1') divisions.set(header.regions[regions[i] ?? 0] ?? '', i)
  }
  const commonWords = new Map<string, ReadonlySet<string>>()
  const firstNames = new Set(header.firstNames.split(' '))
  const demonyms = new Map(Object.entries(header.demonyms))
  const mainKeys = new Map<number, string>()
  const decoder = new TextDecoder()
  const namesOf = (entry: number): string[] =>
    decoder.decode(columns.names.subarray(columns.starts[entry], (columns.starts[entry + 1] ?? 1) - 1)).split('\t')
  const codeOf = (entry: number): EntryCode => entryCodes[codes[entry] ?? 0] ?? 'PPL'
  const countryOf = (entry: number): string => header.countries[countries[entry] ?? 0] ?? ''
  const regionOf = (entry: number): string => header.regions[regions[entry] ?? 0] ?? ''
  const populationOf = (entry: number): number => decodePopulation(populations[entry] ?? 0)
  const latitudeOf = (entry: number): number => (latitudes[entry] ?? 0) / degreeSteps
  const longitudeOf = (entry: number): number => (longitudes[entry] ?? 0) / degreeSteps
  const known = new Map<string, readonly number[]>()
  const findHash = (hash: number, key: () => string): readonly number[] => {
    const found = index.find(hash)
    if (found.length === 0) return found
    const wanted = key()
    const before = known.get(wanted)
    if (before !== undefined) return before
    const right = found.filter((name) => keyWords(index.textOf(name)).join(' ') === wanted)
    const entries = [...new Set(right.map(index.entryOf))]
    if (known.size < mostKnown) known.set(wanted, entries)
    return entries
  }
  return {
    count: header.count,
    find: (name) => {
      const words = keyWords(name)
      const hash = words.reduce((sum, word) => hashMore(sum, hashWord(word)), 0)
      return findHash(hash, () => words.join(' '))
    },
    findHash,
    place: (entry) => {
      const [name = '', ...otherNames] = namesOf(entry)
      const region = divisions.get(regionOf(entry))
      return {
        entry,
        name,
        otherNames,
        code: codeOf(entry),
        country: countryOf(entry),
        region: region === undefined || region === entry ? '' : (namesOf(region)[0] ?? ''),
        population: isTown(codeOf(entry)) ? populationOf(entry) : 0,
        latitude: latitudeOf(entry),
        longitude: longitudeOf(entry),
        source: sourceOf(codeOf(entry), columns.ids[entry] ?? 0),
      }
    },
    mainKey: (entry) => {
      const before = mainKeys.get(entry)
      if (before !== undefined) return before
      const key = keyWords(namesOf(entry)[0] ?? '').join(' ')
      if (mainKeys.size < mostKnown) mainKeys.set(entry, key)
      return key
    },
    codeOf,
    populationOf,
    countryOf,
    regionOf,
    latitudeOf,
    longitudeOf,
    division: (code) => divisions.get(code),
    isCommon: (word, language) => {
      const words = commonWords.get(language) ?? new Set(header.words[language]?.split(' '))
      commonWords.set(language, words)
      return words.has(word)
    },
    isFirstName: (word) => firstNames.has(word),
    demonym: (word) => divisions.get(demonyms.get(word) ?? '-'),
  }
}

function sourceOf(code: EntryCode, id: number): string {
  if (code === 'PCLI' && id === 0) return 'world-countries (ODbL)'
  if (code === 'RGN' || code === 'SEA') return 'article-map'
  return id > 0 ? `GeoNames ${id} (CC BY 4.0)` : 'GeoNames (CC BY 4.0)'
}
