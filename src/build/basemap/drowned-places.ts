import type { Position } from '../../story/geometry.ts'
import { type ArcSet, positionsOfLine } from './arc-set.ts'
import { boxOf, contains, isInBox } from './rings.ts'

/** Those of some positions that do not lie on the land of countries. */
export function findDrowned({ arcs, lines }: ArcSet, positions: readonly Position[]): Position[] {
  if (positions.length === 0) return []
  const rings = lines.filter(({ kind }) => kind === 'country').map((line) => positionsOfLine(arcs, line.arcs))
  const boxes = rings.map(boxOf)
  return positions.filter((position) => {
    // Only a ring whose box holds the position can hold it itself.
    const around = rings.filter((_, i) => isInBox(position, boxes[i] ?? [0, 0, 0, 0]))
    return !contains(around, position)
  })
}
