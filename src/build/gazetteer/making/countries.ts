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

/** GeoNames' points of the countries, where they lie at least 100 km from those of world-countries. */
const otherCentres: Readonly<Record<string, readonly [number, number]>> = {
  AU: [-25, 135],
  BS: [25.04082, -77.37122],
  CA: [60.10867, -113.64258],
  CD: [-2.5, 23.5],
  CO: [4, -73.25],
  DE: [51.5, 10.5],
  EC: [-1.25, -78.25],
  ET: [9, 39.5],
  FJ: [-18, 178],
  IN: [22, 79],
  JP: [35.68536, 139.75309],
  LY: [28, 17],
  ML: [18, -2],
  MM: [21, 96],
  MR: [20.25, -10.5],
  NE: [18, 9],
  NZ: [-42, 174],
  RS: [44.81892, 20.45998],
  SD: [16, 30],
  SO: [6, 48],
  TH: [15.5, 101],
  US: [39.76, -98.5],
  ZM: [-14.33333, 28.5],
  ZW: [-19, 29.75],
}

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
    const other = otherCentres[cca2]
    const [latitude, longitude] = other ?? latlng
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
      id: other === undefined ? 0 : (iso[cca2]?.reference?.geonames ?? 0),
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
