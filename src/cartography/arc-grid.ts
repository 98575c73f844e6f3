import type { Position } from '../story/geometry.ts'

/** Arcs whose points lie on one grid. */
export interface ArcGrid {
  /** Grid steps in a degree. */
  readonly steps: number
  /** The arcs with a space between them, encoded by `encodeArcs`. */
  readonly arcs: string
}

/** The digits in which numbers are encoded, from 0: what neither JSON nor HTML would have to escape. */
export const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:;=?@[]^_`{|}~'

/** How many of the digits, the last ones, say that another one follows; each is worth so many times the one before. */
export const base = 8

/** The least digit after which another one follows. */
export const leastOpen = digits.length - base

/**
 * Decodes the arcs of a grid. Each position is the steps from the one before, the first of an arc those from the last of the
 * arc before. Within an arc, the steps are told by how they differ from half of those before: a coast goes on as it went.
 */
export function decodeArcs({ steps, arcs }: ArcGrid): Position[][] {
  const position: [number, number] = [0, 0]
  return arcs.split(' ').map((text) => {
    const arc: Position[] = []
    const step: [number, number] = [0, 0]
    let axis: 0 | 1 = 0
    let value = 0
    let worth = 1
    for (const character of text) {
      const digit = digits.indexOf(character)
      value += digit * worth
      worth *= base
      if (digit >= leastOpen) continue
      // Even numbers are positive, odd ones negative.
      step[axis] = ((value >> 1) ^ -(value & 1)) + (arc.length > 1 ? step[axis] >> 1 : 0)
      position[axis] += step[axis]
      value = 0
      worth = 1
      if (axis === 1) arc.push([position[0] / steps, position[1] / steps])
      axis = axis === 0 ? 1 : 0
    }
    return arc
  })
}
