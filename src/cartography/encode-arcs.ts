import type { Position } from '../story/geometry.ts'

/**
 * Encodes arcs for `decodeArcs`.
 * @param steps the grid on which the positions lie, in steps in a degree
 */
export function encodeArcs(arcs: readonly (readonly Position[])[], steps: number): string {
  let [x, y] = [0, 0]
  return arcs
    .map((arc) =>
      arc
        .map(([longitude, latitude]) => {
          const [nextX, nextY] = [Math.round(longitude * steps), Math.round(latitude * steps)]
          const text = encodeInteger(nextX - x) + encodeInteger(nextY - y)
          x = nextX
          y = nextY
          return text
        })
        .join(''),
    )
    .join(' ')
}

function encodeInteger(value: number): string {
  let rest = value < 0 ? -value * 2 - 1 : value * 2
  let text = ''
  do {
    const bits = (rest & 31) | (rest > 31 ? 32 : 0)
    // The backslash would have to be escaped in JSON.
    text += bits === 29 ? '!' : String.fromCharCode(bits + 63)
    rest >>>= 5
  } while (rest > 0)
  return text
}
