import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import type { ArcLine } from './arc-set.ts'

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
    const cells = new Map<string, Segment[]>()
    arcs.forEach((arc, index) => {
      if (kinds[index] !== kind) return
      arc.slice(1).forEach((b, i) => {
        const segment = { arc: index, a: arc[i] ?? b, b }
        for (const key of cellsOf(segment)) {
          const cell = cells.get(key) ?? []
          for (const other of cell) if (doCross(segment, other)) found.push(crossingOf(segment, other))
          cell.push(segment)
          cells.set(key, cell)
        }
      })
    })
  }
  return found
}

function crossingOf(p: Segment, q: Segment): Crossing {
  const xs = [p.a, p.b, q.a, q.b].map(([x]) => x)
  const ys = [p.a, p.b, q.a, q.b].map(([, y]) => y)
  return { arcs: [p.arc, q.arc], box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }
}

/** The cells of a grid of half a degree that a segment's box touches. */
function cellsOf({ a: [ax, ay], b: [bx, by] }: Segment): string[] {
  const keys: string[] = []
  for (let x = Math.floor(Math.min(ax, bx) * 2); x <= Math.max(ax, bx) * 2; x++)
    for (let y = Math.floor(Math.min(ay, by) * 2); y <= Math.max(ay, by) * 2; y++) keys.push(`${x},${y}`)
  return keys
}

function doCross(p: Segment, q: Segment): boolean {
  return (
    sideOf(p.a, p.b, q.a) * sideOf(p.a, p.b, q.b) < 0 && //
    sideOf(q.a, q.b, p.a) * sideOf(q.a, q.b, p.b) < 0
  )
}

function sideOf([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number {
  const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return Math.abs(cross) < 1e-12 ? 0 : Math.sign(cross)
}
