import { Layer, type Map as LeafletMap } from 'leaflet'
import { courseOf, isSeen, pathData, type Plane } from '../cartography/course.ts'
import type { ClipBox } from '../cartography/line-clipping.ts'
import { smallestCircle, smallestShape } from '../cartography/marker-size.ts'
import { metresAround, nearestLongitude, project } from '../cartography/mercator.ts'
import type { PlaceIndex } from '../cartography/place-groups.ts'
import { shapeLinesOf } from '../cartography/shape-lines.ts'
import type { Position } from '../story/geometry.ts'
import { circleRadius, type Place } from '../story/story.ts'
import { CrispSvg } from './leaflet-internals.ts'

/** What lies over what, from the bottom. A finger that misses a line or dot meets its target, which is unseen. */
const levels = ['area', 'circle', 'target', 'line'] as const

/** Something that is drawn on the ground for a place. */
interface Drawing {
  readonly place: Place
  readonly level: (typeof levels)[number]
  readonly className: string
  /** The box around it, in shares of the world's width. */
  readonly box: ClipBox
  /** The width or height of the box, whichever is more. */
  readonly extent: number
  /** It is drawn from this extent on, in pixels. */
  readonly smallest: number
  /** The data of its path. */
  readonly draw: (plane: Plane) => string
}

/**
 * The lines, areas, dots and circles of accuracy of the places; of those that lie over each other the largest at the bottom, so
 * that each can be pressed. Only those have an element that are in view and large enough to tell something, or chosen.
 */
export class ShapeLayer extends Layer {
  readonly #renderer = new CrispSvg({ padding: 0.5 })
  readonly #drawings: readonly Drawing[]
  /** What is drawn now. */
  readonly #paths = new Map<Drawing, SVGPathElement>()
  #selected: Place | undefined

  constructor(places: readonly Place[], index: PlaceIndex) {
    super()
    const drawings = places.flatMap((place) => [...shapesOf(place, index), ...circleOf(place, index)])
    const rank = ({ level }: Drawing): number => levels.indexOf(level)
    this.#drawings = drawings.sort((a, b) => rank(a) - rank(b) || b.extent - a.extent)
  }

  override onAdd(map: LeafletMap): this {
    this.#renderer.addTo(map)
    this.#renderer.on('update', () => this.#draw())
    this.#draw()
    return this
  }

  override onRemove(): this {
    this.#renderer.off('update').remove()
    return this
  }

  /** The place whose line or area is drawn with an element. */
  placeOf(element: EventTarget | null): Place | undefined {
    for (const [{ place }, path] of this.#paths) if (path === element) return place
    return undefined
  }

  /** Marks the chosen place's shape, and draws it however small it is. */
  set selected(place: Place | undefined) {
    if (place === this.#selected) return
    this.#selected = place
    if (this._map as LeafletMap | undefined) this.#draw()
  }

  #draw(): void {
    const { plane, _rootGroup: group } = this.#renderer
    let next = group.firstChild
    for (const drawing of this.#drawings) {
      const { place, level, className, box, extent, smallest, draw } = drawing
      const isCurrent = place === this.#selected
      const known = this.#paths.get(drawing)
      if (known) next = known.nextSibling
      const isLarge = extent * plane.size >= smallest || (isCurrent && level !== 'circle')
      if (!isLarge || !isSeen(box, plane)) {
        known?.remove()
        this.#paths.delete(drawing)
        continue
      }
      const path = known ?? document.createElementNS('http://www.w3.org/2000/svg', 'path')
      path.setAttribute('class', isCurrent ? `${className} current` : className)
      path.setAttribute('d', draw(plane))
      if (known) continue
      group.insertBefore(path, next)
      this.#paths.set(drawing, path)
    }
  }
}

/** The radius of a dot, and of what a finger meets of it under its wide stroke, in pixels. */
const dotRadius = { drawn: 5, target: 1 }

/** A place's lines, areas or dots, and what a finger meets of them. */
function shapesOf(place: Place, index: PlaceIndex): Drawing[] {
  const { kind, lines } = shapeLinesOf(place.geometry)
  if (kind === 'point') return []
  const [near] = index.positionOf(place)
  const courses = lines.map((line) => courseOf(line.map(([lng, lat]): Position => [nearestLongitude(lng, near), lat])))
  const box = boxAround(courses.map((course) => course.box))
  const className = `shape ${place.precision} leaflet-interactive`
  const shape = { place, box, extent: extentOf(box), smallest: smallestShape, className }
  const draw = (plane: Plane): string => courses.map((course) => pathData(course, kind === 'area', plane)).join('')
  if (kind === 'area') return [{ ...shape, level: 'area', draw }]
  const drawDots =
    (radius: number) =>
    (plane: Plane): string =>
      courses.map(({ points }) => dotsData(points, radius, plane)).join('')
  const isLine = kind === 'line'
  return [
    {
      ...shape,
      level: 'target',
      className: 'reach leaflet-interactive',
      draw: isLine ? draw : drawDots(dotRadius.target),
    },
    {
      ...shape,
      level: 'line',
      className: isLine ? `${className} line` : className,
      draw: isLine ? draw : drawDots(dotRadius.drawn),
    },
  ]
}

/** The circle of a place's accuracy, if it has one. */
function circleOf(place: Place, index: PlaceIndex): Drawing[] {
  const metres = circleRadius(place)
  if (metres === undefined) return []
  const { x, y } = project(index.positionOf(place))
  const radius = metres / metresAround(place.position)
  return [
    {
      place,
      level: 'circle',
      className: `accuracy ${place.precision}`,
      box: [x - radius, y - radius, x + radius, y + radius],
      extent: 2 * radius,
      smallest: 2 * smallestCircle,
      draw: (plane) => dotsData([x, y], radius * plane.size, plane),
    },
  ]
}

/** The data of circles, each of two arcs; the radius is in pixels. */
function dotsData(points: ArrayLike<number>, radius: number, { size, x, y }: Plane): string {
  const arc = `a${radius} ${radius} 0 1 0`
  let text = ''
  for (let i = 0; i < points.length; i += 2) {
    const [middleX, middleY] = [(points[i] ?? 0) * size - x, (points[i + 1] ?? 0) * size - y]
    text += `M${middleX - radius} ${middleY}${arc} ${2 * radius} 0${arc} ${-2 * radius} 0`
  }
  return text
}

function boxAround(boxes: readonly ClipBox[]): ClipBox {
  const side = (at: 0 | 1 | 2 | 3): number[] => boxes.map((box) => box[at])
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))]
}

/** The width or height of a box, whichever is more. */
function extentOf([left, top, right, bottom]: ClipBox): number {
  return Math.max(right - left, bottom - top)
}
