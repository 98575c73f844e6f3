import type { Position } from '../story/geometry.ts'
import type { BasemapShape, Bounds, Credit, StreetKind } from './basemap.ts'
import { type BasemapFile, joinArcs, type LabelFile, type ShapeFile } from './basemap-file.ts'
import { decodeArcs } from './arc-grid.ts'
import { encodeArcs } from './encode-arcs.ts'

/**
 * A story's streets as they are stored and sent: `geo/<name>.streets.json`. They are drawn over the basemap where the
 * reader has zoomed in to a town.
 */
export interface StreetsFile {
  /** What the data covers, a box for each group of places. */
  readonly bounds: readonly Bounds[]
  /** Grid steps in a degree. */
  readonly steps: number
  /** The lines or rings of a kind, as the arcs of an `ArcGrid`. Outer rings go around the other way than holes. */
  readonly shapes: readonly { readonly kind: StreetKind; readonly arcs: string }[]
  readonly labels: readonly LabelFile[]
  readonly credits: readonly Credit[]
}

/** From this zoom on the story's own country is as dark as all land: white streets would not be seen on white. */
const groundFrom = 12

/** How each kind is drawn, the lowest first: areas, or lines of a width. */
const looks: Readonly<Record<StreetKind, Pick<BasemapShape, 'from' | 'width' | 'least' | 'cased'>>> = {
  // Over the basemap's coast, which is coarser.
  ground: { from: groundFrom },
  sea: { from: groundFrom },
  'built-up': { from: 11 },
  open: { from: 13 },
  green: { from: 12 },
  site: { from: 13 },
  water: { from: 11 },
  building: { from: 15 },
  waterway: { from: 12, width: 2, least: 0.8 },
  wall: { from: 13, width: 2, least: 1 },
  rail: { from: 12, width: 1, least: 0.6 },
  path: { from: 14.5, width: 0.8, least: 0.6 },
  service: { from: 14, width: 1.4, least: 0.8, cased: true },
  minor: { from: 12.5, width: 2.4, least: 0.9, cased: true },
  major: { from: 11, width: 3.8, least: 1.6, cased: true },
  motorway: { from: 11, width: 5, least: 2, cased: true },
}

/** The kinds, the lowest first. */
export const streetKinds = Object.keys(looks) as readonly StreetKind[]

/** The zoom from which on streets are drawn. */
export const streetsFrom = 11

/** How far beside the streets' bounds a river of the basemap may run that is in them, in degrees. */
const beside = 0.03

/** Whether a kind is of areas, not of lines. */
export function isStreetArea(kind: StreetKind): boolean {
  return looks[kind].width === undefined
}

/** Lays streets over a basemap, as one file. */
export function withStreets(
  basemap: BasemapFile,
  { bounds, steps, shapes, labels, credits }: StreetsFile,
): BasemapFile {
  const streets = shapes.map(({ kind, arcs }): ShapeFile => ({
    kind,
    rank: 1,
    filled: isStreetArea(kind),
    lines: [],
    own: { steps, arcs },
    ...looks[kind],
  }))
  const waters = streets.filter(({ kind }) => kind === 'water' || kind === 'waterway')
  const banks = waters.flatMap(({ own }) => (own ? decodeArcs(own).flat() : []))
  const near = banks.length === 0 ? [] : bounds.map(grow)
  const arcs = near.length === 0 ? [] : basemap.grids.flatMap(decodeArcs)
  return {
    ...basemap,
    streets: bounds,
    shapes: [
      ...basemap.shapes.flatMap((shape) => {
        if (shape.kind === 'home') return { ...shape, to: groundFrom }
        return shape.kind === 'river' ? splitRivers(arcs, shape, near, banks) : shape
      }),
      ...streets,
    ],
    labels: [...basemap.labels.filter(([kind, x, y]) => kind !== 'river' || !isIn([x, y], near)), ...labels],
    credits: [...credits, ...basemap.credits.filter(({ url }) => credits.every((other) => other.url !== url))],
  }
}

function grow([west, south, east, north]: Bounds): Bounds {
  return [west - beside, south - beside, east + beside, north + beside]
}

/** Grid steps in a degree of a river that ends at a bank. */
const riverSteps = 2000

/** The basemap's rivers run a little beside those of the streets: close up, they end at the nearest bank. */
function splitRivers(
  arcs: readonly (readonly Position[])[],
  shape: ShapeFile,
  near: readonly Bounds[],
  banks: readonly Position[],
): ShapeFile[] {
  const courses = shape.lines.map((indexes) => joinArcs((index) => arcs[index] ?? [], indexes))
  const isNear = (_: unknown, i: number): boolean => courses[i]?.some((position) => isIn(position, near)) ?? false
  const cut = courses.filter(isNear).flatMap((course) => endAtBanks(course, near, banks))
  if (cut.length === 0) return [shape]
  return [
    { ...shape, lines: shape.lines.filter((line, i) => !isNear(line, i)) },
    { ...shape, lines: shape.lines.filter(isNear), to: streetsFrom },
    { ...shape, lines: [], own: { steps: riverSteps, arcs: encodeArcs(cut, riverSteps) }, from: streetsFrom },
  ]
}

/** The parts of a course that are not near the streets, each going on to the nearest bank. */
function endAtBanks(course: readonly Position[], near: readonly Bounds[], banks: readonly Position[]): Position[][] {
  const parts: Position[][] = []
  let before: Position | undefined
  let part: Position[] | undefined
  for (const position of course) {
    if (isIn(position, near)) {
      part?.push(nearest(banks, position))
      part = undefined
    } else {
      if (!part) parts.push((part = before ? [nearest(banks, before)] : []))
      part.push(position)
    }
    before = position
  }
  return parts.filter(({ length }) => length > 1)
}

function isIn([x, y]: Position, boxes: readonly Bounds[]): boolean {
  return boxes.some(([west, south, east, north]) => x > west && x < east && y > south && y < north)
}

function nearest(positions: readonly Position[], [x, y]: Position): Position {
  const apart = ([otherX, otherY]: Position): number => Math.hypot(otherX - x, otherY - y)
  return positions.reduce((a, b) => (apart(a) < apart(b) ? a : b), [Infinity, 0])
}
