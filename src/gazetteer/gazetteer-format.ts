/** The kinds of entries, in the order of their codes in the file. Those of towns are GeoNames' feature codes. */
export const entryCodes = [
  'PPL',
  'PPLX',
  'PPLA5',
  'PPLA4',
  'PPLA3',
  'PPLA2',
  'PPLA',
  'PPLC',
  'ADM2',
  'ADM1',
  'PCLI',
  'RGN',
  'CONT',
  'SEA',
] as const

export type EntryCode = (typeof entryCodes)[number]

/** Entries before they are put into columns, as the making has them. */
export interface Entry {
  /** The name that is shown, and other names. */
  readonly names: readonly string[]
  readonly code: EntryCode
  /** ISO 3166-1 alpha-2; empty for what lies in several. */
  readonly country: string
  /** GeoNames' code of the first-order division, without the country. */
  readonly region: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
  /** In GeoNames; 0 where it is not known. */
  readonly id: number
}

/** What stands at the start of a file, as JSON. */
export interface GazetteerHeader {
  readonly format: typeof gazetteerFormat
  readonly count: number
  /** Countries and `country.region`, which the columns have the indexes of. */
  readonly countries: readonly string[]
  readonly regions: readonly string[]
  /** By language, the words of names that are also common words, parted by spaces. */
  readonly words: Readonly<Record<string, string>>
  /** First names of persons, in lower case, parted by spaces. */
  readonly firstNames: string
  /** By what they are in English, in lower case, the country or `country.region` of demonyms. */
  readonly demonyms: Readonly<Record<string, string>>
  /** The length of each column in bytes, in the order of the file. */
  readonly columns: Readonly<Record<ColumnName, number>>
}

export const gazetteerFormat = 'article-map-gazetteer-1'

/**
 * The columns. Names are a line each, its names parted by tabs. Of numbers in more than one byte the low bytes come first, then
 * the next ones. Ids, latitudes and longitudes are differences from the entry before, the sign in the lowest bit.
 */
export const columnNames = [
  'names',
  'codes',
  'countries',
  'regions',
  'populations',
  'ids',
  'latitudes',
  'longitudes',
] as const

export type ColumnName = (typeof columnNames)[number]

/** How many bytes a number takes in a column. */
export const columnWidths: Readonly<Record<Exclude<ColumnName, 'names'>, number>> = {
  codes: 1,
  countries: 1,
  regions: 2,
  populations: 2,
  ids: 4,
  latitudes: 3,
  longitudes: 3,
}

/** Steps of latitude and longitude in a degree: about 550 m. No town's middle is known better. */
export const degreeSteps = 200

/** A population in two digits as one number: that of 178,000 is 4 * 100 + 18 (18 and four zeros). */
export function encodePopulation(population: number): number {
  if (population < 100) return population
  const zeros = Math.floor(Math.log10(population)) - 1
  const digits = Math.round(population / 10 ** zeros)
  return digits === 100 ? (zeros + 1) * 100 + 10 : zeros * 100 + digits
}

/** The population that a number stands for. */
export function decodePopulation(code: number): number {
  return (code % 100) * 10 ** Math.floor(code / 100)
}
