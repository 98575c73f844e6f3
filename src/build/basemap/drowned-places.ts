import type { Position } from '../../story/geometry.ts'
import { type ArcSet, positionsOfLine } from './arc-set.ts'
import { createArea } from './rings.ts'

/** Those of some positions that do not lie on the land of countries. */
export function findDrowned({ arcs, lines }: ArcSet, positions: readonly Position[]): Position[] {
  if (positions.length === 0) return []
  const isLand = createArea(
    lines.filter(({ kind }) => kind === 'country').map((line) => positionsOfLine(arcs, line.arcs)),
  )
  return positions.filter((position) => !isLand(position))
}
