import { type Position, positionsOf } from '../story/geometry.ts'
import type { Place } from '../story/story.ts'
import type { Basemap, Bounds } from './basemap.ts'
import { isWorld } from './world-copy.ts'
import { metresAround, nearestLongitude, type Point, project, unproject, zoomOfWorldSize } from './mercator.ts'

/**
 * The box of the world that a map shows when it opens, whole and in its middle, whatever the map's size. The static map
 * and the live map both start from it, so that one can replace the other without a jump.
 */
export interface OpeningView {
  /** The middle of the box, in shares of the world's width (see `project`). */
  readonly center: Point
  /** Width and height of the box, in shares of the world's width. */
  readonly width: number
  readonly height: number
}

/** The opening view shows what lies around the places: it is this many times as wide as their own box. */
const context = 5
/** Where that is more than a snug fit and this many kilometres, it is only so wide. */
const mostAround = 700
/** A snug fit is this many times as wide as the places' own box. */
const snug = 1.3
/** It is at least this many kilometres wide, so that even a single place is seen among its surroundings. */
const least = { exact: 12, approximate: 12, city: 60, region: 400 }
/** On a map of the whole world, which has no details, it is at least this many kilometres wide. */
const leastOfWorld = 500

/**
 * The opening view of a story. Places on both sides of the antimeridian are shown across it, not around the world.
 * @param basemap the map that the story lies on; absent while it is being made
 */
export function openingView(places: readonly Place[], basemap?: Pick<Basemap, 'bounds'>): OpeningView {
  const outline = outlineOf(places)
  const middle = storyMiddle(places)
  const points = outline.map(([lng, lat]) => project([nearestLongitude(lng, middle), lat]))
  const xs = extent(points.map(({ x }) => x))
  const ys = extent(points.map(({ y }) => y))
  const center = { x: (xs.min + xs.max) / 2, y: (ys.min + ys.max) / 2 }
  const kilometre = 1000 / metresAround(unproject(center))
  const smallest = Math.max(...places.map((place) => least[place.precision])) * kilometre
  const grown = (span: number): number =>
    Math.max(Math.min(span * context, span * snug + mostAround * kilometre), smallest)
  const [spanX, spanY] = [grown(xs.max - xs.min), grown(ys.max - ys.min)]
  const ofWorld = basemap && isWorld(basemap.bounds) ? leastOfWorld * kilometre : 0
  const atLeast = Math.max(spanX, spanY) < ofWorld ? ofWorld : 0
  const width = Math.min(1, Math.max(spanX, atLeast))
  const height = Math.min(1, Math.max(spanY, atLeast))
  return { center, width, height }
}

/**
 * The longitude in the middle of a story, its lines and areas included. The story is drawn on the world copy around
 * it.
 */
export function storyMiddle(places: readonly Place[]): number {
  return middleLongitude(outlineOf(places).map(([lng]) => lng))
}

/** Where the Antarctic begins, in degrees: a map of the world ends there, unless its story goes on. */
export const antarctic = -60

/**
 * How far a reader can move the map: as far as the basemap reaches, and over the whole opening view, so that every place
 * can be seen, even one that a basemap does not reach.
 * @param bounds those of the basemap, on the world copy of the view
 */
export function reachOf([west, south, east, north]: Bounds, { center, width, height }: OpeningView): Bounds {
  const [left, top] = unproject({ x: center.x - width / 2, y: center.y - height / 2 })
  const [right, bottom] = unproject({ x: center.x + width / 2, y: center.y + height / 2 })
  const end = isWorld([west, south, east, north]) ? Math.max(south, antarctic) : south
  return [Math.min(west, left), Math.min(end, bottom), Math.max(east, right), Math.max(north, top)]
}

function outlineOf(places: readonly Place[]): Position[] {
  return places.flatMap((place) => [place.position, ...positionsOf(place.geometry)])
}

/** The fractional zoom at which the view just fits into a container. @param size of the container, in pixels */
export function openingZoom(view: OpeningView, size: Point): number {
  return zoomOfWorldSize(Math.min(size.x / view.width, size.y / view.height))
}

/**
 * The middle of the shortest arc that holds all longitudes, which is opposite the widest gap between them; NaN if
 * there are none.
 */
function middleLongitude(longitudes: readonly number[]): number {
  const sorted = longitudes.map((lng) => nearestLongitude(lng, 0)).sort((a, b) => a - b)
  const [first = NaN] = sorted
  let widest = { gap: first + 360 - (sorted[sorted.length - 1] ?? NaN), start: first }
  for (const [i, lng] of sorted.entries()) {
    const previous = sorted[i - 1]
    if (previous !== undefined && lng - previous > widest.gap) widest = { gap: lng - previous, start: lng }
  }
  return nearestLongitude(widest.start + (360 - widest.gap) / 2, 0)
}

function extent(values: readonly number[]): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity]
  for (const value of values) {
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  return { min, max }
}
