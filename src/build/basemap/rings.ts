import type { Bounds } from '../../cartography/basemap.ts'
import { clipRing } from '../../cartography/line-clipping.ts'
import type { Position } from '../../story/geometry.ts'
import { kmPerDegree } from './kilometres.ts'

/** Whether a position lies within rings, by the even-odd rule: holes may be anywhere among them. */
export function contains(rings: readonly (readonly Position[])[], [x, y]: Position): boolean {
  let inside = false
  for (const ring of rings) {
    let b = ring.at(-1)
    for (const a of ring) {
      if (b && a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
      b = a
    }
  }
  return inside
}

/** Returns what {@link contains} does for positions, of which there are many: few rings come near any of them. */
export function createArea(rings: readonly (readonly Position[])[]): (position: Position) => boolean {
  const boxes = rings.map(boxOf)
  return (position) =>
    contains(
      // Only a ring whose box holds the position can hold it itself.
      rings.filter((_, i) => isInBox(position, boxes[i] ?? [0, 0, 0, 0])),
      position,
    )
}

/** Whether a closed ring goes around clockwise. */
export function isClockwise(ring: readonly Position[]): boolean {
  let sum = 0
  ring.forEach(([x, y], i) => {
    const [beforeX, beforeY] = ring[i - 1] ?? [x, y]
    sum += (x - beforeX) * (y + beforeY)
  })
  return sum > 0
}

/** The area of a ring in square kilometres; 0 if it is empty. */
export function ringArea(ring: readonly Position[]): number {
  const [first] = ring
  if (first === undefined) return 0
  let area = 0
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? first
    area += x * nextY - nextX * y
  })
  const [, latitude] = first
  return (Math.abs(area) / 2) * kmPerDegree ** 2 * Math.cos((latitude * Math.PI) / 180)
}

/** Points of a grid over a ring that lie on it, so many in each row and column at most. */
export function pointsOn(ring: readonly Position[], size = 12): Position[] {
  const [west, south, east, north] = boxOf(ring)
  const steps = Array.from({ length: size }, (_, i) => (i + 0.5) / size)
  return steps
    .flatMap((x) => steps.map((y): Position => [west + x * (east - west), south + y * (north - south)]))
    .filter((position) => contains([ring], position))
}

/** The part of a closed ring within a box, closed again; undefined if it is no area. */
export function ringWithin(ring: readonly Position[], box: Bounds): Position[] | undefined {
  const clipped = clipRing(ring.slice(1), box)
  const [first] = clipped
  return first !== undefined && clipped.length > 2 ? [...clipped, first] : undefined
}

/** The box around a line. */
export function boxOf(line: readonly Position[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const position of line) {
    const x = position[0]
    const y = position[1]
    if (x < west) west = x
    if (y < south) south = y
    if (x > east) east = x
    if (y > north) north = y
  }
  return [west, south, east, north]
}

/** The box around two boxes. */
export function joinBoxes(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The box whose sides are so many kilometres away from a position. */
export function boxAround([longitude, latitude]: Position, kilometres: number): Bounds {
  const north = kilometres / kmPerDegree
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  return [longitude - east, latitude - north, longitude + east, latitude + north]
}

/** Whether a position lies in a box, or at most `margin` degrees outside. */
export function isInBox([x, y]: Position, [west, south, east, north]: Bounds, margin = 0): boolean {
  return x >= west - margin && x <= east + margin && y >= south - margin && y <= north + margin
}

/** Whether two boxes share a point. */
export function doBoxesMeet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
