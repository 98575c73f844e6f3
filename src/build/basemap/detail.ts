import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import { type Extent } from './extent.ts'
import { kmBetween, kmPerDegree, leastToBox } from './kilometres.ts'

/**
 * How detailed a basemap is: near the story's places as much as the sources, farther away less. One number sets this for
 * the whole basemap, its coarseness: the error allowed at a position, as a share of the position's remoteness.
 */
export interface Detail {
  /** The distance from the nearest place in kilometres; 0 without a story. */
  readonly distance: (position: Position) => number
  /** Whether anything in a box may be nearer to a place than so many kilometres; quicker to say than how near it is. */
  readonly reaches: (box: Bounds, kilometres: number) => boolean
  /**
   * The distance that counts for detail, in kilometres. Beyond the opening view it grows faster than the distance, since
   * readers see that only when they zoom out. It is never less than `leastRemoteness`; in a large story, what is not right
   * beside a place counts as at least 15 % of the story's radius.
   */
  readonly remoteness: (position: Position) => number
}

/** The grids on which positions are rounded, in steps in a degree. Each is a whole multiple of the one before. */
const gridSteps = [5, 10, 20, 40, 200, 1000, 4000] as const

/** The least remoteness, in kilometres. */
const leastRemoteness = 40

/**
 * The finest basemap: the error at the places is 60 m, less than the sources' own, and below a pixel at the opening
 * view.
 */
export const finestCoarseness = 0.0015

/** The error of the finest basemap at the places, in kilometres. The world pack is no finer than that. */
export const finestError = finestCoarseness * leastRemoteness

/** The greatest distance that counts, in kilometres: half way around the world. */
const farthest = 20_000

/** North of this latitude, where few people live, the map of the world has less detail, by this factor. */
const farNorth = 60
const lessDetail = 3

/** Creates the detail for a story's surroundings; without a story, the same for the whole world but the far north. */
export function createDetail({ positions, radius }: Extent): Detail {
  if (positions.length === 0) {
    return {
      distance: () => 0,
      reaches: () => true,
      remoteness: ([, latitude]) => (latitude > farNorth ? farthest * lessDetail : farthest),
    }
  }
  const distance = (position: Position): number => {
    let nearest = Infinity
    for (const place of positions) {
      // No place is nearer than the difference of latitude. Sparing the rest saves most of the time.
      if (Math.abs(place[1] - position[1]) * kmPerDegree > nearest) continue
      nearest = Math.min(nearest, kmBetween(position, place))
    }
    return nearest
  }
  return {
    distance,
    reaches: (box, kilometres) => positions.some((place) => leastToBox(place, box) <= kilometres),
    remoteness: (position) => {
      const away = Math.min(distance(position), farthest)
      const between = away > radius / 50 ? radius * 0.15 : 0
      return Math.max(leastRemoteness, between, away * Math.max(1, away / radius))
    },
  }
}

/**
 * The coarsest grid that is fine enough for a position.
 * @param tolerance the error allowed, in kilometres
 * @param finer how many grids finer than that it shall be
 * @returns steps in a degree
 */
export function gridFor(tolerance: number, finer = 0): number {
  const wanted = (1.5 * kmPerDegree) / tolerance
  const level = gridSteps.findIndex((steps) => steps >= wanted)
  return (level < 0 ? undefined : gridSteps[level + finer]) ?? gridSteps.at(-1) ?? 1
}

/** The coarsest grid on which all of some positions lie, in steps in a degree. */
export function gridOf(positions: readonly Position[]): number {
  const lieOn = (steps: number): boolean =>
    positions.every(([lng, lat]) => isWhole(lng * steps) && isWhole(lat * steps))
  return gridSteps.find(lieOn) ?? gridSteps.at(-1) ?? 1
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6
}
