import type { Position } from '../../story/geometry.ts'
import { type Extent } from './extent.ts'
import { kmBetween, kmPerDegree } from './kilometres.ts'

/**
 * How much of the sources can be seen: all of it near the story's places, less with the distance from them. How coarse a basemap is, is one
 * number, its coarseness: as many kilometres may be off for each kilometre of remoteness.
 */
export interface Detail {
  /** The distance from the nearest place in kilometres; 0 without a story. */
  readonly distance: (position: Position) => number
  /**
   * The distance in kilometres as far as detail goes. What lies beyond the opening view is seen by readers who zoom out, and counts as farther
   * away than it is; what lies between places that are far apart is not looked at as if they were neighbours.
   */
  readonly remoteness: (position: Position) => number
}

/** Steps in a degree of the grids on which positions are rounded; each is a whole multiple of the one before. */
const gridSteps = [5, 10, 20, 40, 200, 1000, 4000] as const

/** Nothing is less remote than this, in kilometres. */
const leastRemoteness = 40

/** The finest basemap there is: at the places, 60 m are off, less than the sources' own faults, and nothing is by a pixel at the opening view. */
export const finestCoarseness = 0.0015

/** What is as far away as this, in kilometres, is at the other end of the world. */
const farthest = 20_000

/** Where hardly anybody lives, in degrees of latitude, and how much less detail the world's map has there. */
const farNorth = 60
const lessDetail = 3

/** The detail for a story's surroundings; without a story, the same for all the world that is lived in. */
export function createDetail({ positions, radius }: Extent): Detail {
  if (positions.length === 0) {
    return {
      distance: () => 0,
      remoteness: ([, latitude]) => (latitude > farNorth ? farthest * lessDetail : farthest),
    }
  }
  const distance = (position: Position): number => {
    let nearest = Infinity
    for (const place of positions) nearest = Math.min(nearest, kmBetween(position, place))
    return nearest
  }
  return {
    distance,
    remoteness: (position) => {
      const away = Math.min(distance(position), farthest)
      const between = away > radius / 50 ? radius * 0.15 : 0
      return Math.max(leastRemoteness, between, away * Math.max(1, away / radius))
    },
  }
}

/**
 * The grid on which a position may lie.
 * @param tolerance what may be off, in kilometres
 * @returns steps in a degree
 */
export function gridFor(tolerance: number, finer = 0): number {
  const wanted = (1.5 * kmPerDegree) / tolerance
  const level = gridSteps.findIndex((steps) => steps >= wanted)
  return (level < 0 ? undefined : gridSteps[level + finer]) ?? gridSteps.at(-1) ?? 1
}

/** The coarsest grid that all of some positions lie on, in steps in a degree. */
export function gridOf(positions: readonly Position[]): number {
  const lieOn = (steps: number): boolean =>
    positions.every(([lng, lat]) =>
      [lng, lat].every((degrees) => Math.abs(degrees * steps - Math.round(degrees * steps)) < 1e-6),
    )
  return gridSteps.find(lieOn) ?? gridSteps.at(-1) ?? 1
}
