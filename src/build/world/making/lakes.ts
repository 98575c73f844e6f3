import { readFileSync } from 'node:fs'
import type { Bounds } from '../../../cartography/basemap.ts'
import type { MultiPolygon, Polygon, Position } from '../../../story/geometry.ts'
import { boxOf, ringArea } from '../../basemap/rings.ts'
import type { Feature } from '../features.ts'
import { generalize } from './generalization.ts'
import { sourcePath } from './source.ts'

/**
 * The groups of the package. The second holds lakes and reservoirs. The first holds fragments of riverbanks, and some of
 * the lakes again with more points. The third is the sea.
 */
const lakeGroup = 1
const finerGroup = 0

/** Smaller lakes are never drawn, in km². */
const smallestArea = 20

/** The boxes of a lake and of its finer twin differ by less than this, in degrees. */
const twinTolerance = 0.03

/** The world's lakes and reservoirs with their areas in square kilometres, from OpenStreetMap. */
export function makeLakes(): Feature<number>[] {
  const { geometries } = JSON.parse(
    readFileSync(sourcePath('@geo-maps/earth-waterbodies-100m/map.geo.json'), 'utf8'),
  ) as { geometries: MultiPolygon[] }
  const largeOf = (group: number) => (geometries[group]?.coordinates ?? []).filter(isLarge)
  const finer = largeOf(finerGroup).map((polygon) => ({ polygon, box: boxOf(polygon[0]) }))
  return largeOf(lakeGroup).map((polygon) => {
    const [outer] = polygon
    const box = boxOf(outer)
    const twin = finer.find((other) => isSameBox(other.box, box))
    return { tag: Math.round(ringArea(outer)), lines: generalize(twin?.polygon ?? polygon).filter(isArea) }
  })
}

function isSameBox(a: Bounds, b: Bounds): boolean {
  return a.every((limit, i) => Math.abs(limit - (b[i] ?? Infinity)) < twinTolerance)
}

function isLarge([outer]: Polygon['coordinates']): boolean {
  return outer.length >= 8 && ringArea(outer) >= smallestArea && !isSea(outer)
}

/** Whether a lake is the Caspian Sea. Natural Earth has no land there, so it is drawn as sea. */
function isSea(ring: readonly Position[]): boolean {
  return ring.every(([x, y]) => x > 46 && x < 55 && y > 36 && y < 48) && ringArea(ring) > 50_000
}

function isArea(ring: readonly Position[]): boolean {
  return ring.length > 3
}
