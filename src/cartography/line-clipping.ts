import type { Box } from './label-placement.ts'
import type { Point } from './mercator.ts'

/** One side of a box: points are inside where `sign * (coordinate - limit)` is not negative. */
interface Side {
  readonly axis: 'x' | 'y'
  readonly limit: number
  readonly sign: 1 | -1
}

function sidesOf({ left, top, right, bottom }: Box): readonly Side[] {
  return [
    { axis: 'x', limit: left, sign: 1 },
    { axis: 'x', limit: right, sign: -1 },
    { axis: 'y', limit: top, sign: 1 },
    { axis: 'y', limit: bottom, sign: -1 },
  ]
}

/** Clips a ring by a box (Sutherland and Hodgman). Takes and gives it without the closing point; empty where nothing is left. */
export function clipRing(ring: readonly Point[], box: Box): readonly Point[] {
  let points = ring
  for (const side of sidesOf(box)) {
    const all = points
    points = all.flatMap((point, i) => {
      const before = all.at(i - 1) ?? point
      const inside = isInside(point, side)
      const entry = inside === isInside(before, side) ? [] : [crossing(before, point, side)]
      return inside ? [...entry, point] : entry
    })
  }
  return points
}

/** Clips a line by a box. Gives the parts that are within it. */
export function clipLine(line: readonly Point[], box: Box): (readonly Point[])[] {
  let parts = [line]
  for (const side of sidesOf(box)) parts = parts.flatMap((part) => clipBySide(part, side))
  return parts.filter((part) => part.length > 1)
}

function clipBySide(line: readonly Point[], side: Side): Point[][] {
  const parts: Point[][] = []
  let part: Point[] = []
  for (const [i, point] of line.entries()) {
    const before = line[i - 1]
    const inside = isInside(point, side)
    if (before && inside !== isInside(before, side)) part.push(crossing(before, point, side))
    if (inside) part.push(point)
    else if (part.length > 0) {
      parts.push(part)
      part = []
    }
  }
  return part.length > 0 ? [...parts, part] : parts
}

function isInside(point: Point, { axis, limit, sign }: Side): boolean {
  return sign * (point[axis] - limit) >= 0
}

function crossing(a: Point, b: Point, { axis, limit }: Side): Point {
  const share = (limit - a[axis]) / (b[axis] - a[axis])
  return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }
}
