import { type Position, positionsOf } from '../story/geometry.ts'
import type { Place } from '../story/story.ts'
import type { Basemap } from './basemap.ts'
import { isWorld } from './world-copy.ts'
import { metresAround, nearestLongitude, type Point, project, unproject, zoomOfWorldSize } from './mercator.ts'

/**
 * What a map shows when it opens, whatever its size: a box of the world that it holds whole, and in its middle.
 * The static map and the live one both start from it, which is why one can follow the other without a jump.
 */
export interface OpeningView {
  /** The middle of the box, in shares of the world's width (see `project`). */
  readonly center: Point
  /** Width and height of the box, in shares of the world's width. */
  readonly width: number
  readonly height: number
}

/** A place is shown with what lies around it: the box is so many times the places' own, */
const context = 5
/** but not more than so many kilometres larger, */
const mostAround = 700
/** nor smaller than this, so that a story of one place still says where it is. */
const least = { exact: 12, approximate: 12, city: 60, region: 400 }
/** nor than this on a map of the whole world, which has nothing to show from closer. */
const leastOfWorld = 500

/**
 * The opening view of a story, on its basemap, or where that is yet to be made. Places on both sides of the antimeridian are shown
 * across it.
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
    Math.max(Math.min(span * context, span * 1.3 + mostAround * kilometre), smallest)
  const [spanX, spanY] = [grown(xs.max - xs.min), grown(ys.max - ys.min)]
  const ofWorld = basemap && isWorld(basemap.bounds) ? leastOfWorld * kilometre : 0
  const atLeast = Math.max(spanX, spanY) < ofWorld ? ofWorld : 0
  const width = Math.min(1, Math.max(spanX, atLeast))
  const height = Math.min(1, Math.max(spanY, atLeast))
  return { center, width, height }
}

/** The longitude in whose turn of the world a story is drawn, lines and areas included. */
export function storyMiddle(places: readonly Place[]): number {
  return middleLongitude(outlineOf(places).map(([lng]) => lng))
}

function outlineOf(places: readonly Place[]): Position[] {
  return places.flatMap((place) => [place.position, ...positionsOf(place.geometry)])
}

/** The zoom, fractional, at which a container of so many pixels just holds the view. */
export function openingZoom(view: OpeningView, size: Point): number {
  return zoomOfWorldSize(Math.min(size.x / view.width, size.y / view.height))
}

/** The middle of the shortest arc that holds all longitudes: the far side of the widest gap between them. NaN of none. */
function middleLongitude(longitudes: readonly number[]): number {
  const sorted = longitudes.map((lng) => nearestLongitude(lng, 0)).toSorted((a, b) => a - b)
  const [first = NaN] = sorted
  let widest = { gap: first + 360 - (sorted.at(-1) ?? NaN), start: first }
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
