import type { Bounds } from '../../cartography/basemap.ts'
import { clipRing } from '../../cartography/line-clipping.ts'
import type { Position } from '../../story/geometry.ts'
import { kmPerDegree } from './kilometres.ts'

/** Whether a position lies within rings, by the even-odd rule: holes may be anywhere among them. */
export function contains(rings: readonly (readonly Position[])[], [x, y]: Position): boolean {
  let inside = false
  for (const ring of rings)
    ring.forEach((position, index) => {
      const [ax, ay] = position
      const [bx, by] = ring.at(index - 1) ?? position
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    })
  return inside
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

/** The part of a closed ring within a box, closed again; undefined if it is no area. */
export function ringWithin(ring: readonly Position[], box: Bounds): Position[] | undefined {
  const clipped = clipRing(ring.slice(1), box)
  const [first] = clipped
  return first !== undefined && clipped.length > 2 ? [...clipped, first] : undefined
}

/** The box around a line. */
export function boxOf(line: readonly Position[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of line) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
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
