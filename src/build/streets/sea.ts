import type { Bounds } from '../../cartography/basemap.ts'
import { clipLine } from '../../cartography/line-clipping.ts'
import type { Position } from '../../story/geometry.ts'
import { contains, isClockwise, isInBox } from '../basemap/rings.ts'

type Line = readonly Position[]

/** The sea in a box of the world. */
export interface Sea {
  /** Where it is known what is sea and what is land: the whole box, or as much of it as the coastlines cross. */
  readonly box: Bounds
  /** Closed rings of each area of water, the outer one first. */
  readonly areas: readonly (readonly Line[])[]
}

/**
 * Makes areas of OpenStreetMap's coastlines, which have the land on their left and the water on their right. A part that begins
 * and ends at the box's edge is closed along the edge, clockwise; rings around land are islands.
 * @returns undefined if there is no coastline in the box
 */
export function createSea(coastlines: readonly Line[], within: Bounds): Sea | undefined {
  const lines = joinCoastlines(coastlines)
  const box = boxWithoutEnds(lines, within)
  const rings = lines.filter((line) => isClosed(line) && line.every((position) => isInBox(position, box)))
  const parts = lines
    .filter((line) => !rings.includes(line))
    .flatMap((line) => clipLine(isClosed(line) ? startOutside(line, box) : line, box))
  const islands = rings.filter((ring) => !isClockwise(ring))
  const corners = cornersOf(box)
  if (parts.length + rings.length === 0) return undefined
  const outer = [...closeAlong(parts, box), ...rings.filter(isClockwise)]
  if (outer.length === 0) outer.push([...corners, ...corners.slice(0, 1)])
  const holesOf = (ring: Line): Line[] =>
    islands.filter(([position]) => position !== undefined && contains([ring], position))
  return { box, areas: outer.map((ring) => [ring, ...holesOf(ring)]) }
}

/** Joins ways where one ends and the next begins; none is turned around. */
function joinCoastlines(ways: readonly Line[]): Line[] {
  const byStart = new Map(ways.map((way) => [String(way[0]), way]))
  const ends = new Set(ways.map((way) => String(way.at(-1))))
  const joined = (first: Line): Line => {
    const line = [...first]
    byStart.delete(String(first[0]))
    for (let next = byStart.get(String(line.at(-1))); next; next = byStart.get(String(line.at(-1)))) {
      byStart.delete(String(next[0]))
      line.push(...next.slice(1))
    }
    return line
  }
  const open = ways.filter((way) => !ends.has(String(way[0]))).map(joined)
  // What is left goes around.
  const rings: Line[] = []
  for (const way of ways) if (byStart.get(String(way[0])) === way) rings.push(joined(way))
  return [...open, ...rings]
}

/** The box without what lies beyond an end of a coastline in it: each moves the nearest side. */
function boxWithoutEnds(lines: readonly Line[], box: Bounds): Bounds {
  let [west, south, east, north] = box
  for (const line of lines.filter((line) => !isClosed(line))) {
    for (const [x, y] of [line[0], line.at(-1)].filter((end) => end !== undefined)) {
      if (x <= west || x >= east || y <= south || y >= north) continue
      const room = Math.min(x - west, east - x, y - south, north - y)
      if (room === x - west) west = x
      else if (room === east - x) east = x
      else if (room === y - south) south = y
      else north = y
    }
  }
  return [west, south, east, north]
}

/** Closes parts of coastlines that begin and end at the edge of a box: around the water, clockwise. */
function closeAlong(parts: readonly Line[], box: Bounds): Line[] {
  const corners = cornersOf(box)
  const stations = parts.map((part) => ({ part, at: alongEdge(part[0], box) })).toSorted((a, b) => a.at - b.at)
  const rings: Line[] = []
  const left = new Set(stations)
  for (const first of stations) {
    if (!left.has(first)) continue
    const ring: Position[] = []
    let station = first
    do {
      left.delete(station)
      ring.push(...station.part)
      const end = alongEdge(station.part.at(-1), box)
      const next = stations.find(({ at }) => at >= end) ?? stations[0] ?? first
      const until = next.at >= end ? next.at : next.at + 4
      for (let corner = Math.floor(end) + 1; corner < until; corner++)
        ring.push(...corners.slice(corner % 4, (corner % 4) + 1))
      station = next
    } while (left.has(station))
    const [start] = ring
    if (start) rings.push([...ring, start])
  }
  return rings
}

/** The corners of a box, clockwise from the north-west. */
function cornersOf([west, south, east, north]: Bounds): Position[] {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ]
}

/** How far a point of a box's edge is along it, clockwise from the north-west: each side has a length of 1. */
function alongEdge([x, y]: Position = [NaN, NaN], [west, south, east, north]: Bounds): number {
  const [across, down] = [(x - west) / (east - west), (north - y) / (north - south)]
  if (y >= north) return across
  if (x >= east) return 1 + down
  return y <= south ? 3 - across : 4 - down
}

function isClosed(line: Line): boolean {
  return String(line[0]) === String(line.at(-1))
}

/** A ring that begins outside of a box, so that no part of it in the box is cut in two. */
function startOutside(ring: Line, box: Bounds): Line {
  const start = ring.findIndex((position) => !isInBox(position, box))
  return [...ring.slice(start), ...ring.slice(1, start + 1)]
}
