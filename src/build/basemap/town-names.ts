import { type Language, languageTags } from '../../words/language.ts'
import type { Town } from '../world/towns.ts'
import table from './town-names.json' with { type: 'json' }

/** Which of the names after the English one, in a row of `town-names.json` or `waters.json`, is in which language. */
const nameColumns: Readonly<Record<Exclude<Language, 'en'>, number>> = { ar: 0, de: 1, es: 2, fr: 3, tr: 4 }

/** The names of a thing by language. */
export type Names = Readonly<Record<string, string>>

/** A name as a map shows it, in Latin letters, and others by language. */
export interface ChosenName {
  readonly name: string
  readonly names: Names
}

const towns = new Map(
  table.towns.map(([country, source, name = '', ...others]) => [
    `${country} ${source}`,
    namesOf(name, others) as Names | undefined,
  ]),
)

const populations: Readonly<Record<string, number>> = table.populations

/** The population of a town for which GeoNames has none. */
export function townPopulation([name, country]: Town): number | undefined {
  return populations[`${country} ${name}`]
}

/** The names of a town in the languages of the interface: our own, else those of GeoNames where they differ from its first name. */
export function townNames([name, country, , , , , names]: Town): Names {
  return towns.get(`${country} ${name}`) ?? names
}

/** Names by language, of the English one and a row's others, which are empty where they are like it. */
export function namesOf(name: string, others: readonly string[]): Names {
  return Object.fromEntries(
    languageTags.map((tag) => [tag, (tag === 'en' ? name : others[nameColumns[tag]]) || name] as const),
  )
}

/**
 * Chooses the name that a map shows, and those that it holds besides.
 * @param local the name where there is none in the first language, or none in Latin letters
 * @param languages the story's language, then others of which a map holds the names
 */
export function chooseName(local: string, names: Names, languages: readonly string[]): ChosenName {
  const [first = ''] = languages.map((language) => names[language])
  const name = /^\p{Script=Latin}/u.test(first) ? first : local
  const others = languages.flatMap((language) => {
    const other = names[language]
    return other === undefined || other === name ? [] : [[language, other] as const]
  })
  return { name, names: Object.fromEntries(others) }
}
