import type { Point } from '../../cartography/mercator.ts'

/**
 * Writes lines as the data of an SVG path, as short as possible: in whole units and relative steps. Steps that round to
 * nothing are left out, and so are lines of which nothing is left.
 */
export function writePathData(lines: Iterable<readonly Point[]>, closed: boolean): string {
  let data = ''
  let [x, y] = [0, 0]
  for (const line of lines) {
    let steps = ''
    const [startX, startY] = [x, y]
    for (const [i, point] of line.entries()) {
      const [dx, dy] = [Math.round(point.x) - x, Math.round(point.y) - y]
      if (i > 0 && dx === 0 && dy === 0) continue
      steps += i === 0 ? `m${dx}${spaced(dy)}` : (steps.includes('l') ? spaced(dx) : `l${dx}`) + spaced(dy)
      x += dx
      y += dy
    }
    if (!steps.includes('l')) {
      ;[x, y] = [startX, startY]
      continue
    }
    data += closed ? `${steps}z` : steps
    // Closing a path returns to its start, from which the next step is counted.
    const [start] = line
    if (closed && start) [x, y] = [Math.round(start.x), Math.round(start.y)]
  }
  return data
}

function spaced(value: number): string {
  return value < 0 ? String(value) : ` ${value}`
}
