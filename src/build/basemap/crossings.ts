import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import type { ArcLine } from './arc-set.ts'

/** Segments are compared in cells of a grid: so many in a degree. */
const perDegree = 2

interface Segment {
  readonly arc: number
  readonly a: Position
  readonly b: Position
}

/** Where two arcs cross, or one crosses itself. */
export interface Crossing {
  /** Indexes of arcs. */
  readonly arcs: readonly number[]
  /** The box around both segments. What lies in it needs more detail. */
  readonly box: Bounds
}

/**
 * Finds where arcs cross another arc of the same kind, or themselves. Touching is not crossing.
 * @param kinds the kind of each arc. Only countries are compared with countries, and lakes with lakes
 */
export function findCrossings(
  arcs: readonly (readonly Position[])[],
  kinds: readonly (ArcLine['kind'] | undefined)[],
): Crossing[] {
  const found: Crossing[] = []
  for (const kind of ['country', 'lake'] as const) {
    const cells = new Map<number, Segment[]>()
    arcs.forEach((arc, index) => {
      if (kinds[index] !== kind) return
      let a: Position | undefined
      for (const b of arc) {
        const segment = { arc: index, a: a ?? b, b }
        if (a) visitCells(segment, cells, found)
        a = b
      }
    })
  }
  return found
}

function crossingOf(p: Segment, q: Segment): Crossing {
  const xs = [p.a, p.b, q.a, q.b].map(([x]) => x)
  const ys = [p.a, p.b, q.a, q.b].map(([, y]) => y)
  return { arcs: [p.arc, q.arc], box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }
}

/** Compares a segment with those before it in the cells that its box touches, and puts it there. */
function visitCells(segment: Segment, cells: Map<number, Segment[]>, found: Crossing[]): void {
  const { a, b } = segment
  const [east, north] = [Math.max(a[0], b[0]) * perDegree, Math.max(a[1], b[1]) * perDegree]
  const south = Math.floor(Math.min(a[1], b[1]) * perDegree)
  for (let x = Math.floor(Math.min(a[0], b[0]) * perDegree); x <= east; x++)
    for (let y = south; y <= north; y++) {
      const key = x * 1000 * perDegree + y
      const cell = cells.get(key)
      if (cell === undefined) cells.set(key, [segment])
      else {
        for (const other of cell) if (doCross(segment, other)) found.push(crossingOf(segment, other))
        cell.push(segment)
      }
    }
}

function doCross(p: Segment, q: Segment): boolean {
  return (
    Math.max(p.a[0], p.b[0]) >= Math.min(q.a[0], q.b[0]) &&
    Math.max(q.a[0], q.b[0]) >= Math.min(p.a[0], p.b[0]) &&
    sideOf(p.a, p.b, q.a) * sideOf(p.a, p.b, q.b) < 0 && //
    sideOf(q.a, q.b, p.a) * sideOf(q.a, q.b, p.b) < 0
  )
}

function sideOf(a: Position, b: Position, point: Position): number {
  const cross = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
  return Math.abs(cross) < 1e-12 ? 0 : Math.sign(cross)
}
