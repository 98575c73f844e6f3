import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import { readFeatures } from '../world/pack.ts'
import { copiesWithin, type Country } from './countries.ts'
import { type Detail, finestCoarseness } from './detail.ts'
import { boxOf, contains, createArea, doBoxesMeet, isInBox, pointsOn } from './rings.ts'
import type { River } from './rivers.ts'

/** A lake or reservoir. */
export interface Lake {
  /** Closed rings, islands among them. */
  readonly rings: readonly (readonly Position[])[]
  readonly box: Bounds
  /** The coarseness from which on the lake is left out. */
  readonly coarsest: number
}

/** A lake is drawn as long as the square root of its area is this many times the error allowed. */
const leastSize = 10

/** Smaller lakes are drawn only if a river runs through them, in km². */
const smallestIsolatedArea = 200

/**
 * Reads the lakes within bounds that are large enough to be seen. Small ones without a river are mostly salt flats.
 * @throws {SourceError} if the world pack is not there
 */
export function readLakes(bounds: Bounds, rivers: readonly River[], { remoteness }: Detail): Lake[] {
  return readFeatures('lakes', bounds).flatMap(({ tag: area, lines }): Lake[] => {
    const rings = lines.flatMap((ring) => copiesWithin(ring, bounds))
    const [shoreline] = rings
    if (shoreline === undefined) return []
    // A few points of the shore are enough to tell how remote the lake is.
    const shore = shoreline.filter((_, index, { length }) => index % Math.ceil(length / 20) === 0)
    const coarsest = Math.sqrt(area) / leastSize / Math.min(...shore.map(remoteness))
    const lake = { rings, box: boxOf(shoreline), coarsest }
    const isSeen =
      coarsest >= finestCoarseness && (area > smallestIsolatedArea || rivers.some((river) => runsThrough(river, lake)))
    return isSeen ? [lake] : []
  })
}

function runsThrough({ line, box }: River, lake: Pick<Lake, 'rings' | 'box'>): boolean {
  return (
    doBoxesMeet(box, lake.box) && line.some((position) => isInBox(position, lake.box) && contains(lake.rings, position))
  )
}

/** Leaves out lagoons that are a part of the sea in Natural Earth, where one would lie over an island with a place on it. */
export function withoutLagoons(
  lakes: readonly Lake[],
  countries: readonly Country[],
  positions: readonly Position[],
): Lake[] {
  const isLand = createArea(countries.flatMap(({ rings }) => rings))
  const isLagoon = ([shoreline = []]: Lake['rings']): boolean => {
    const points = pointsOn(shoreline)
    return points.filter(isLand).length < points.length / 2
  }
  const ashore = positions.filter(isLand)
  return lakes.filter(({ rings }) => !(ashore.some((position) => contains(rings, position)) && isLagoon(rings)))
}
