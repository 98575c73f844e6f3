import type { Language } from '../../words/language.ts'
import table from './town-names.json' with { type: 'json' }

/** Which of the names after the English one, in a row of `town-names.json` or `waters.json`, is in which language. */
const nameColumns: Readonly<Record<Exclude<Language, 'en'>, number>> = { ar: 0, de: 1, es: 2, fr: 3, tr: 4 }

/** A town's name as a map shows it, and its names in other languages. */
export interface TownName {
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** Countries whose names in GeoNames are romanised from another script. Their diacritics help scholars, not readers. */
const romanised = new Set(
  'AE AF AM AZ BD BG BH BT BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR NP OM PK PS QA RU SA SD SY TH TJ TM TN TW UA UZ YE'.split(
    ' ',
  ),
)

const towns = new Map(table.towns.map(([country, source, ...names]) => [`${country} ${source}`, names]))

const populations: Readonly<Record<string, number>> = table.populations

/** The population of a town for which GeoNames has none. */
export function townPopulation(country: string, source: string): number | undefined {
  return populations[`${country} ${source}`]
}

/**
 * The common name of a town.
 * @param country ISO 3166-1 alpha-2
 * @param source the town's name in GeoNames, such as "Al Ḩasakah"
 */
export function townName(country: string, source: string): TownName {
  const known = towns.get(`${country} ${source}`)
  if (known === undefined) return { name: romanised.has(country) ? withoutMarks(source) : source, names: {} }
  const [name = source, ...others] = known
  return { name, names: otherNames(name, others) }
}

/** Names by language, without those that are like the English one. */
export function otherNames(name: string, others: readonly string[]): Record<string, string> {
  const names: Record<string, string> = {}
  for (const [language, column] of Object.entries(nameColumns)) {
    const other = others[column]
    if (other !== undefined && other !== '' && other !== name) names[language] = other
  }
  return names
}

/** "Ālbū Kamāl" becomes "Albu Kamal". */
function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f‘’ʻʼ`´]/g, '')
    .normalize('NFC')
}
