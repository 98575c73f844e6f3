import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import { type ArcLine, type ArcSet, positionsOfLine } from './arc-set.ts'
import { isEdgePosition } from './clip-edge.ts'
import { findCrossings } from './crossings.ts'
import { type Detail, gridFor } from './detail.ts'
import { kmPerDegree } from './kilometres.ts'
import { boxOf, doBoxesMeet, isInBox, ringArea } from './rings.ts'
import { weighPoints } from './topology.ts'

/** How often arcs that cross each other get more of their points and a finer grid before it is given up. */
const mostRounds = 10

/** A point of an arc, with what is known of it at any coarseness. */
interface WeighedPoint {
  readonly position: Position
  /** The coarseness from which on the point is left out. */
  readonly coarsest: number
  /** In kilometres. */
  readonly remoteness: number
}

/** Arcs whose points know at which coarseness they are needed. */
export interface WeighedArcs {
  readonly arcs: readonly { readonly points: readonly WeighedPoint[]; readonly box: Bounds }[]
  readonly lines: readonly ArcLine[]
}

/** Weighs each point by how much its line would change without it (Visvalingam's method), in relation to its remoteness. */
export function weighArcs({ arcs, lines }: ArcSet, bounds: Bounds, { remoteness }: Detail): WeighedArcs {
  const weighed = weighPoints(arcs, (triangle) => triangleArea(triangle) / remoteness(triangle[1]) ** 2)
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

/** Square kilometres. */
function triangleArea([a, b, c]: readonly [Position, Position, Position]): number {
  const [x, y] = b
  const scale = Math.cos((y * Math.PI) / 180)
  const [ax, ay] = [(a[0] - x) * scale, a[1] - y]
  const [cx, cy] = [(c[0] - x) * scale, c[1] - y]
  return (Math.abs(ax * cy - cx * ay) / 2) * kmPerDegree ** 2
}

/**
 * Leaves out the points that cannot be seen, and rounds the others to the grid of their remoteness. Shared arcs stay shared, and
 * no two arcs of countries or of lakes cross in the result unless they do in the source.
 */
export function simplifyArcs({ arcs: weighed, lines: all }: WeighedArcs, coarseness: number, detail: Detail): ArcSet {
  const narrows: (readonly Bounds[])[] = []
  let lines = all
  let arcs = weighed.map(({ points }) => simplifyArc(points, [], coarseness))
  for (let round = 0; ; round++) {
    const simplified = { arcs, lines: withoutSpecks({ arcs, lines }, coarseness, detail) }
    const crossings = findCrossings(arcs, kindsOfArcs(simplified))
    // What still crosses then does so in the source.
    if (crossings.length === 0 || round === mostRounds) return simplified
    const boxes = crossings.map(({ box }) => widen(box))
    narrows.push(boxes)
    arcs = arcs.map((arc, index) => {
      const { points = [], box } = weighed[index] ?? {}
      if (box === undefined || !boxes.some((other) => doBoxesMeet(box, other))) return arc
      const here = narrows.map((others) => others.filter((other) => doBoxesMeet(box, other)))
      return simplifyArc(points, here, coarseness)
    })
    // An island that does not fit into its river even so is not worth more.
    const stubborn = new Set(round < mostRounds / 2 ? [] : crossings.flatMap((crossing) => crossing.arcs))
    lines = lines.filter((line) => line.arcs.length > 1 || !line.arcs.some((index) => stubborn.has(index)))
  }
}

/** @param narrows where arcs crossed in each round before: there, all of them keep more of their points, on a finer grid */
function simplifyArc(
  points: readonly WeighedPoint[],
  narrows: readonly (readonly Bounds[])[],
  coarseness: number,
): Position[] {
  const kept: Position[] = []
  for (const { position, coarsest, remoteness } of points) {
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

/** By half its size, since what was left out between the segments' ends may lie beside them. */
function widen([west, south, east, north]: Bounds): Bounds {
  const margin = Math.max(east - west, north - south) / 2
  return [west - margin, south - margin, east + margin, north + margin]
}

function roundTo(degrees: number, steps: number): number {
  return Math.round(degrees * steps) / steps
}

/** The kind of what each arc belongs to, of those that anything does. */
function kindsOfArcs({ arcs, lines }: ArcSet): (ArcLine['kind'] | undefined)[] {
  const kinds = arcs.map((): ArcLine['kind'] | undefined => undefined)
  for (const line of lines) for (const index of line.arcs) kinds[index < 0 ? ~index : index] = line.kind
  return kinds
}

/** Leaves out rings that have collapsed, and islands and lakes of a few pixels. */
function withoutSpecks({ arcs, lines }: ArcSet, coarseness: number, { remoteness }: Detail): ArcLine[] {
  return lines.filter((line) => {
    const positions = positionsOfLine(arcs, line.arcs)
    if (line.kind === 'river') return positions.length > 1
    const [first] = positions
    if (line.arcs.length > 1) return true
    if (positions.length < 4 || first === undefined) return false
    return ringArea(positions) > 12 * Math.min(coarseness * remoteness(first), kmPerDegree) ** 2
  })
}
