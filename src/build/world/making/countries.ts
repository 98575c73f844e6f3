import { readFileSync } from 'node:fs'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { Position } from '../../../story/geometry.ts'
import { encodeArcs } from '../../../cartography/encode-arcs.ts'
import type { CountriesContent } from '../pack.ts'
import { sourcePath } from './source.ts'

/** Bases and buffer zones, and the country that each is drawn as a part of. */
const partOf: Readonly<Record<string, string>> = {
  Akrotiri: 'Cyprus',
  Dhekelia: 'Cyprus',
  'Cyprus U.N. Buffer Zone': 'Cyprus',
  'USNB Guantanamo Bay': 'Cuba',
  Baikonur: 'Kazakhstan',
}

/** A code for a country that has none in Natural Earth, and the full name of one that is abbreviated there. */
const missingCodes: Readonly<Record<string, string>> = { Kosovo: 'XK' }
const fullNames: Readonly<Record<string, string>> = { 'N. Cyprus': 'Northern Cyprus' }

/** The countries of Natural Earth at a scale, with the arcs that they share. */
export function makeCountries(scale: '10m' | '50m'): CountriesContent {
  const atlas = JSON.parse(readFileSync(sourcePath(`world-atlas/countries-${scale}.json`), 'utf8')) as Topology<{
    countries: { geometries: (MultiPolygon<{ name: string }> | Polygon<{ name: string }>)[] } & GeometryCollection
  }>
  const countries = new Map<string, [name: string, code: string | null, rings: number[][]]>()
  for (const geometry of atlas.objects.countries.geometries) {
    const source = geometry.properties?.name ?? ''
    const name = partOf[source] ?? fullNames[source] ?? source
    const rings =
      geometry.type === 'Polygon' ? geometry.arcs : geometry.type === 'MultiPolygon' ? geometry.arcs.flat() : []
    const row = countries.get(name) ?? [name, missingCodes[name] ?? alpha2(geometry.id) ?? null, []]
    row[2].push(...rings)
    if (partOf[source] === undefined) row[1] = missingCodes[name] ?? alpha2(geometry.id) ?? null
    countries.set(name, row)
  }
  const { scale: size, translate } = atlas.transform ?? { scale: [1, 1], translate: [0, 0] }
  return {
    countries: [...countries.values()],
    arcs: encodeArcs(atlas.arcs.map(sumUp), 1),
    grid: { scale: [size[0] ?? 1, size[1] ?? 1], translate: [translate[0] ?? 0, translate[1] ?? 0] },
  }
}

/** TopoJSON has the steps of an arc. */
function sumUp(steps: readonly (readonly number[])[]): Position[] {
  let [x, y] = [0, 0]
  return steps.map(([dx = 0, dy = 0]) => [(x += dx), (y += dy)])
}

/** The letters for a country's number in ISO 3166-1: CLDR has the numbers as aliases. */
function alpha2(id: string | number | undefined): string | undefined {
  const region = id === undefined ? undefined : new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : undefined
}
