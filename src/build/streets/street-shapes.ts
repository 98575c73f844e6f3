import type { Bounds } from '../../cartography/basemap.ts'
import { encodeArcs } from '../../cartography/encode-arcs.ts'
import { clipLine } from '../../cartography/line-clipping.ts'
import { simplifyLine, simplifyRing } from '../../cartography/line-simplification.ts'
import { isStreetArea, streetKinds, type StreetsFile } from '../../cartography/streets.ts'
import type { Position } from '../../story/geometry.ts'
import { boxOf, doBoxesMeet, isClockwise, ringArea, ringWithin } from '../basemap/rings.ts'
import { joinWays } from './join-ways.ts'
import { toMetres } from './street-extent.ts'
import type { StreetFeature } from './street-source.ts'

/** Grid steps in a degree: of about a metre. */
export const streetSteps = 100_000

/** Smaller areas are not drawn, in km². */
const leastArea = 0.0002

/** The parts of features within boxes. Of a line that lies in several, each part comes once. */
export function clipFeatures(features: readonly StreetFeature[], boxes: readonly Bounds[]): StreetFeature[] {
  return boxes.flatMap((box, i) => {
    const own = boxes.slice(0, i).reduce((parts, other) => parts.flatMap((part) => without(part, other)), [box])
    return features.flatMap((feature): StreetFeature[] => {
      const { kind, lines } = feature
      if (!doBoxesMeet(boxOf(lines.flat()), box)) return []
      if (!isStreetArea(kind)) {
        const parts = lines.flatMap((line) => own.flatMap((part) => clipLine(line, part)))
        return parts.map((part) => ({ ...feature, lines: [part] }))
      }
      const rings = lines.map((ring) => ringWithin(ring, box)).filter((ring) => ring !== undefined)
      return rings.length > 0 ? [{ ...feature, lines: rings }] : []
    })
  })
}

/** What of a box lies outside of another, as boxes. */
function without(box: Bounds, other: Bounds): Bounds[] {
  if (!doBoxesMeet(box, other)) return [box]
  const [west, south, east, north] = box
  const [left, bottom, right, top] = other
  const [from, to] = [Math.max(west, left), Math.min(east, right)]
  const parts: Bounds[] = [
    [west, south, left, north],
    [right, south, east, north],
    [from, south, to, bottom],
    [from, top, to, north],
  ]
  return parts.filter((part) => part[0] < part[2] && part[1] < part[3])
}

/**
 * Creates the shapes of each kind: ways joined, lines simplified, rings turned, all on the grid and in order from west to east.
 * @param errorOf by how much a line may be off, in metres
 */
export function createStreetShapes(
  features: readonly StreetFeature[],
  errorOf: (line: readonly Position[]) => number,
): StreetsFile['shapes'] {
  return streetKinds.flatMap((kind) => {
    const own = features.filter((feature) => feature.kind === kind)
    const lines = isStreetArea(kind)
      ? own.flatMap(({ lines }) => lines.flatMap((ring, i) => simplifyArea(ring, i > 0, errorOf(ring))))
      : joinWays(own.flatMap(({ lines }) => lines)).flatMap((line) => simplify(line, errorOf(line)))
    const sorted = lines.toSorted(([a], [b]) => (a && b ? a[0] - b[0] || a[1] - b[1] : 0))
    return sorted.length > 0 ? [{ kind, arcs: encodeArcs(sorted, streetSteps) }] : []
  })
}

function simplify(line: readonly Position[], error: number): Position[][] {
  const simple = onGrid(simplifyLine(inMetres(line), error))
  return simple.length > 1 ? [simple] : []
}

/** @param isHole holes go around clockwise, outer rings the other way */
function simplifyArea(ring: readonly Position[], isHole: boolean, error: number): Position[][] {
  const simple = onGrid(simplifyRing(inMetres(ring.slice(1)), error))
  const [first] = simple
  if (!first || simple.length < 3 || ringArea(simple) < leastArea) return []
  const closed = [...simple, first]
  return [isClockwise(closed) === isHole ? closed : closed.toReversed()]
}

/** A line on a plane on which a metre is as long in both directions. */
function inMetres(line: readonly Position[]) {
  return line.map((position) => {
    const [x, y] = toMetres(position, line[0]?.[1] ?? 0)
    return { x, y, position }
  })
}

function onGrid(line: readonly { readonly position: Position }[]): Position[] {
  const rounded = line.map(({ position: [x, y] }): Position => [roundToGrid(x), roundToGrid(y)])
  return rounded.filter(([x, y], i) => x !== rounded[i - 1]?.[0] || y !== rounded[i - 1]?.[1])
}

/** Rounds to the grid of the shapes. */
export function roundToGrid(degrees: number): number {
  return Math.round(degrees * streetSteps) / streetSteps
}
