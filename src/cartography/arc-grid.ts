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

/** The digit of each character, by its code. */
const digitOf = Uint8Array.from({ length: 128 }, (_, code) => digits.indexOf(String.fromCharCode(code)))

/** Decodes the arcs of a grid into the positions of each. */
export function decodeArcs(grid: ArcGrid): Position[][] {
  return decodeFlatArcs(grid).map(positionsOfFlat)
}

/**
 * Decodes the arcs of a grid, each into longitudes and latitudes in turn. Each position is the steps from the one before, the
 * first of an arc those from the last of the arc before. Within an arc, the steps are told by how they differ from half of those
 * before: a coast goes on as it went.
 */
export function decodeFlatArcs({ steps, arcs }: ArcGrid): number[][] {
  const position: [number, number] = [0, 0]
  return arcs.split(' ').map((text) => {
    const arc: number[] = []
    const step: [number, number] = [0, 0]
    let axis: 0 | 1 = 0
    let value = 0
    let worth = 1
    for (let i = 0; i < text.length; i++) {
      const digit = digitOf[text.charCodeAt(i)] ?? 0
      value += digit * worth
      worth *= base
      if (digit >= leastOpen) continue
      // Even numbers are positive, odd ones negative.
      step[axis] = ((value >> 1) ^ -(value & 1)) + (arc.length > 3 ? step[axis] >> 1 : 0)
      position[axis] += step[axis]
      arc.push(position[axis] / steps)
      value = 0
      worth = 1
      axis = axis === 0 ? 1 : 0
    }
    return arc
  })
}

/** The positions whose longitudes and latitudes stand in turn. */
export function positionsOfFlat(flat: ArrayLike<number>): Position[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0])
}
