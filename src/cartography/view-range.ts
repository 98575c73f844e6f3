import { type BoundingBox, circleRadius, type Place } from '../story/story.ts'
import type { Basemap } from './basemap.ts'
import { metresAround, nearestLongitude, type Point, project, unproject } from './mercator.ts'
import { outlineOf, storyMiddle } from './story-outline.ts'
import { isWorld } from './world-copy.ts'

/** A box of the world. */
export interface ViewBox {
  /** Its middle, in shares of the world's width (see `project`). */
  readonly center: Point
  /** In shares of the world's width. */
  readonly width: number
  readonly height: number
}

/** A snug fit is this many times as wide as the places' own box: they, their markers and their labels. */
const snug = 1.3
/** It is at least this many metres wide, and as wide as any circle of accuracy. */
const leastSnug = 1000
/** What lies around the places is shown in a view that is this many times as wide as their box. */
const context = 5
/** Where that is more than a snug fit and this many metres, it is only so wide. */
const mostAround = 700_000
/** It is at least this many metres wide, so that even a single place is seen among its surroundings. */
const least = { exact: 12_000, approximate: 12_000, city: 60_000, region: 400_000 }
/** On a map of the whole world, which has no details, it is at least this many metres wide. */
const leastOfWorld = 500_000

/**
 * The views that a story's map can open with: a function that gives for 0 a snug fit, and for 1 the places among all that lies
 * around them, by which one sees where in the world they are. Places on both sides of the antimeridian are shown across it,
 * not around the world.
 * @param basemap the map that the story lies on; absent while it is being made
 */
export function createViewRange(
  places: readonly Place[],
  basemap?: Pick<Basemap, 'bounds'>,
): (around: number) => ViewBox {
  const middle = storyMiddle(places)
  const points = outlineOf(places).map(([lng, lat]) => project([nearestLongitude(lng, middle), lat]))
  const [left, right] = extent(points.map(({ x }) => x))
  const [top, bottom] = extent(points.map(({ y }) => y))
  const center = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const metre = 1 / metresAround(unproject(center))
  const [, widest] = extent(places.map((place) => 2 * (circleRadius(place) ?? 0)))
  const tightest = Math.max(leastSnug, widest) * metre
  const smallest = extent(places.map(({ precision }) => least[precision]))[1] * metre
  const tightOf = (span: number): number => Math.max(span * snug, tightest)
  const wideOf = (span: number): number =>
    Math.max(Math.min(span * context, span * snug + mostAround * metre), smallest, tightOf(span))
  const [spanX, spanY] = [right - left, bottom - top]
  const ofWorld = basemap && isWorld(basemap.bounds) ? leastOfWorld * metre : 0
  const atLeast = Math.max(wideOf(spanX), wideOf(spanY)) < ofWorld ? ofWorld : 0
  const grown = (span: number, around: number): number => {
    const tight = tightOf(span)
    return Math.min(1, tight * (Math.max(wideOf(span), atLeast) / tight) ** around)
  }
  return (around) => ({ center, width: grown(spanX, around), height: grown(spanY, around) })
}

/** The view of a bounding box, on the world copy of a story with a middle longitude. */
export function viewOfBox([west, south, east, north]: BoundingBox, middle: number): ViewBox {
  const degrees = east - west + (east < west ? 360 : 0)
  const longitude = nearestLongitude(west + degrees / 2, middle)
  const [{ x, y: top }, { y: bottom }] = [project([longitude, north]), project([longitude, south])]
  return { center: { x, y: (top + bottom) / 2 }, width: degrees / 360, height: bottom - top }
}

/** The least and the greatest of many values. */
function extent(values: readonly number[]): [least: number, greatest: number] {
  let [a, b] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < a) a = value
    if (value > b) b = value
  }
  return [a, b]
}
