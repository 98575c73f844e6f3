import { type Position } from './geometry.ts'

/** So many pairs of edges are compared at most: far more than any drawn outline has side by side, and a second's work. */
const mostPairs = 50_000_000

/** An edge of a ring, from its west end to its east end. */
interface Edge {
  readonly west: Position
  readonly east: Position
}

/**
 * Where a ring first crosses itself, from west to east; `undefined` where it does not. Touching is no crossing.
 * @param ring unwrapped; its last position is its first
 */
export function crossingOf(ring: readonly Position[]): Position | undefined {
  const edges = ring.slice(1).map((end, i): Edge => {
    const start = ring[i] ?? end
    return start[0] <= end[0] ? { west: start, east: end } : { west: end, east: start }
  })
  edges.sort((a, b) => a.west[0] - b.west[0])
  // Those that reach as far east as the edge in turn.
  let open: Edge[] = []
  let pairs = 0
  for (const edge of edges) {
    open = open.filter(({ east }) => east[0] >= edge.west[0])
    pairs += open.length
    if (pairs > mostPairs) return undefined
    for (const other of open) if (isCrossing(edge, other)) return meetingPoint(edge, other)
    open.push(edge)
  }
  return undefined
}

function isCrossing(a: Edge, b: Edge): boolean {
  return isBetween(a.west, a.east, b) && isBetween(b.west, b.east, a)
}

/** Whether two positions lie on either side of an edge's line. */
function isBetween(one: Position, other: Position, edge: Edge): boolean {
  return side(edge, one) * side(edge, other) < 0
}

function side({ west: [x1, y1], east: [x2, y2] }: Edge, [x, y]: Position): number {
  return Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1))
}

function meetingPoint({ west: [x1, y1], east: [x2, y2] }: Edge, { west: [x3, y3], east: [x4, y4] }: Edge): Position {
  const share = ((x3 - x1) * (y4 - y3) - (y3 - y1) * (x4 - x3)) / ((x2 - x1) * (y4 - y3) - (y2 - y1) * (x4 - x3))
  return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]
}
