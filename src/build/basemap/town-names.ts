import table from './town-names.json' with { type: 'json' }

/** The languages of `town-names.json` and `waters.json`, in the order of their columns after the English name. */
const nameLanguages = ['ar', 'de', 'es', 'fr', 'tr'] as const

/** A town's name as a map shows it. */
export interface TownName {
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** Countries whose GeoNames names are romanised from another script; there, marks under and over letters help scholars, not readers. */
const romanised = new Set(
  'AE AF AM AZ BD BG BH BT BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR NP OM PK PS QA RU SA SD SY TH TJ TM TN TW UA UZ YE'.split(
    ' ',
  ),
)

const towns = new Map(table.towns.map(([country, source, ...names]) => [`${country} ${source}`, names]))

const populations: Readonly<Record<string, number>> = table.populations

/** The inhabitants of a town that GeoNames knows without them. */
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

/** The names that differ from the English one, by language. */
export function otherNames(name: string, others: readonly string[]): Record<string, string> {
  const names: Record<string, string> = {}
  nameLanguages.forEach((language, index) => {
    const other = others[index]
    if (other !== undefined && other !== '' && other !== name) names[language] = other
  })
  return names
}

/** "Ālbū Kamāl" becomes "Albu Kamal". */
function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f‘’ʻʼ`´]/g, '')
    .normalize('NFC')
}
