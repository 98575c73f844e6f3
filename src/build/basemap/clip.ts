import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'

/** One side of a clip box: points are inside where the coordinate of the axis is on the right side of the limit. */
interface Side {
  readonly axis: 0 | 1
  readonly limit: number
  readonly sign: 1 | -1
}

function sidesOf([west, south, east, north]: Bounds): readonly Side[] {
  return [
    { axis: 0, limit: west, sign: 1 },
    { axis: 0, limit: east, sign: -1 },
    { axis: 1, limit: south, sign: 1 },
    { axis: 1, limit: north, sign: -1 },
  ]
}

/**
 * Clips a closed ring by a box (Sutherland and Hodgman). Parts of the result may be joined by edges along the box that have no area.
 * @returns a closed ring, or nothing
 */
export function clipRing(ring: readonly Position[], bounds: Bounds): Position[] {
  let points = ring.slice(1)
  for (const side of sidesOf(bounds)) {
    const clipped: Position[] = []
    points.forEach((point, index) => {
      const before = points.at(index - 1) ?? point
      if (isInside(point, side) !== isInside(before, side)) clipped.push(crossing(before, point, side))
      if (isInside(point, side)) clipped.push(point)
    })
    points = clipped
  }
  const [first] = points
  return first === undefined ? [] : [...points, first]
}

/** Clips a line by a box. */
export function clipLine(line: readonly Position[], bounds: Bounds): Position[][] {
  let lines: (readonly Position[])[] = [line]
  for (const side of sidesOf(bounds)) lines = lines.flatMap((part) => clipLineBySide(part, side))
  return lines.map((part) => [...part])
}

function clipLineBySide(line: readonly Position[], side: Side): Position[][] {
  const lines: Position[][] = []
  let current: Position[] = []
  line.forEach((point, index) => {
    const before = line[index - 1]
    const inside = isInside(point, side)
    if (before !== undefined && inside !== isInside(before, side)) current.push(crossing(before, point, side))
    if (inside) current.push(point)
    if (!inside || index === line.length - 1) {
      if (current.length > 1) lines.push(current)
      current = []
    }
  })
  return lines
}

/** Whether the segment runs where the sources or the clip cut through land: there is no coast and no border. */
export function isOnEdge(a: Position, b: Position, bounds: Bounds): boolean {
  if (a[0] === b[0] && isAntimeridian(a)) return true
  return sidesOf(bounds).some(({ axis, limit }) => a[axis] === limit && b[axis] === limit)
}

/** Whether a position lies on a side of the box or on the antimeridian, at which Natural Earth cuts some islands in two. */
export function isEdgePosition(position: Position, bounds: Bounds): boolean {
  return isAntimeridian(position) || sidesOf(bounds).some(({ axis, limit }) => position[axis] === limit)
}

function isAntimeridian([longitude]: Position): boolean {
  return Math.abs(longitude) % 360 === 180
}

function isInside(point: Position, { axis, limit, sign }: Side): boolean {
  return (point[axis] - limit) * sign >= 0
}

/** Where a segment crosses a side. Neighbours that share the segment in opposite directions get the same point. */
function crossing(a: Position, b: Position, { axis, limit }: Side): Position {
  const other = axis === 0 ? 1 : 0
  const [low, high] = a[axis] < b[axis] ? [a, b] : [b, a]
  const value = low[other] + ((limit - low[axis]) / (high[axis] - low[axis])) * (high[other] - low[other])
  return axis === 0 ? [limit, value] : [value, limit]
}
