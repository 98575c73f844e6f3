import { simplifyLine } from '../../cartography/line-simplification.ts'
import { smallestCircle, smallestShape } from '../../cartography/marker-size.ts'
import { metresAround, nearestLongitude, type Point, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import { type ShapeLines, shapeLinesOf } from '../../cartography/shape-lines.ts'
import type { Position } from '../../story/geometry.ts'
import { circleRadius, type Place } from '../../story/story.ts'
import { createSvg } from '../element.ts'
import type { ViewContext } from '../view-context.ts'
import type { Breakpoint } from '../../cartography/breakpoints.ts'
import { writePathData } from './path-data.ts'
import { boxWidth, createProjection, tolerance } from './static-projection.ts'

/**
 * Draws the lines, areas and circles of accuracy of a story's places, each from the breakpoint on at which it is large enough to
 * tell something: areas, the largest at the bottom, then circles, then lines. Points are drawn as symbols, elsewhere.
 */
export function renderStaticShapes(
  { document, story }: ViewContext,
  view: OpeningView,
  breakpoints: readonly Breakpoint[],
): SVGElement[] {
  const project = createProjection(view)
  const middle = unproject(view.center)[0]
  const near = ([lng, lat]: Position): Point => project([nearestLongitude(lng, middle), lat])
  /** The class of something so large, in units; nothing if it is too small on every map. */
  const classFrom = (extent: number, smallest: number): string | undefined => {
    const from = breakpoints.findIndex(({ scale }) => (extent / boxWidth) * scale >= smallest)
    return from < 0 ? undefined : from > 0 ? ` from-${from}` : ''
  }
  const shapes = story.places.flatMap((place) => {
    const { kind, lines } = shapeLinesOf(place.geometry)
    const points = lines.map((line) => line.map(near))
    const extent = extentOf(points.flat())
    const from = classFrom(extent, smallestShape)
    return kind === 'point' || from === undefined ? [] : [{ place, kind, points, extent, from }]
  })
  const circles = story.places.flatMap((place) => {
    const radius = circleRadius(place)
    if (radius === undefined) return []
    const r = (radius / (metresAround(place.position) * view.width)) * boxWidth
    const from = classFrom(r, smallestCircle)
    return from === undefined
      ? []
      : [renderDot(document, `accuracy ${place.precision}${from}`, near(place.position), Math.round(r))]
  })
  const areas = shapes.filter(({ kind }) => kind === 'area').sort((a, b) => b.extent - a.extent)
  const others = shapes.filter(({ kind }) => kind !== 'area')
  return [
    ...areas.map((shape) => renderShape(document, shape)),
    ...circles,
    ...others.map((shape) => renderShape(document, shape)),
  ]
}

interface StaticShape {
  readonly place: Place
  readonly kind: ShapeLines['kind']
  readonly points: readonly (readonly Point[])[]
  /** The class of the breakpoint from which on it is drawn. */
  readonly from: string
}

function renderShape(document: Document, { place, kind, points, from }: StaticShape): SVGElement {
  const className = `shape ${place.precision}`
  if (kind === 'dots') {
    const dots = points.flat().map((point) => renderDot(document, className, point, 4))
    return createSvg(document, 'g', { class: from.trim() || undefined }, ...dots)
  }
  const isArea = kind === 'area'
  const simple = points.map((line) => simplifyLine(line, tolerance))
  return createSvg(document, 'path', {
    class: `${className}${isArea ? '' : ' line'}${from}`,
    d: writePathData(simple, isArea),
  })
}

function renderDot(document: Document, className: string, { x, y }: Point, r: number): SVGElement {
  return createSvg(document, 'circle', { class: className, r, cx: Math.round(x), cy: Math.round(y) })
}

/** The width or height of some points, whichever is more. */
function extentOf(points: readonly Point[]): number {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return Math.max(right - left, bottom - top)
}
