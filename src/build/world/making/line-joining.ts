import type { Position } from '../../../story/geometry.ts'

/**
 * Equal for positions within about 30 m: pieces are cut at the edges of the source's bins, and their ends meet there
 * only roughly.
 */
function keyOf([longitude, latitude]: Position): string {
  return `${Math.round((longitude === -180 ? 180 : longitude) * 3000)},${Math.round(latitude * 3000)}`
}

/** An end of a line, with the direction from it along the line, in radians. */
interface LineEnd {
  readonly line: number
  readonly end: 0 | -1
  readonly heading: number
}

/**
 * Joins pieces of rivers or coasts end to end, whichever way they run; at a confluence, the two that go on most nearly
 * straight. A line across the antimeridian goes on beyond it.
 */
export function joinLines(pieces: readonly (readonly Position[])[]): Position[][] {
  const lines = pieces.map((piece) => [...piece])
  const ends = new Map<string, LineEnd[]>()
  lines.forEach((line, index) => {
    for (const end of [0, -1] as const) {
      const position = line.at(end)
      if (position === undefined) continue
      const inward = line.at(end === 0 ? Math.min(3, line.length - 1) : -Math.min(4, line.length)) ?? position
      const key = keyOf(position)
      const lineEnd = { line: index, end, heading: headingOf(position, inward) }
      ends.set(key, [...(ends.get(key) ?? []), lineEnd])
    }
  })
  // The end of another line at which each end goes on.
  const next = new Map<string, LineEnd>()
  for (const meeting of ends.values()) {
    const pairs = meeting
      .flatMap((a, i) => meeting.slice(i + 1).map((b) => ({ a, b, turn: turnBetween(a, b) })))
      .filter(({ a, b }) => a.line !== b.line)
      .sort((p, q) => p.turn - q.turn)
    for (const { a, b } of pairs) {
      if (next.has(`${a.line},${a.end}`) || next.has(`${b.line},${b.end}`)) continue
      next.set(`${a.line},${a.end}`, b)
      next.set(`${b.line},${b.end}`, a)
    }
  }
  const joined: Position[][] = []
  const done = new Set<number>()
  const follow = (start: number, from: 0 | -1): void => {
    const points: Position[] = []
    let at: Pick<LineEnd, 'line' | 'end'> | undefined = { line: start, end: from }
    while (at && !done.has(at.line)) {
      done.add(at.line)
      const line: readonly Position[] = lines[at.line] ?? []
      points.push(...(at.end === 0 ? line : line.toReversed()).slice(points.length > 0 ? 1 : 0))
      at = next.get(`${at.line},${at.end === 0 ? -1 : 0}`)
    }
    joined.push(points)
  }
  // First from loose ends. What is left are closed rings.
  lines.forEach((_, index) => {
    for (const end of [0, -1] as const) if (!done.has(index) && !next.has(`${index},${end}`)) follow(index, end)
  })
  lines.forEach((_, index) => {
    if (!done.has(index)) follow(index, 0)
  })
  return joined.map(unwrap)
}

/** Moves what follows a step around the world to the world copy where the line was. */
function unwrap(line: readonly Position[]): Position[] {
  let shift = 0
  return line.map(([longitude, latitude], index) => {
    const [before] = line[index - 1] ?? [longitude]
    shift -= 360 * Math.round((longitude - before) / 360)
    return [longitude + shift, latitude]
  })
}

/** The angle by which a course bends where it goes from one line to another, in radians. */
function turnBetween(a: LineEnd, b: LineEnd): number {
  const turn = Math.abs(a.heading - b.heading) % (2 * Math.PI)
  return Math.abs(Math.PI - turn)
}

function headingOf([fromX, fromY]: Position, [toX, toY]: Position): number {
  return Math.atan2(toY - fromY, (toX - fromX) * Math.cos((fromY * Math.PI) / 180))
}
