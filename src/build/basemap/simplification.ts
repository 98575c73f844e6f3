import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import type { ArcLine, ArcSet } from './arc-set.ts'
import { isEdgePosition } from './clip-edge.ts'
import { findCrossings } from './crossings.ts'
import { type Detail, gridFor } from './detail.ts'
import { findDrowned } from './drowned-places.ts'
import { kmPerDegree } from './kilometres.ts'
import { boxAround, boxOf, doBoxesMeet, isInBox } from './rings.ts'
import { withoutSpecks } from './specks.ts'
import { weighPoints } from './topology.ts'

/** Arcs that cross get more points and a finer grid at most this many times. */
const mostRounds = 10

/** A point of an arc, with what does not depend on the coarseness. */
interface WeighedPoint {
  readonly position: Position
  /** The coarseness from which on the point is left out. */
  readonly coarsest: number
  /** In kilometres. */
  readonly remoteness: number
}

/** Arcs with the coarseness up to which each of their points is needed. */
export interface WeighedArcs {
  readonly arcs: readonly { readonly points: readonly WeighedPoint[]; readonly box: Bounds }[]
  readonly lines: readonly ArcLine[]
}

/**
 * Weighs each point by how much its line would change without it (Visvalingam's algorithm), relative to its
 * remoteness.
 */
export function weighArcs({ arcs, lines }: ArcSet, bounds: Bounds, { remoteness }: Detail): WeighedArcs {
  // Each point is weighed several times.
  const known = new Map<Position, number>()
  const remotenessOf = (position: Position): number => {
    const value = known.get(position) ?? remoteness(position)
    known.set(position, value)
    return value
  }
  const weighed = weighPoints(arcs, (triangle) => triangleArea(triangle) / remotenessOf(triangle[1]) ** 2)
  return {
    arcs: weighed.map((arc) => ({
      points: arc.map(({ position, weight }) => ({
        position,
        coarsest: isEdgePosition(position, bounds) ? Infinity : Math.sqrt(weight),
        remoteness: remoteness(position),
      })),
      box: boxOf(arc.map(({ position }) => position)),
    })),
    lines,
  }
}

/** The area of a triangle in square kilometres. */
export function triangleArea([a, b, c]: readonly [Position, Position, Position]): number {
  const [x, y] = b
  const scale = Math.cos((y * Math.PI) / 180)
  const [ax, ay] = [(a[0] - x) * scale, a[1] - y]
  const [cx, cy] = [(c[0] - x) * scale, c[1] - y]
  return (Math.abs(ax * cy - cx * ay) / 2) * kmPerDegree ** 2
}

/**
 * Leaves out the points that cannot be seen, and rounds the others to the grid of their remoteness. Shared arcs stay
 * shared. Countries do not come to cross each other by this, nor do lakes.
 * @param ashore positions that lie on land, and do not come to lie in the sea by this
 */
export function simplifyArcs(
  { arcs: weighed, lines }: WeighedArcs,
  coarseness: number,
  detail: Detail,
  ashore: readonly Position[],
): ArcSet {
  const narrows: (readonly Bounds[])[] = []
  const stubborn = new Set<number>()
  let arcs = weighed.map(({ points }) => simplifyArc(points, [], coarseness))
  for (let round = 0; ; round++) {
    const simplified = { arcs, lines: withoutSpecks({ arcs, lines }, coarseness, detail, ashore, stubborn) }
    const crossings = findCrossings(arcs, kindsOfArcs(simplified))
    const drowned = findDrowned(simplified, ashore)
    // What crosses even after the last round crosses in the source.
    if ((crossings.length === 0 && drowned.length === 0) || round === mostRounds) return simplified
    const boxes = [
      ...crossings.map(({ box }) => widen(box)),
      ...drowned.map((position) => boxAround(position, 3 * coarseness * detail.remoteness(position))),
    ]
    narrows.push(boxes)
    arcs = arcs.map((arc, index) => {
      const { points = [], box } = weighed[index] ?? {}
      if (box === undefined || !boxes.some((other) => doBoxesMeet(box, other))) return arc
      const here = narrows.map((others) => others.filter((other) => doBoxesMeet(box, other)))
      return simplifyArc(points, here, coarseness)
    })
    if (round >= mostRounds / 2) for (const index of crossings.flatMap((crossing) => crossing.arcs)) stubborn.add(index)
  }
}

/**
 * @param narrows the boxes of each earlier round in which arcs crossed: there an arc keeps more points, on a finer
 * grid
 */
function simplifyArc(
  points: readonly WeighedPoint[],
  narrows: readonly (readonly Bounds[])[],
  coarseness: number,
): Position[] {
  const kept: Position[] = []
  for (const { position, coarsest, remoteness } of points) {
    // Most points are left out, narrow or not.
    if (coarsest < coarseness / 2 ** narrows.length) continue
    let narrow = 0
    for (const boxes of narrows) if (boxes.some((box) => isInBox(position, box))) narrow++
    if (coarsest < coarseness / 2 ** narrow) continue
    const steps = gridFor(coarseness * remoteness, Math.floor(narrow / 2))
    const [x, y] = [roundTo(position[0], steps), roundTo(position[1], steps)]
    const last = kept.at(-1)
    if (x !== last?.[0] || y !== last[1]) kept.push([x, y])
  }
  const [only] = kept
  return kept.length === 1 && only !== undefined ? [only, only] : kept
}

/** Widens a box by half its size: the points that were left out of its segments may lie beside them. */
function widen([west, south, east, north]: Bounds): Bounds {
  const margin = Math.max(east - west, north - south) / 2
  return [west - margin, south - margin, east + margin, north + margin]
}

function roundTo(degrees: number, steps: number): number {
  return Math.round(degrees * steps) / steps
}

/** The kind of line that each arc belongs to; undefined if none has it any more. */
function kindsOfArcs({ arcs, lines }: ArcSet): (ArcLine['kind'] | undefined)[] {
  const kinds = arcs.map((): ArcLine['kind'] | undefined => undefined)
  for (const line of lines) for (const index of line.arcs) kinds[index < 0 ? ~index : index] = line.kind
  return kinds
}
