import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Bounds } from '../../cartography/basemap.ts'
import type { MultiPolygon, Polygon, Position } from '../../story/geometry.ts'
import { kmBetween } from './kilometres.ts'
import { boxOf, contains, doBoxesMeet, ringWithin } from './rings.ts'
import { areasOf } from './topology.ts'

/** A country as in Natural Earth, which draws de facto borders. */
export interface Country {
  readonly name: string
  /** ISO 3166-1 alpha-2; some countries have none. */
  readonly code: string | undefined
  /** Closed rings within the bounds, holes among them. */
  readonly rings: readonly (readonly Position[])[]
}

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

/** The scales of Natural Earth; 1:10 million is the finest. */
export type Scale = '10m' | '50m' | '110m'

/** Reads the countries within bounds, which may go on beyond the antimeridian. */
export function readCountries(bounds: Bounds, scale: Scale): Country[] {
  const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`)
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ countries: GeometryCollection<{ name: string }> }>
  const countries = new Map<string, { name: string; code: string | undefined; rings: Position[][] }>()
  for (const { id, geometry, properties } of areasOf(atlas, atlas.objects.countries)) {
    const name = partOf[properties.name] ?? fullNames[properties.name] ?? properties.name
    const rings = ringsOf(geometry).flatMap((ring) => copiesWithin(ring, bounds))
    const known = countries.get(name)
    if (known) known.rings.push(...rings)
    else countries.set(name, { name, code: missingCodes[name] ?? alpha2(id), rings })
    if (known && partOf[properties.name] === undefined) known.code = alpha2(id)
  }
  return [...countries.values()].filter(({ rings }) => rings.length > 0)
}

function ringsOf(geometry: Polygon | MultiPolygon): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

/** A place at most this far off Natural Earth's simplified shore counts as on land, in kilometres. */
const offShore = 10

/** The country in which most of the positions lie, or just off its shore. */
export function homeOf(countries: readonly Country[], positions: readonly Position[]): Country | undefined {
  const counts = new Map<Country, number>()
  for (const position of positions) {
    const country =
      countries.find(({ rings }) => contains(rings, position)) ??
      countries.find(({ rings }) => rings.flat().some((shore) => isNear(shore, position)))
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0]
}

function isNear(shore: Position, position: Position): boolean {
  return Math.abs(shore[1] - position[1]) < 0.1 && kmBetween(shore, position) < offShore
}

/** The parts of a ring within the bounds, from any world copy. */
export function copiesWithin(ring: readonly Position[], bounds: Bounds): Position[][] {
  const unwrapped = unwrapRing(ring)
  const [west, south, east, north] = boxOf(unwrapped)
  return [-720, -360, 0, 360, 720].flatMap((shift) => {
    if (!doBoxesMeet([west + shift, south, east + shift, north], bounds)) return []
    // Rounded, so that points shared by neighbours stay equal when those are moved by different shifts.
    const moved = unwrapped.map(([lng, lat]): Position => [roundOff(lng + shift), roundOff(lat)])
    const clipped = ringWithin(moved, bounds)
    return clipped ? [clipped] : []
  })
}

function roundOff(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

/**
 * Unwraps a ring that runs across the antimeridian, and closes Antarctica's, which runs around a pole, along that
 * pole.
 */
function unwrapRing(ring: readonly Position[]): Position[] {
  let shift = 0
  const unwrapped = ring.map((position, index): Position => {
    const [longitude, latitude] = position
    const [before] = ring[index - 1] ?? position
    if (longitude - before > 180) shift -= 360
    if (longitude - before < -180) shift += 360
    return [longitude + shift, latitude]
  })
  const [first, last] = [unwrapped[0], unwrapped.at(-1)]
  if (shift === 0 || first === undefined || last === undefined) return unwrapped
  const pole = first[1] < 0 ? -90 : 90
  return [...unwrapped, [last[0], pole], [first[0], pole], first]
}

/** The letters for a country's number in ISO 3166-1: CLDR has the numbers as aliases. */
function alpha2(id: string | number | undefined): string | undefined {
  const region = id === undefined ? undefined : new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : undefined
}
