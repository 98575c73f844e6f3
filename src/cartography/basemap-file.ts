import type { Position } from '../story/geometry.ts'
import { type ArcGrid, decodeArcs, decodeFlatArcs, positionsOfFlat } from './arc-grid.ts'
import type { Basemap, BasemapLabel, BasemapShape, Bounds, Credit } from './basemap.ts'

/**
 * A basemap as it is stored and sent: `geo/<name>.basemap.json`. Lines are cut into arcs, as in TopoJSON, so that a coast
 * is stored once, both for the area of the land and for its line. An arc is a string of delta-encoded steps on a grid.
 * Grids are fine near the story's places and coarse far away. The steps of each are whole multiples of those of the next,
 * so that arcs of different grids meet exactly.
 */
export interface BasemapFile {
  readonly bounds: Bounds
  /** The finest last. Arcs are numbered from 0 through all grids. */
  readonly grids: readonly ArcGrid[]
  readonly shapes: readonly ShapeFile[]
  readonly labels: readonly LabelFile[]
  readonly credits: readonly Credit[]
  readonly streets?: readonly Bounds[]
  /** The fingerprint of the places for which the map was drawn. Readers have no use for it. */
  readonly drawnFor?: string
}

/** A shape whose lines are sequences of arcs; `~i` is arc i from its end to its start. Streets have arcs of their own, one for each line. */
export interface ShapeFile extends Omit<BasemapShape, 'lines'> {
  readonly lines: readonly (readonly number[])[]
  readonly own?: ArcGrid
}

/** A label as a row. `more` is left out where there is nothing in it. */
export type LabelFile = readonly [
  kind: BasemapLabel['kind'],
  longitude: number,
  latitude: number,
  name: string,
  minZoom: number,
  more?: { readonly names?: Readonly<Record<string, string>>; readonly angle?: number },
]

/**
 * Decodes a basemap file that this project's generator has written, or that `parseBasemap` has let through.
 * @returns the basemap, its positions in degrees
 */
export function decodeBasemap(file: BasemapFile): Basemap {
  const arcs = file.grids.flatMap((grid) =>
    decodeFlatArcs(grid).map((arc) => Float64Array.from(roundBends(arc, roundedSteps / grid.steps))),
  )
  const arcOf = (index: number): Position[] => positionsOfFlat(arcs[index] ?? [])
  return {
    bounds: file.bounds,
    ...(file.streets && { streets: file.streets }),
    // Positions are made anew each time they are asked for: to keep them would take ten times as much memory.
    shapes: file.shapes.map(({ own, lines, ...shape }) => ({
      ...shape,
      get lines() {
        return own ? decodeArcs(own) : lines.map((indexes) => joinArcs(arcOf, indexes))
      },
    })),
    labels: file.labels.map(([kind, longitude, latitude, name, minZoom, more]) => ({
      kind,
      position: [longitude, latitude],
      name,
      names: {},
      minZoom,
      ...more,
    })),
    credits: file.credits,
  }
}

/** The positions of a line. @param indexes those of its arcs; `~i` is arc i from its end to its start */
export function joinArcs(arcOf: (index: number) => readonly Position[], indexes: readonly number[]): Position[] {
  const line: Position[] = []
  for (const index of indexes) {
    const arc = index < 0 ? [...arcOf(~index)].reverse() : arcOf(index)
    // Each arc starts where the one before it ended.
    line.push(...arc.slice(line.length > 0 ? 1 : 0))
  }
  return line
}

/** A bend is rounded off at most this far from its point, in steps of its grid. */
const roundedSteps = 3

/**
 * Rounds the bends of an arc, its longitudes and latitudes in turn, since coasts and rivers have no corners: twice, each corner is
 * cut off at a quarter of its sides (Chaikin's algorithm), but no farther from it than a limit in degrees. An arc keeps its ends,
 * so that lines which share it still meet.
 */
function roundBends(arc: readonly number[], limit: number): readonly number[] {
  return cutCorners(cutCorners(arc, limit), limit)
}

function cutCorners(arc: readonly number[], limit: number): number[] {
  const cut = arc.slice(0, 2)
  for (let i = 2; i < arc.length - 2; i += 2) {
    const x = arc[i] ?? 0
    const y = arc[i + 1] ?? 0
    for (let next = i - 2; next <= i + 2; next += 4) {
      const across = (arc[next] ?? 0) - x
      const up = (arc[next + 1] ?? 0) - y
      const share = Math.min(0.25, limit / Math.hypot(across, up))
      cut.push(x + across * share, y + up * share)
    }
  }
  if (arc.length > 2) cut.push(...arc.slice(-2))
  return cut
}
