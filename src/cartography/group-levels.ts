import type { Place } from '../story/story.ts'
import type { Point } from './mercator.ts'

/** A place, or several that are near to one another. */
export interface Cluster extends Point {
  readonly count: number
  readonly lead: Place
  /** What it was made of, and the zoom at which it is that still; none for a place. */
  readonly parts: readonly Cluster[]
  readonly splitZoom: number
}

/**
 * Joins what is as near as `reach`, each with all around it that is not joined yet, in their middle. All lie in a table of square
 * cells, of which only four have to be looked through for each: the time grows with the number of clusters.
 * @param splitZoom the zoom of the clusters
 * @param compare which of two places leads
 */
export function joinNear(
  clusters: readonly Cluster[],
  reach: number,
  splitZoom: number,
  compare: (a: Place, b: Place) => number,
): readonly Cluster[] {
  // Indexes are counted from 1: 0 is none. Cells that share a slot do no harm.
  const bits = Math.ceil(Math.log2(clusters.length + 2)) + 1
  const slots = new Int32Array(2 ** bits)
  const next = new Int32Array(clusters.length + 1)
  const done = new Uint8Array(clusters.length + 1)
  const cellAt = (value: number): number => Math.floor(value / (2 * reach))
  const slotOf = (x: number, y: number): number => (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> (32 - bits)
  clusters.forEach(({ x, y }, i) => {
    const slot = slotOf(cellAt(x), cellAt(y))
    next[i + 1] = slots[slot] ?? 0
    slots[slot] = i + 1
  })
  const joined: Cluster[] = []
  clusters.forEach((cluster, i) => {
    if (done[i + 1]) return
    const { x, y } = cluster
    done[i + 1] = 1
    let near: Cluster[] | undefined
    for (let cell = 0; cell < 4; cell++) {
      const slot = slotOf(cellAt(x - reach) + (cell & 1), cellAt(y - reach) + (cell >> 1))
      for (let at = slots[slot] ?? 0; at > 0; at = next[at] ?? 0) {
        const other = clusters[at - 1]
        if (done[at] || !other || distance(other, cluster) > reach * reach) continue
        done[at] = 1
        near ??= [cluster]
        near.push(other)
      }
    }
    joined.push(near ? join(near, splitZoom, compare) : cluster)
  })
  return joined.length < clusters.length ? joined : clusters
}

/** The square of it. */
function distance(a: Point, b: Point): number {
  const [x, y] = [a.x - b.x, a.y - b.y]
  return x * x + y * y
}

function join(parts: readonly Cluster[], splitZoom: number, compare: (a: Place, b: Place) => number): Cluster {
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const mean = (axis: 'x' | 'y'): number => parts.reduce((sum, part) => sum + part[axis] * part.count, 0) / count
  const lead = parts.map((part) => part.lead).reduce((a, b) => (compare(a, b) <= 0 ? a : b))
  return { x: mean('x'), y: mean('y'), count, lead, parts, splitZoom }
}
