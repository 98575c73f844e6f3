import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import type { Detail } from './detail.ts'
import { printRivers } from './gmt.ts'
import { boxOf } from './rings.ts'

/** A river, or a stretch of one. */
export interface River {
  /** 1 is the greatest. */
  readonly rank: number
  readonly line: readonly Position[]
  readonly box: Bounds
  /** The coarseness from which on the river is left out. */
  readonly coarsest: number
}

/**
 * Our rank of each class of WDBII, by the number that `gmt coast -I` gives it: from double-lined rivers to minor
 * ones.
 */
const ranks: readonly number[] = [1, 1, 2, 3, 4]

/** A river of each rank is drawn if it comes nearer than this to a place, in kilometres. */
const reachOfRank: Readonly<Record<number, number>> = { 1: Infinity, 2: 1200, 3: 350, 4: 120 }

/** The coarseness from which on each rank is left out. The coarsest maps have no rivers. */
const coarsestOfRank: Readonly<Record<number, number>> = { 1: 1 / 12, 2: 1 / 25, 3: 1 / 60, 4: 1 / 150 }

/**
 * Reads the rivers within bounds that are near enough to the places for their rank, from WDBII in GSHHG. A course is kept
 * whole or not at all: leaving out short pieces would tear holes into great rivers.
 * @param print the source of the rivers
 * @throws {SourceError} if the source is not installed
 */
export function readRivers(bounds: Bounds, { distance }: Detail, print = printRivers): River[] {
  return ranks.flatMap((rank, riverClass) => {
    const reach = reachOfRank[rank] ?? 0
    return joinLines(parseRivers(print(riverClass, bounds), bounds))
      .filter((line) => reach === Infinity || line.some((position) => distance(position) < reach))
      .map((line) => ({ rank, line, box: boxOf(line), coarsest: coarsestOfRank[rank] ?? 0 }))
  })
}

/** Parses what GMT prints: the pieces of rivers, as lines. */
function parseRivers(printed: string, [west, , east]: Bounds): Position[][] {
  const lines: Position[][] = []
  for (const row of printed.split('\n')) {
    if (row.startsWith('>')) lines.push([])
    if (row === '' || row.startsWith('>') || row.startsWith('#')) continue
    const [longitude = NaN, latitude = NaN] = row.split(/\s+/).map(Number)
    // GMT may count longitudes from 0 or from -180.
    const moved = longitude + 360 * Math.round(((west + east) / 2 - longitude) / 360)
    // On a map around the world, a river may leave at one side and come back at the other.
    const before = lines.at(-1)?.at(-1)
    if (before !== undefined && Math.abs(moved - before[0]) > 180) lines.push([])
    lines.at(-1)?.push([moved, latitude])
  }
  return lines.map(withoutRepeats).filter((line) => line.length > 1)
}

function withoutRepeats(line: readonly Position[]): Position[] {
  return line.filter((position, index) => {
    const before = line[index - 1]
    return before === undefined || keyOf(position) !== keyOf(before)
  })
}

/**
 * Equal for positions within about 30 m: pieces are cut at the edges of the source's bins, and their ends meet there
 * only roughly.
 */
function keyOf([longitude, latitude]: Position): string {
  return `${Math.round(longitude * 3000)},${Math.round(latitude * 3000)}`
}

/** An end of a line, with the direction from it along the line, in radians. */
interface LineEnd {
  readonly line: number
  readonly end: 0 | -1
  readonly heading: number
}

/** Joins pieces end to end; at a confluence, the two that go on most nearly straight. */
function joinLines(pieces: readonly (readonly Position[])[]): Position[][] {
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
  return joined
}

/** The angle by which a course bends where it goes from one line to another, in radians. */
function turnBetween(a: LineEnd, b: LineEnd): number {
  const turn = Math.abs(a.heading - b.heading) % (2 * Math.PI)
  return Math.abs(Math.PI - turn)
}

function headingOf([fromX, fromY]: Position, [toX, toY]: Position): number {
  return Math.atan2(toY - fromY, (toX - fromX) * Math.cos((fromY * Math.PI) / 180))
}
