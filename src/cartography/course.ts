import type { Position } from '../story/geometry.ts'
import { positionsOfFlat } from './arc-grid.ts'
import type { BasemapShape } from './basemap.ts'
import { type ClipBox, clipLine, clipRing } from './line-clipping.ts'
import { project } from './mercator.ts'

/**
 * A line or ring on the plane of the map, in shares of the world's width: x and y in turn, and the box around it. Leaflet's own
 * polygons would keep an object for each of its points, 20,000 for a town.
 */
export interface Course {
  readonly points: Float64Array
  readonly box: ClipBox
}

/** The plane of the map as a drawing shows it. */
export interface Plane {
  /** The world's width, in units of the drawing: on a screen, pixels. */
  readonly size: number
  /** The drawing's origin, in the same units. */
  readonly x: number
  readonly y: number
  /** What is drawn of it, in shares of the world's width. */
  readonly seen: ClipBox
}

/** Points nearer to each other than this, in units of the drawing along an axis, are drawn as one. */
const finest = 1

/** The course of a line's or ring's positions. */
export function courseOf(line: readonly Position[]): Course {
  const points = new Float64Array(2 * line.length)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [i, position] of line.entries()) {
    const { x, y } = project(position)
    points[2 * i] = x
    points[2 * i + 1] = y
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { points, box: [left, top, right, bottom] }
}

/** Whether something in a box is seen, if only in part. */
export function isSeen(box: ClipBox, { seen }: Plane): boolean {
  return box[0] <= seen[2] && box[1] <= seen[3] && box[2] >= seen[0] && box[3] >= seen[1]
}

const known = new WeakMap<BasemapShape, readonly Course[]>()

/** The courses of a basemap's shape, which are found once for all that is drawn of it. */
function coursesOf(shape: BasemapShape): readonly Course[] {
  const courses = known.get(shape) ?? shape.lines.map(courseOf)
  known.set(shape, courses)
  return courses
}

/** The data of an SVG path of what is seen of a basemap's shape. */
export function pathDataOf(shape: BasemapShape, plane: Plane): string {
  return coursesOf(shape)
    .map((course) => pathData(course, shape.filled, plane))
    .join('')
}

/** The data of a path of the part of a course that is seen. @param filled whether it is a ring */
export function pathData({ points, box }: Course, filled: boolean, plane: Plane): string {
  const { seen } = plane
  if (!isSeen(box, plane)) return ''
  const [left, top, right, bottom] = seen
  const isWhole = box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom
  if (isWhole) return write(points, filled, plane)
  const pairs = positionsOfFlat(points)
  const parts = filled ? [clipRing(pairs.slice(0, -1), seen)] : clipLine(pairs, seen)
  return parts.map((part) => write(Float64Array.from(part.flat()), filled, plane)).join('')
}

function write(points: Float64Array, closed: boolean, { size, x, y }: Plane): string {
  let text = ''
  let [lastX, lastY] = [Infinity, Infinity]
  for (let i = 0; i < points.length; i += 2) {
    const [nextX, nextY] = [(points[i] ?? 0) * size - x, (points[i + 1] ?? 0) * size - y]
    const isEnd = i === points.length - 2
    if (!isEnd && Math.abs(nextX - lastX) < finest && Math.abs(nextY - lastY) < finest) continue
    ;[lastX, lastY] = [nextX, nextY]
    text += `${i === 0 ? 'M' : 'L'}${nextX.toFixed(1)} ${nextY.toFixed(1)}`
  }
  return closed && text ? `${text}Z` : text
}
