import type { Position } from 'geojson'

/** Whether a position lies within rings by the even-odd rule: holes are holes whatever their order. */
export function contains(rings: readonly (readonly Position[])[], [x = 0, y = 0]: Position): boolean {
  let inside = false
  for (const ring of rings)
    ring.forEach(([ax = 0, ay = 0], index) => {
      const [bx = 0, by = 0] = ring.at(index - 1) ?? []
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    })
  return inside
}

/** The box around a line: [west, east, south, north]. */
export function boxOf(line: readonly Position[]): number[] {
  const [xs, ys] = [line.map(([x = 0]) => x), line.map(([, y = 0]) => y)]
  return [xs, ys].flatMap((values) => [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ])
}
