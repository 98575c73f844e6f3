import type { Position } from 'geojson'
import { presimplify } from 'topojson-simplify'
import type { Topology } from 'topojson-specification'
import type { Bounds } from '../../cartography/basemap.ts'
import { type ArcLine, type ArcSet, positionsOfLine } from './arc-set.ts'
import { type Detail, GRID_STEPS, triangleWeight } from './detail.ts'
import { KM_PER_DEGREE } from './extent.ts'
import { ringArea } from './lakes.ts'
import { isEdgePosition } from './clip.ts'
import { findCrossings } from './crossings.ts'

/** How often arcs that cross each other get more of their points and a finer grid before it is given up. */
const MAX_ROUNDS = 10

/**
 * Leaves out the points that cannot be seen, and rounds the others to the grid of their distance from the places. Shared arcs stay shared, and
 * no two arcs of countries or of lakes cross in the result unless they do in the source.
 */
export function simplifyArcs(set: ArcSet, bounds: Bounds, detail: Detail): ArcSet {
  const topology: Topology<Record<string, never>> = { type: 'Topology', arcs: set.arcs as Position[][], objects: {} }
  const weighted = presimplify(topology, (triangle) => triangleWeight(triangle, detail)).arcs
  const narrows: Bounds[][] = []
  let lines = set.lines
  for (let round = 0; ; round++) {
    const arcs = weighted.map((arc) => simplifyArc(arc, narrows, bounds, detail))
    const simplified = withoutSpecks({ arcs, lines }, detail)
    const crossings = findCrossings(arcs, kindsOfArcs(simplified))
    // What still crosses then does so in the source.
    if (crossings.length === 0 || round === MAX_ROUNDS) return simplified
    narrows.push(crossings.map(({ box }) => box))
    // An island that does not fit into its river even so is not worth more.
    const stubborn = new Set(round < MAX_ROUNDS / 2 ? [] : crossings.flatMap((crossing) => crossing.arcs))
    lines = lines.filter((line) => line.arcs.length > 1 || !line.arcs.some((index) => stubborn.has(index)))
  }
}

/** @param narrows where arcs crossed in each round before: there, all of them keep more of their points, on a finer grid */
function simplifyArc(
  arc: readonly Position[],
  narrows: readonly (readonly Bounds[])[],
  bounds: Bounds,
  detail: Detail,
): Position[] {
  const kept: Position[] = []
  for (const [longitude = 0, latitude = 0, weight = 0] of arc) {
    const narrow = narrows.filter((boxes) => boxes.some((box) => isWithin([longitude, latitude], box))).length
    if (weight < 4 ** -narrow && !isEdgePosition([longitude, latitude], bounds)) continue
    const level = detail.level([longitude, latitude]) + Math.floor(narrow / 2)
    const position = roundToGrid([longitude, latitude], GRID_STEPS[level] ?? GRID_STEPS.at(-1) ?? 1)
    const [lastLongitude, lastLatitude] = kept.at(-1) ?? []
    if (position[0] !== lastLongitude || position[1] !== lastLatitude) kept.push(position)
  }
  const [only] = kept
  return kept.length === 1 && only !== undefined ? [only, only] : kept
}

/** Widened by half its size, since what was left out between the segments' ends may lie beside them. */
function isWithin([longitude = 0, latitude = 0]: Position, [west, south, east, north]: Bounds): boolean {
  const margin = Math.max(east - west, north - south) / 2
  return (
    longitude >= west - margin && longitude <= east + margin && latitude >= south - margin && latitude <= north + margin
  )
}

function roundToGrid([longitude = 0, latitude = 0]: Position, steps: number): Position {
  return [Math.round(longitude * steps) / steps, Math.round(latitude * steps) / steps]
}

/** The kind of what each arc belongs to, of those that anything does. */
function kindsOfArcs({ arcs, lines }: ArcSet): (ArcLine['kind'] | undefined)[] {
  const kinds = arcs.map((): ArcLine['kind'] | undefined => undefined)
  for (const line of lines) for (const index of line.arcs) kinds[index < 0 ? ~index : index] = line.kind
  return kinds
}

/** Leaves out rings that have collapsed, and islands and lakes of a few pixels. */
function withoutSpecks({ arcs, lines }: ArcSet, detail: Detail): ArcSet {
  const kept = lines.filter((line) => {
    const positions = positionsOfLine(arcs, line.arcs)
    if (line.kind === 'river') return positions.length > 1
    const [first] = positions
    if (line.arcs.length > 1) return true
    if (positions.length < 4 || first === undefined) return false
    return ringArea(positions) > 12 * Math.min(detail.tolerance(first), KM_PER_DEGREE) ** 2
  })
  return { arcs, lines: kept }
}
