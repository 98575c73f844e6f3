import type { Position } from '../story/geometry.ts'

/** A point of a plane: a position in degrees, or [x, y] in units of a drawing. */
type Pair = Position

/** A box in the same plane as the points: `Bounds` for positions. */
export type ClipBox = readonly [minX: number, minY: number, maxX: number, maxY: number]

/** One side of a box: a point is inside where `sign * (coordinate - limit)` is not negative. */
interface Side {
  readonly axis: 0 | 1
  readonly limit: number
  readonly sign: 1 | -1
}

function sidesOf([minX, minY, maxX, maxY]: ClipBox): readonly Side[] {
  return [
    { axis: 0, limit: minX, sign: 1 },
    { axis: 0, limit: maxX, sign: -1 },
    { axis: 1, limit: minY, sign: 1 },
    { axis: 1, limit: maxY, sign: -1 },
  ]
}

/**
 * Clips a ring by a box (Sutherland–Hodgman algorithm). Takes and returns rings without their closing point; the result
 * is empty if nothing is left. Edges along the box, which enclose no area, may join parts of the result.
 */
export function clipRing(ring: readonly Pair[], box: ClipBox): readonly Pair[] {
  let points = ring
  for (const side of sidesOf(box)) {
    const all = points
    if (isWithin(all, side)) continue
    const clipped: Pair[] = []
    all.forEach((point, index) => {
      const before = all[index - 1] ?? all[all.length - 1] ?? point
      if (isInside(point, side) !== isInside(before, side)) clipped.push(crossing(before, point, side))
      if (isInside(point, side)) clipped.push(point)
    })
    points = clipped
  }
  return points
}

/** Clips a line by a box. Returns the parts inside. */
export function clipLine(line: readonly Pair[], box: ClipBox): (readonly Pair[])[] {
  let parts = [line]
  for (const side of sidesOf(box)) parts = parts.flatMap((part) => clipLineBySide(part, side))
  return parts.filter((part) => part.length > 1)
}

function clipLineBySide(line: readonly Pair[], side: Side): (readonly Pair[])[] {
  if (isWithin(line, side)) return [line]
  const parts: Pair[][] = []
  let part: Pair[] = []
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

/** Most lines need no clipping. */
function isWithin(line: readonly Pair[], side: Side): boolean {
  return line.every((point) => isInside(point, side))
}

function isInside(point: Pair, { axis, limit, sign }: Side): boolean {
  return sign * (point[axis] - limit) >= 0
}

/**
 * Where a segment crosses a side. It is always computed from the lower end: two neighbours that share a segment go along
 * it in opposite directions and must get exactly the same point.
 */
function crossing(a: Pair, b: Pair, { axis, limit }: Side): Pair {
  const other = axis === 0 ? 1 : 0
  const [low, high] = a[axis] < b[axis] ? [a, b] : [b, a]
  const value = low[other] + ((limit - low[axis]) / (high[axis] - low[axis])) * (high[other] - low[other])
  return axis === 0 ? [limit, value] : [value, limit]
}
