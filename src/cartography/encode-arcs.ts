import type { Position } from '../story/geometry.ts'
import { base, digits, leastOpen } from './arc-grid.ts'

/**
 * Encodes arcs for `decodeArcs`.
 * @param steps the grid on which the positions lie, in steps in a degree
 */
export function encodeArcs(arcs: readonly (readonly Position[])[], steps: number): string {
  let [x, y] = [0, 0]
  return arcs
    .map((arc) => {
      let [stepX, stepY] = [0, 0]
      return arc
        .map(([longitude, latitude], i) => {
          const [nextX, nextY] = [Math.round(longitude * steps), Math.round(latitude * steps)]
          const [goneX, goneY] = i > 1 ? [stepX >> 1, stepY >> 1] : [0, 0]
          ;[stepX, stepY] = [nextX - x, nextY - y]
          ;[x, y] = [nextX, nextY]
          return encodeInteger(stepX - goneX) + encodeInteger(stepY - goneY)
        })
        .join('')
    })
    .join(' ')
}

function encodeInteger(value: number): string {
  let rest = value < 0 ? -value * 2 - 1 : value * 2
  let text = ''
  while (rest >= leastOpen) {
    const digit = leastOpen + ((rest - leastOpen) % base)
    text += digits.charAt(digit)
    rest = (rest - digit) / base
  }
  return text + digits.charAt(rest)
}
