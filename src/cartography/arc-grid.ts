import type { Position } from '../story/geometry.ts'

/** Arcs whose points lie on one grid. */
export interface ArcGrid {
  /** Grid steps in a degree. */
  readonly steps: number
  /** The arcs with a space between them, encoded by `encodeArcs`. */
  readonly arcs: string
}

/**
 * Decodes the arcs of a grid: zigzag varints of five bits a character, as in Google's encoded polylines. Each position is
 * encoded as the steps from the one before, the first of an arc as those from the last of the arc before.
 */
export function decodeArcs({ steps, arcs }: ArcGrid): Position[][] {
  const position: [number, number] = [0, 0]
  return arcs.split(' ').map((text) => {
    const arc: Position[] = []
    let axis: 0 | 1 = 0
    let value = 0
    let shift = 0
    for (const character of text) {
      // "!" stands for the backslash, which JSON would have to escape.
      const bits = character === '!' ? 29 : character.charCodeAt(0) - 63
      value |= (bits & 31) << shift
      shift += 5
      if (bits > 31) continue
      position[axis] += (value >> 1) ^ -(value & 1)
      value = shift = 0
      if (axis === 1) arc.push([position[0] / steps, position[1] / steps])
      axis = axis === 0 ? 1 : 0
    }
    return arc
  })
}
