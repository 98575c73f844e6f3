import type { Position } from 'geojson'
import { type Extent, KM_PER_DEGREE } from './extent.ts'

/** How much of the sources is kept: all that can be seen near the story's places, less with the distance from them. */
export interface Detail {
  /** Kilometres that may be off for each kilometre of distance. */
  readonly growth: number
  /** The distance from the nearest place in kilometres. */
  readonly distance: (position: Position) => number
  /** What may be off here, in kilometres. */
  readonly tolerance: (position: Position) => number
  /** The grid on which this position lies: an index into `GRID_STEPS`. */
  readonly level: (position: Position) => number
}

/** Steps in a degree of the grids on which positions are rounded; each is a whole multiple of the one before. */
export const GRID_STEPS = [5, 10, 40, 200, 1000, 4000] as const

/** What may be off at the places themselves, in kilometres: less than the sources' own faults. */
const FINEST = 0.06

/**
 * The detail for a story's surroundings. What lies beyond the opening view is seen by readers who zoom out, and is coarser than its
 * distance alone would make it; what lies between places that are far apart is not as fine as if they were neighbours.
 * @param growth kilometres that may be off for each kilometre of distance
 */
export function createDetail({ positions, radius }: Extent, growth: number): Detail {
  const anchors = thinOut(positions)
  const distance = (position: Position): number => {
    let nearest = Infinity
    for (const anchor of anchors) nearest = Math.min(nearest, distanceBetween(position, anchor))
    return nearest
  }
  const between = growth * radius * 0.15
  const tolerance = (position: Position): number => {
    const away = Math.min(distance(position), 20_000)
    return Math.max(FINEST, growth * 40, away > radius / 50 ? between : 0, growth * away * Math.max(1, away / radius))
  }
  return {
    growth,
    distance,
    tolerance,
    level: (position) => {
      const wanted = (1.5 * KM_PER_DEGREE) / tolerance(position)
      const level = GRID_STEPS.findIndex((steps) => steps >= wanted)
      return level < 0 ? GRID_STEPS.length - 1 : level
    },
  }
}

/** Kilometres between two positions, on a sphere. */
export function distanceBetween([lng1 = 0, lat1 = 0]: Position, [lng2 = 0, lat2 = 0]: Position): number {
  const radians = Math.PI / 180
  const a =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lng2 - lng1) * radians) / 2) ** 2
  return (2 * KM_PER_DEGREE * Math.asin(Math.min(1, Math.sqrt(a)))) / radians
}

/**
 * How much a line would change without the middle one of three of its points: the triangle's area in relation to the tolerance there.
 * Points that weigh less than 1 are left out (Visvalingam's method).
 */
export function triangleWeight([a, b, c]: readonly [Position, Position, Position], { tolerance }: Detail): number {
  const [x = 0, y = 0] = b
  const scale = Math.cos((y * Math.PI) / 180)
  const [ax, ay] = [((a[0] ?? 0) - x) * scale, (a[1] ?? 0) - y]
  const [cx, cy] = [((c[0] ?? 0) - x) * scale, (c[1] ?? 0) - y]
  return (Math.abs(ax * cy - cx * ay) / 2) * (KM_PER_DEGREE / tolerance(b)) ** 2
}

/** Of thousands of positions, one for each cell of a grid is enough to measure distances from. */
function thinOut(positions: readonly Position[]): Position[] {
  for (let cell = 0.01; ; cell *= 2) {
    const cells = new Map(
      positions.map((position) => [position.map((degrees) => Math.round(degrees / cell)).join(), position] as const),
    )
    if (cells.size <= 100) return [...cells.values()]
  }
}
