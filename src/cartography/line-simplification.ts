import type { Point } from './mercator.ts'

/**
 * Simplifies a line (Ramer–Douglas–Peucker algorithm): none of its points is farther from the result than the tolerance,
 * which is in the units of the points. The ends stay.
 */
export function simplifyLine<P extends Point>(line: readonly P[], tolerance: number): P[] {
  const kept = new Set([0, line.length - 1])
  const open: [first: number, last: number][] = [[0, line.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span
    const farthest = farthestFrom(line, first, last)
    if (farthest === undefined || farthest.distance <= tolerance) continue
    kept.add(farthest.index)
    open.push([first, farthest.index], [farthest.index, last])
  }
  return line.filter((_, i) => kept.has(i))
}

/** Simplifies a ring, given and returned without its closing point; empty if too little is left to be an area. */
export function simplifyRing<P extends Point>(ring: readonly P[], tolerance: number): P[] {
  const [start] = ring
  if (!start) return []
  // A ring has no ends: it is cut in two at its start and at the point farthest from it.
  const middle = ring.reduce(
    (far, point, i) => (distance(point, start) > distance(ring[far] ?? start, start) ? i : far),
    0,
  )
  const there = simplifyLine(ring.slice(0, middle + 1), tolerance)
  const back = simplifyLine([...ring.slice(middle), start], tolerance)
  const simple = [...there, ...back.slice(1, -1)]
  return simple.length > 2 ? simple : []
}

function farthestFrom(
  line: readonly Point[],
  first: number,
  last: number,
): { index: number; distance: number } | undefined {
  const [a, b] = [line[first], line[last]]
  if (!a || !b || last - first < 2) return undefined
  let farthest = { index: first, distance: -1 }
  for (let index = first + 1; index < last; index++) {
    const point = line[index]
    const away = point ? distanceToSegment(point, a, b) : 0
    if (away > farthest.distance) farthest = { index, distance: away }
  }
  return farthest
}

function distanceToSegment(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
  return distance(point, { x: a.x + share * dx, y: a.y + share * dy })
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
