import { Layer, type Map as LeafletMap } from 'leaflet'
import type { Basemap, BasemapShape } from '../cartography/basemap.ts'
import { type ClipBox, clipLine, clipRing } from '../cartography/line-clipping.ts'
import { project, worldSize } from '../cartography/mercator.ts'
import { casing, classOf, inDrawingOrder, isDrawn, streetWidth } from '../cartography/street-width.ts'
import type { Position } from '../story/geometry.ts'
import { CrispSvg } from './leaflet-internals.ts'

/** The name of the pane in which the bundled map is drawn, under the tiles. */
export const basemapPane = 'basemap'

/** A line or ring on the plane of the map, in shares of the world's width: x and y in turn, and the box around it. */
interface Course {
  readonly points: Float64Array
  readonly box: ClipBox
}

/** A shape, or the outline of one, and the element that it is drawn with. */
interface Drawing {
  readonly shape: BasemapShape
  readonly isCasing: boolean
  readonly courses: readonly Course[]
  readonly path: SVGPathElement
}

/** Points nearer to each other than this, in pixels along an axis, are drawn as one. */
const finest = 1

/**
 * The bundled map as a layer. Its colours come from the style sheet, by the class of each kind of shape; the widths of its
 * streets grow with the zoom. Leaflet's own polygons would keep an object for each of its points, 20,000 for a town.
 */
export class BasemapLayer extends Layer {
  readonly #renderer = new CrispSvg({ pane: basemapPane, padding: 0.5 })
  readonly #drawings: readonly Drawing[]

  constructor({ shapes }: Basemap) {
    super()
    const courses = new Map(shapes.map((shape) => [shape, shape.lines.map(courseOf)]))
    this.#drawings = inDrawingOrder(shapes).map(({ shape, isCasing }) => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
      path.setAttribute('class', classOf(shape, isCasing))
      return { shape, isCasing, courses: courses.get(shape) ?? [], path }
    })
  }

  override onAdd(map: LeafletMap): this {
    const renderer = this.#renderer.addTo(map)
    renderer._rootGroup.append(...this.#drawings.map(({ path }) => path))
    renderer.on('update', () => this.#draw(map))
    this.#draw(map)
    return this
  }

  override onRemove(): this {
    this.#renderer.off('update').remove()
    return this
  }

  #draw(map: LeafletMap): void {
    const zoom = map.getZoom()
    const size = worldSize(zoom)
    const origin = map.getPixelOrigin()
    const plane = { size, x: origin.x, y: origin.y }
    const { min, max } = this.#renderer._bounds
    const seen: ClipBox = [
      (min.x + origin.x) / size,
      (min.y + origin.y) / size,
      (max.x + origin.x) / size,
      (max.y + origin.y) / size,
    ]
    for (const { shape, isCasing, courses, path } of this.#drawings) {
      const drawn = isDrawn(shape, zoom)
      path.toggleAttribute('hidden', !drawn)
      if (!drawn) continue
      const width = streetWidth(shape, zoom)
      if (width !== undefined) path.setAttribute('stroke-width', String(width + (isCasing ? casing : 0)))
      path.setAttribute('d', courses.map((course) => pathData(course, shape.filled, seen, plane)).join(''))
    }
  }
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

/** The plane of the map at a zoom: the world's width and the layer's origin, in pixels. */
interface Plane {
  readonly size: number
  readonly x: number
  readonly y: number
}

/** The data of a path of the part of a course that is seen. */
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
