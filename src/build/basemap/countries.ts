import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Bounds } from '../../cartography/basemap.ts'
import type { MultiPolygon, Polygon, Position } from '../../story/geometry.ts'
import { kmBetween } from './kilometres.ts'
import { boxOf, contains, doBoxesMeet, ringWithin } from './rings.ts'
import { areasOf } from './topology.ts'

/** A country as Natural Earth has it: the land that it holds, not the land that others say is its own. */
export interface Country {
  readonly name: string
  /** ISO 3166-1 alpha-2; some have none. */
  readonly code: string | undefined
  /** Closed rings, holes among them, within the bounds. */
  readonly rings: readonly (readonly Position[])[]
}

/** Bases and buffer zones that a locator map does not draw: part of what they lie in. */
const partOf: Readonly<Record<string, string>> = {
  Akrotiri: 'Cyprus',
  Dhekelia: 'Cyprus',
  'Cyprus U.N. Buffer Zone': 'Cyprus',
  'USNB Guantanamo Bay': 'Cuba',
  Baikonur: 'Kazakhstan',
}

/** Of the countries that have no number in ISO 3166, one has a code that CLDR names; another is abbreviated. */
const missingCodes: Readonly<Record<string, string>> = { Kosovo: 'XK' }
const fullNames: Readonly<Record<string, string>> = { 'N. Cyprus': 'Northern Cyprus' }

/** Natural Earth's scales: 1:10 million is the finest. */
export type Scale = '10m' | '50m' | '110m'

/** The countries within the bounds, whose longitudes may pass 180. */
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

/** How far off Natural Earth's shore a place may lie and still be on land, in kilometres. */
const offShore = 10

/** The country of most of the positions. Those just off a simplified shore count for the land beside them. */
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

/** The parts of a ring that lie within the bounds, wherever around the world they are said to be. */
export function copiesWithin(ring: readonly Position[], bounds: Bounds): Position[][] {
  const unwrapped = unwrapRing(ring)
  const [west, south, east, north] = boxOf(unwrapped)
  return [-720, -360, 0, 360, 720].flatMap((shift) => {
    if (!doBoxesMeet([west + shift, south, east + shift, north], bounds)) return []
    // Rounded, since neighbours were moved by different shifts and their shared points must stay the same.
    const moved = unwrapped.map(([lng, lat]): Position => [roundOff(lng + shift), roundOff(lat)])
    const clipped = ringWithin(moved, bounds)
    return clipped ? [clipped] : []
  })
}

function roundOff(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

/** World-atlas has rings that run across the antimeridian and, for Antarctica, around a pole. */
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

/** CLDR knows the numbers of ISO 3166 as aliases of its letters. */
function alpha2(id: string | number | undefined): string | undefined {
  const region = id === undefined ? undefined : new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : undefined
}
