import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MultiPolygon, Position } from 'geojson'
import type { Bounds } from '../../cartography/basemap.ts'
import { copiesWithin } from './countries.ts'
import { type Detail } from './detail.ts'
import { KM_PER_DEGREE } from './extent.ts'
import { boxOf, contains } from './rings.ts'
import type { River } from './rivers.ts'

/** A lake's rings, islands among them, and its area in km². */
export interface Lake {
  readonly rings: readonly (readonly Position[])[]
  readonly area: number
  /** [west, east, south, north] */
  readonly box: readonly number[]
}

/**
 * The package's second group are lakes and reservoirs. Its first are riverbanks in fragments, and some of the lakes again, with more points; its
 * third is the sea.
 */
const LAKES = 1
const FINER = 0

/** Smaller ones are never drawn, in km². */
const SMALLEST = 20

/** Smaller ones through which no river runs are not drawn either, in km². */
const SMALLEST_ISOLATED = 200

/** The lakes within the bounds. */
export function readLakes(bounds: Bounds): Lake[] {
  const path = createRequire(import.meta.url).resolve('@geo-maps/earth-waterbodies-100m/map.geo.json')
  const { geometries } = JSON.parse(readFileSync(path, 'utf8')) as { geometries: MultiPolygon[] }
  const finer = (geometries[FINER]?.coordinates ?? [])
    .filter(isLarge)
    .map((polygon) => ({ polygon, box: boxOf(polygon[0] ?? []) }))
  return (geometries[LAKES]?.coordinates ?? []).filter(isLarge).flatMap((polygon): Lake[] => {
    const copies = polygon.flatMap((ring) => copiesWithin(ring, bounds))
    if (copies.length === 0) return []
    const box = boxOf(polygon[0] ?? [])
    const twin = finer.find((other) =>
      other.box.every((limit, i) => Math.abs(limit - (box[i] ?? 0)) < SAME_BOX),
    )?.polygon
    const rings = twin?.flatMap((ring) => copiesWithin(ring, bounds)) ?? copies
    return [{ rings, area: ringArea(polygon[0] ?? []), box: boxOf(rings[0] ?? []) }]
  })
}

/** How far apart the boxes of a lake and its finer twin may be, in degrees. */
const SAME_BOX = 0.03

function isLarge([outer = []]: readonly (readonly Position[])[]): boolean {
  return outer.length >= 8 && ringArea(outer) >= SMALLEST && !isSea(outer)
}

/** Of the lakes, those that are large enough to be seen at their distance from the places. Small ones without a river are mostly salt flats. */
export function selectLakes(lakes: readonly Lake[], rivers: readonly River[], { tolerance }: Detail): Lake[] {
  return lakes.filter((lake) => {
    const outer = lake.rings[0] ?? []
    // A few points of the shore are enough to know how far away the lake is.
    const shore = outer.filter((_, index) => index % Math.ceil(outer.length / 20) === 0)
    if (lake.area < 100 * Math.min(...shore.map(tolerance)) ** 2) return false
    return lake.area > SMALLEST_ISOLATED || rivers.some(({ line }) => line.some((position) => isInLake(lake, position)))
  })
}

function isInLake({ rings, box: [west = 0, east = 0, south = 0, north = 0] }: Lake, position: Position): boolean {
  const [x = 0, y = 0] = position
  return x >= west && x <= east && y >= south && y <= north && contains(rings, position)
}

/** Square kilometres. */
export function ringArea(ring: readonly Position[]): number {
  let area = 0
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? []
    area += x * nextY - nextX * y
  })
  const [, latitude = 0] = ring[0] ?? []
  return (Math.abs(area) / 2) * KM_PER_DEGREE ** 2 * Math.cos((latitude * Math.PI) / 180)
}

/** The Caspian Sea is among the lakes too, but Natural Earth's coast already leaves it out of the land. */
function isSea(ring: readonly Position[]): boolean {
  return ring.every(([x = 0, y = 0]) => x > 46 && x < 55 && y > 36 && y < 48) && ringArea(ring) > 50_000
}
