import type { Position } from '../story/geometry.ts'
import type { BasemapShape } from './basemap.ts'
import { type ClipBox, clipLine, clipRing } from './line-clipping.ts'
import { project } from './mercator.ts'

/** A line or ring on the plane of the map, in shares of the world's width: x and y in turn, and the box around it. */
interface Course {
  readonly points: Float64Array
  readonly box: ClipBox
}

/** Points nearer to each other than this, in units of the drawing along an axis, are drawn as one. */
const finest = 1

const known = new WeakMap<BasemapShape, readonly Course[]>()

/** The courses of a shape's lines, which are found once for all that is drawn of it. */
function coursesOf(shape: BasemapShape): readonly Course[] {
  const courses = known.get(shape) ?? shape.lines.map(courseOf)
  known.set(shape, courses)
  return courses
}

function courseOf(line: readonly Position[]): Course {
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

/** The plane of a drawing: the world's width and the drawing's origin, in its units. */
export interface Plane {
  readonly size: number
  readonly x: number
  readonly y: number
}

/**
 * The data of an SVG path of what is seen of a shape.
 * @param seen in shares of the world's width
 */
export function pathDataOf(shape: BasemapShape, seen: ClipBox, plane: Plane): string {
  return coursesOf(shape)
    .map((course) => pathData(course, shape.filled, seen, plane))
    .join('')
}

function pathData({ points, box }: Course, filled: boolean, seen: ClipBox, plane: Plane): string {
  const [left, top, right, bottom] = seen
  if (box[0] > right || box[1] > bottom || box[2] < left || box[3] < top) return ''
  const isWhole = box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom
  if (isWhole) return write(points, plane)
  const pairs = Array.from({ length: points.length / 2 }, (_, i): Position => [
    points[2 * i] ?? 0,
    points[2 * i + 1] ?? 0,
  ])
  const parts = filled ? [clipRing(pairs.slice(0, -1), seen)] : clipLine(pairs, seen)
  return parts.map((part) => write(Float64Array.from(part.flat()), plane)).join('')
}

function write(points: Float64Array, { size, x, y }: Plane): string {
  let text = ''
  let [lastX, lastY] = [Infinity, Infinity]
  for (let i = 0; i < points.length; i += 2) {
    const [nextX, nextY] = [(points[i] ?? 0) * size - x, (points[i + 1] ?? 0) * size - y]
    const isEnd = i === points.length - 2
    if (!isEnd && Math.abs(nextX - lastX) < finest && Math.abs(nextY - lastY) < finest) continue
    ;[lastX, lastY] = [nextX, nextY]
    text += `${i === 0 ? 'M' : 'L'}${nextX.toFixed(1)} ${nextY.toFixed(1)}`
  }
  return text
}
