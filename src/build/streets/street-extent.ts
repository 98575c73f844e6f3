import type { Bounds } from '../../cartography/basemap.ts'
import { metresPerDegree } from '../../story/earth.ts'
import type { Position } from '../../story/geometry.ts'
import type { Place } from '../../story/story.ts'

/** Around a place, every street is wanted up to this far, in metres. */
const margin = 700
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
    const own = grow([position[0], position[1], position[0], position[1]], margin)
    const shared = boxes.findIndex((box) => isNarrow(join(box, own)))
    if (shared < 0) boxes.push(own)
    else boxes[shared] = join(boxes[shared] ?? own, own)
  }
  return { near: boxes, around: boxes.map((box) => grow(box, surroundings)) }
}

/** A box that is larger on each side, by metres. */
export function grow([west, south, east, north]: Bounds, metres: number): Bounds {
  const up = metres / metresPerDegree
  const along = up / Math.cos((((south + north) / 2) * Math.PI) / 180)
  return [west - along, south - up, east + along, north + up]
}

function join(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

function isNarrow([west, south, east, north]: Bounds): boolean {
  const [x] = toMetres([east - west, 0], (south + north) / 2)
  return x <= widest && (north - south) * metresPerDegree <= widest
}

/** A position in metres, on a plane that touches the earth at a latitude. */
export function toMetres([longitude, latitude]: Position, at: number): readonly [x: number, y: number] {
  return [longitude * metresPerDegree * Math.cos((at * Math.PI) / 180), latitude * metresPerDegree]
}
