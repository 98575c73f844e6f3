import type { Entry } from '../../../gazetteer/gazetteer-format.ts'
import { languageTags } from '../../../words/language.ts'
import { namesOf } from './names.ts'
import { readSource } from './source.ts'
import type { TownEntry } from './towns.ts'

interface Country {
  readonly name: { readonly common: string; readonly official: string }
  readonly cca2: string
  readonly altSpellings: readonly string[]
  readonly translations: Readonly<Record<string, { readonly official: string; readonly common: string }>>
  readonly independent?: boolean
  readonly area: number
  readonly latlng: readonly [number, number]
  readonly demonyms?: Readonly<Record<string, { readonly f: string; readonly m: string }>>
}

/** The languages of articles, as world-countries names them. */
const languages = ['ara', 'deu', 'fra', 'spa', 'tur']

/**
 * The geographic centre of the contiguous United States, by the National Geodetic Survey: with Alaska, the middle would lie at
 * its border.
 */
const otherCentres: Readonly<Record<string, readonly [number, number]>> = { US: [39.83, -98.58] }

/** The countries and territories of ISO 3166-1 and Kosovo. */
export function makeCountryEntries(towns: readonly TownEntry[]): Entry[] {
  const populations = new Map<string, number>()
  for (const { country, population } of towns) populations.set(country, (populations.get(country) ?? 0) + population)
  const iso = JSON.parse(readSource('iso3166-2-db', 'data', 'iso3166-2.json')) as Readonly<
    Record<string, { readonly reference?: { readonly geonames?: number } }>
  >
  return readCountries().map(({ name, cca2, altSpellings, translations, latlng }) => {
    const translated = languages.flatMap((tag) => [translations[tag]?.common ?? '', translations[tag]?.official ?? ''])
    const displayed = languageTags.map((tag) => new Intl.DisplayNames(tag, { type: 'region' }).of(cca2) ?? '')
    const [latitude, longitude] = otherCentres[cca2] ?? latlng
    return {
      names: namesOf(
        name.common,
        [name.official, ...translated, ...displayed, ...altSpellings].filter(
          (other) => other.length > 3 || /^\p{Script=Arabic}/u.test(other),
        ),
      ),
      code: 'PCLI',
      country: cca2,
      region: '',
      population: populations.get(cca2) ?? 0,
      latitude,
      longitude,
      id: iso[cca2]?.reference?.geonames ?? 0,
    }
  })
}

/** The countries of demonyms, by the English and French ones in lower case: of several, the greatest that is independent. */
export function makeDemonyms(): Record<string, string> {
  const demonyms: Record<string, string> = {}
  const sorted = readCountries().toSorted(
    (a, b) => Number(b.independent ?? false) - Number(a.independent ?? false) || b.area - a.area,
  )
  for (const { cca2, demonyms: known } of sorted) {
    for (const { f, m } of Object.values(known ?? {}))
      for (const demonym of [f, m].flatMap((text) => text.split(/,\s*/)))
        if (/^\p{L}[\p{L} ’'-]+$/u.test(demonym)) demonyms[demonym.toLowerCase()] ??= cca2
  }
  return demonyms
}

function readCountries(): Country[] {
  return JSON.parse(readSource('world-countries', 'countries.json')) as Country[]
}
