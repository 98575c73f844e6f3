import type { Position } from '../../story/geometry.ts'
import { type Arcs, shareArcs } from './topology.ts'

/**
 * Lines and rings as sequences of arcs. Two countries share the arc between them and go along it in opposite
 * directions.
 */
export interface ArcSet {
  readonly arcs: Arcs
  /** Each line has the indexes of its arcs; `~i` is arc i from its end to its start. */
  readonly lines: readonly ArcLine[]
}

/** What a line or ring belongs to. */
export interface LineOwner {
  readonly kind: 'country' | 'lake' | 'river'
  /** The index of the country, lake or river in the source's list. */
  readonly owner: number
  /** For rivers: 1 is the greatest. */
  readonly rank: number
  /** The coarseness from which on the line is left out. */
  readonly coarsest: number
}

/** One line or ring. */
export interface ArcLine extends LineOwner {
  readonly arcs: readonly number[]
}

/** A line before it is cut into arcs. Rings are closed: the last position is the first. */
export interface SourceLine extends LineOwner {
  readonly positions: readonly Position[]
}

/** Finds the arcs that lines share. */
export function createArcSet(sources: readonly SourceLine[]): ArcSet {
  const { arcs, indexes } = shareArcs(sources.map(({ kind, positions }) => ({ isRing: kind !== 'river', positions })))
  const lines = sources.map(({ kind, owner, rank, coarsest }, i) => ({
    kind,
    owner,
    rank,
    coarsest,
    arcs: indexes[i] ?? [],
  }))
  return { arcs, lines }
}

/**
 * Cuts arcs into shorter ones.
 * @param cutsOf returns the indexes of the points at which to cut an arc, ascending, without its ends
 */
export function splitArcs({ arcs, lines }: ArcSet, cutsOf: (arc: readonly Position[]) => readonly number[]): ArcSet {
  const pieces: (readonly Position[])[] = []
  const piecesOf = arcs.map((arc) => {
    const limits = [0, ...cutsOf(arc), arc.length - 1]
    return limits.slice(1).map((to, i) => pieces.push(arc.slice(limits[i], to + 1)) - 1)
  })
  const replace = (index: number): number[] =>
    index < 0 ? (piecesOf[~index] ?? []).toReversed().map((piece) => ~piece) : (piecesOf[index] ?? [])
  return { arcs: pieces, lines: lines.map((line) => ({ ...line, arcs: line.arcs.flatMap(replace) })) }
}

/** The positions of a line. */
export function positionsOfLine(arcs: Arcs, indexes: readonly number[]): readonly Position[] {
  const [only = -1] = indexes
  if (indexes.length === 1 && only >= 0) return arcs[only] ?? []
  const positions: Position[] = []
  for (const index of indexes) {
    const arc = index < 0 ? (arcs[~index]?.toReversed() ?? []) : (arcs[index] ?? [])
    // Where an arc ends, the next one begins.
    if (positions.length > 0) positions.pop()
    for (const position of arc) positions.push(position)
  }
  return positions
}
