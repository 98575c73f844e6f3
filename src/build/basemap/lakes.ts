import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Bounds } from '../../cartography/basemap.ts'
import type { MultiPolygon, Polygon, Position } from '../../story/geometry.ts'
import { copiesWithin } from './countries.ts'
import { type Detail, finestCoarseness } from './detail.ts'
import { boxOf, contains, doBoxesMeet, isInBox, ringArea } from './rings.ts'
import type { River } from './rivers.ts'

/** A lake or reservoir. */
export interface Lake {
  /** Closed rings, islands among them. */
  readonly rings: readonly (readonly Position[])[]
  readonly box: Bounds
  /** The coarseness from which on the lake is left out. */
  readonly coarsest: number
}

/**
 * The groups of the package. The second holds lakes and reservoirs. The first holds fragments of riverbanks, and some of
 * the lakes again with more points. The third is the sea.
 */
const lakeGroup = 1
const finerGroup = 0

/** Smaller lakes are never drawn, in km². */
const smallestArea = 20

/** A lake is drawn as long as the square root of its area is this many times the error allowed. */
const leastSize = 10

/** Smaller lakes are drawn only if a river runs through them, in km². */
const smallestIsolatedArea = 200

/** Reads the lakes within bounds that are large enough to be seen. Small ones without a river are mostly salt flats. */
export function readLakes(bounds: Bounds, rivers: readonly River[], { remoteness }: Detail): Lake[] {
  waterBodies ??= readWaterBodies()
  const { lakes, finer } = waterBodies
  return lakes.flatMap((polygon): Lake[] => {
    if (polygon.every((ring) => copiesWithin(ring, bounds).length === 0)) return []
    const [outer] = polygon
    const outline = boxOf(outer)
    const twin = finer.find(({ box }) => isSameBox(box, outline))
    const rings = (twin?.polygon ?? polygon).flatMap((ring) => copiesWithin(ring, bounds))
    const [shoreline] = rings
    if (shoreline === undefined) return []
    // A few points of the shore are enough to tell how remote the lake is.
    const shore = shoreline.filter((_, index, { length }) => index % Math.ceil(length / 20) === 0)
    const area = ringArea(outer)
    const coarsest = Math.sqrt(area) / leastSize / Math.min(...shore.map(remoteness))
    const lake = { rings, box: boxOf(shoreline), coarsest }
    const isSeen =
      coarsest >= finestCoarseness && (area > smallestIsolatedArea || rivers.some((river) => runsThrough(river, lake)))
    return isSeen ? [lake] : []
  })
}

/** The package is a file of 120 MB, which is read once. */
let waterBodies: ReturnType<typeof readWaterBodies> | undefined

function readWaterBodies() {
  const path = createRequire(import.meta.url).resolve('@geo-maps/earth-waterbodies-100m/map.geo.json')
  const { geometries } = JSON.parse(readFileSync(path, 'utf8')) as { geometries: MultiPolygon[] }
  const largeOf = (group: number) => (geometries[group]?.coordinates ?? []).filter(isLarge)
  const finer = largeOf(finerGroup).map((polygon) => ({ polygon, box: boxOf(polygon[0]) }))
  return { lakes: largeOf(lakeGroup), finer }
}

/** The boxes of a lake and of its finer twin differ by less than this, in degrees. */
const twinTolerance = 0.03

function isSameBox(a: Bounds, b: Bounds): boolean {
  return a.every((limit, i) => Math.abs(limit - (b[i] ?? Infinity)) < twinTolerance)
}

function isLarge([outer]: Polygon['coordinates']): boolean {
  return outer.length >= 8 && ringArea(outer) >= smallestArea && !isSea(outer)
}

function runsThrough({ line, box }: River, lake: Pick<Lake, 'rings' | 'box'>): boolean {
  return (
    doBoxesMeet(box, lake.box) && line.some((position) => isInBox(position, lake.box) && contains(lake.rings, position))
  )
}

/** Whether a lake is the Caspian Sea. Natural Earth has no land there, so it is drawn as sea. */
function isSea(ring: readonly Position[]): boolean {
  return ring.every(([x, y]) => x > 46 && x < 55 && y > 36 && y < 48) && ringArea(ring) > 50_000
}
