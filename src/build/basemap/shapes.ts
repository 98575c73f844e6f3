import type { ArcGrid } from '../../cartography/arc-grid.ts'
import type { Bounds } from '../../cartography/basemap.ts'
import type { ShapeFile } from '../../cartography/basemap-file.ts'
import type { Position } from '../../story/geometry.ts'
import { type ArcLine, type ArcSet, splitArcs } from './arc-set.ts'
import { isOnEdge } from './clip-edge.ts'
import { gridOf } from './detail.ts'
import { encodeArcs } from '../../cartography/encode-arcs.ts'
import { mergeRings } from './topology.ts'

/** The shortest piece into which an arc is cut for the sake of a coarser grid, in points. */
const shortestPiece = 16

/** Cuts arcs where they start or stop running along the edge of the map. */
export function splitAtEdges(set: ArcSet, bounds: Bounds): ArcSet {
  return splitArcs(set, (arc) => {
    const onEdge = arc.slice(1).map((position, index) => isOnEdge(arc[index] ?? position, position, bounds))
    return onEdge.flatMap((value, index) => (index > 0 && value !== onEdge[index - 1] ? [index] : []))
  })
}

/** Cuts long arcs where their grid changes, so that remote parts are stored on a coarse one. */
function splitAtGrids(set: ArcSet): ArcSet {
  return splitArcs(set, (arc) => {
    const grids = arc.map((position) => gridOf([position]))
    const cuts: number[] = []
    let before = 0
    grids.forEach((grid, index) => {
      const last = cuts.at(-1) ?? 0
      before = Math.max(before, grid)
      if (index - last < shortestPiece || arc.length - 1 - index < shortestPiece) return
      if (before === Math.max(...grids.slice(index, index + shortestPiece))) return
      cuts.push(index)
      before = grid
    })
    return cuts
  })
}

/**
 * Creates the shapes of the map, in drawing order, and the arcs that they are made of.
 * @param home the index of the story's country, or -1
 */
export function createShapes(
  simplified: ArcSet,
  bounds: Bounds,
  home: number,
): { readonly grids: ArcGrid[]; readonly shapes: ShapeFile[] } {
  const { arcs, lines } = splitAtGrids(simplified)
  const countries = lines.filter(({ kind }) => kind === 'country')
  const users = arcs.map(() => new Map<number, number>())
  for (const { owner, arcs: indexes } of countries)
    for (const index of indexes) {
      const owners = users[index < 0 ? ~index : index]
      owners?.set(owner, (owners.get(owner) ?? 0) + 1)
    }
  const isLine = (index: number): boolean =>
    arcs[index]?.slice(1).some((b, i) => !isOnEdge(arcs[index]?.[i] ?? b, b, bounds)) ?? false
  const indexes = arcs.map((_, index) => index)
  const coast = indexes.filter(
    (index) => users[index]?.size === 1 && [...(users[index] ?? [])][0]?.[1] === 1 && isLine(index),
  )
  const border = indexes.filter((index) => (users[index]?.size ?? 0) > 1 && isLine(index))
  const areas = (kept: readonly ArcLine[]): number[][] =>
    mergeRings(
      arcs,
      kept.map((line) => line.arcs),
    )
  const linesOf = (kind: ArcLine['kind'], rank: number): (readonly number[])[] =>
    lines.filter((line) => line.kind === kind && line.rank === rank).map((line) => line.arcs)
  const shapes: ShapeFile[] = [
    { kind: 'land', rank: 1, filled: true, lines: areas(countries) },
    { kind: 'home', rank: 1, filled: true, lines: areas(countries.filter(({ owner }) => owner === home)) },
    ...[4, 3, 2, 1].map((rank): ShapeFile => ({ kind: 'river', rank, filled: false, lines: linesOf('river', rank) })),
    { kind: 'lake', rank: 1, filled: true, lines: linesOf('lake', 1) },
    { kind: 'coast', rank: 1, filled: false, lines: stitch(coast, arcs) },
    { kind: 'border', rank: 1, filled: false, lines: stitch(border, arcs) },
  ]
  return store(
    shapes.filter((shape) => shape.lines.length > 0),
    arcs,
  )
}

/** Joins arcs end to end where exactly two of them meet. */
function stitch(indexes: readonly number[], arcs: ArcSet['arcs']): number[][] {
  const ends = new Map<string, number[]>()
  const key = (position: Position | undefined): string => position?.join() ?? ''
  for (const index of indexes) {
    const start = key(arcs[index]?.[0])
    const end = key(arcs[index]?.at(-1))
    ends.set(start, [...(ends.get(start) ?? []), index])
    ends.set(end, [...(ends.get(end) ?? []), ~index])
  }
  const next = (index: number): number | undefined => {
    const at = key(index < 0 ? arcs[~index]?.[0] : arcs[index]?.at(-1))
    const meeting = ends.get(at) ?? []
    return meeting.length === 2 ? meeting.find((other) => other !== ~index) : undefined
  }
  const done = new Set<number>()
  const lines: number[][] = []
  for (const index of indexes) {
    if (done.has(index)) continue
    // Back to the start of the line; once around if it is closed.
    let start = index
    for (let back = next(~start); back !== undefined && ~back !== index; back = next(~start)) start = ~back
    const line: number[] = []
    for (let at: number | undefined = start; at !== undefined && !done.has(at < 0 ? ~at : at); at = next(at)) {
      done.add(at < 0 ? ~at : at)
      line.push(at)
    }
    lines.push(line)
  }
  return lines
}

/** Stores the arcs of the shapes by their grids, the coarsest first. */
function store(shapes: readonly ShapeFile[], arcs: ArcSet['arcs']): { grids: ArcGrid[]; shapes: ShapeFile[] } {
  const used = new Set(shapes.flatMap(({ lines }) => lines.flat().map((index) => (index < 0 ? ~index : index))))
  const bySteps = new Map<number, number[]>()
  for (const index of used) {
    const steps = gridOf(arcs[index] ?? [])
    bySteps.set(steps, [...(bySteps.get(steps) ?? []), index])
  }
  const sorted = [...bySteps].sort(([a], [b]) => a - b)
  const places = new Map(sorted.flatMap(([, members]) => members).map((index, place) => [index, place]))
  const renumber = (index: number): number => (index < 0 ? ~(places.get(~index) ?? 0) : (places.get(index) ?? 0))
  return {
    grids: sorted.map(([steps, members]) => ({
      steps,
      arcs: encodeArcs(
        members.map((index) => arcs[index] ?? []),
        steps,
      ),
    })),
    shapes: shapes.map((shape) => ({ ...shape, lines: shape.lines.map((line) => line.map(renumber)) })),
  }
}
