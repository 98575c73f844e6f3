import type { Bounds } from '../../cartography/basemap.ts'
import { metresPerDegree } from '../../story/earth.ts'
import type { Position } from '../../story/geometry.ts'
import type { Place } from '../../story/story.ts'
import { boxAround, joinBoxes } from '../basemap/rings.ts'

/** Around a place, every street is wanted up to this far, in kilometres. */
const margin = 0.7
/** Places share a box of at most this width and height, in metres. */
const widest = 3000
/** Around that box, the greater streets are wanted, up to this far, in metres. */
const surroundings = 4000

/** Where a story's streets are. */
export interface StreetExtent {
  /** Where every street is wanted: a box around each group of exact or approximate places. */
  readonly near: readonly Bounds[]
  /** Around each of these, in the same order, where the greater ones are wanted too. */
  readonly around: readonly Bounds[]
}

/** Finds where a story's streets are; nowhere, if none of its places is exact or approximate. */
export function createStreetExtent(places: readonly Place[]): StreetExtent {
  const boxes: Bounds[] = []
  for (const { position, precision } of places) {
    if (precision !== 'exact' && precision !== 'approximate') continue
    const own = boxAround(position, margin)
    const shared = boxes.findIndex((box) => isNarrow(joinBoxes(box, own)))
    if (shared < 0) boxes.push(own)
    else boxes[shared] = joinBoxes(boxes[shared] ?? own, own)
  }
  return { near: boxes, around: boxes.map((box) => grow(box, surroundings)) }
}

/** A box that is larger on each side, by metres. */
function grow([west, south, east, north]: Bounds, metres: number): Bounds {
  const up = metres / metresPerDegree
  const along = up / Math.cos((((south + north) / 2) * Math.PI) / 180)
  return [west - along, south - up, east + along, north + up]
}

function isNarrow([west, south, east, north]: Bounds): boolean {
  const [x] = toMetres([east - west, 0], (south + north) / 2)
  return x <= widest && (north - south) * metresPerDegree <= widest
}

/** A position in metres, on a plane that touches the earth at a latitude. */
export function toMetres([longitude, latitude]: Position, at: number): readonly [x: number, y: number] {
  return [longitude * metresPerDegree * Math.cos((at * Math.PI) / 180), latitude * metresPerDegree]
}

/** The length of a line of a few kilometres at most, in metres. */
export function lengthOf(line: readonly Position[]): number {
  const points = line.map((position) => toMetres(position, line[0]?.[1] ?? 0))
  return points.reduce((sum, [x, y], i) => {
    const [beforeX, beforeY] = points[i - 1] ?? [x, y]
    return sum + Math.hypot(x - beforeX, y - beforeY)
  }, 0)
}
