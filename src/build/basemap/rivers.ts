import type { Bounds } from '../../cartography/basemap.ts'
import { clipLine } from '../../cartography/line-clipping.ts'
import type { Position } from '../../story/geometry.ts'
import { worldCopies } from '../world/layer.ts'
import { readFeatures } from '../world/pack.ts'
import type { Detail } from './detail.ts'
import { boxOf, doBoxesMeet } from './rings.ts'

/** A river, or a stretch of one. */
export interface River {
  /** 1 is the greatest. */
  readonly rank: number
  readonly line: readonly Position[]
  readonly box: Bounds
  /** The coarseness from which on the river is left out. */
  readonly coarsest: number
}

/** A river of each rank is drawn if it comes nearer than this to a place, in kilometres. */
const reachOfRank: Readonly<Record<number, number>> = { 1: Infinity, 2: 1200, 3: 350, 4: 120 }

/** The coarseness from which on each rank is left out. The coarsest maps have no rivers. */
const coarsestOfRank: Readonly<Record<number, number>> = { 1: 1 / 12, 2: 1 / 25, 3: 1 / 60, 4: 1 / 150 }

/** On a map wider than this, in degrees, there are none: of a third of the world's rivers bits would be left. */
const widest = 120

/**
 * Reads the rivers within bounds that are near enough to the places for their rank. A course is kept whole or not at all:
 * leaving out short pieces would tear holes into great rivers.
 * @throws {SourceError} if the world pack is not there
 */
export function readRivers(bounds: Bounds, { distance, reaches }: Detail): River[] {
  if (bounds[2] - bounds[0] > widest) return []
  return readFeatures('rivers', bounds).flatMap(({ tag: rank, lines }) => {
    const reach = reachOfRank[rank] ?? 0
    return lines
      .flatMap((line) => coursesWithin(line, bounds))
      .map((line) => ({ rank, line, box: boxOf(line), coarsest: coarsestOfRank[rank] ?? 0 }))
      .filter(
        ({ line, box }) =>
          reach === Infinity || (reaches(box, reach) && line.some((position) => distance(position) < reach)),
      )
  })
}

/** The parts of a line within bounds, from any world copy. On a map around the world, a river may leave it and come back. */
function coursesWithin(line: readonly Position[], bounds: Bounds): (readonly Position[])[] {
  const [west, south, east, north] = boxOf(line)
  return worldCopies.flatMap((shift) => {
    if (!doBoxesMeet([west + shift, south, east + shift, north], bounds)) return []
    return clipLine(
      line.map(([longitude, latitude]): Position => [longitude + shift, latitude]),
      bounds,
    )
  })
}
