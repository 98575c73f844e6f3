import { simplifyLine } from '../../cartography/line-simplification.ts'
import { smallestCircle } from '../../cartography/marker-size.ts'
import { metresAround, nearestLongitude, type Point, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import type { Position } from '../../story/geometry.ts'
import { circleRadius, type Place } from '../../story/story.ts'
import { createSvg } from '../element.ts'
import type { ViewContext } from '../view-context.ts'
import type { Breakpoint } from '../../cartography/breakpoints.ts'
import { writePathData } from './path-data.ts'
import { boxWidth, createProjection, tolerance } from './static-projection.ts'

/** Draws the lines, areas and circles of accuracy of a story's places. Points are drawn as symbols, elsewhere. */
export function renderStaticShapes(
  { document, story }: ViewContext,
  view: OpeningView,
  breakpoints: readonly Breakpoint[],
): SVGElement[] {
  const project = createProjection(view)
  const middle = unproject(view.center)[0]
  const near = ([lng, lat]: Position): Point => project([nearestLongitude(lng, middle), lat])
  return story.places.flatMap((place) => {
    const shape = renderShape(document, place, near)
    const circle = renderCircle(document, place, near, view, breakpoints)
    return [shape, circle].filter((drawn) => drawn !== undefined)
  })
}

function renderShape(document: Document, place: Place, near: (position: Position) => Point): SVGElement | undefined {
  const { geometry, precision } = place
  const draw = (lines: readonly (readonly Position[])[], closed: boolean): SVGElement => {
    const simple = lines.map((line) => simplifyLine(line.map(near), tolerance))
    return createSvg(document, 'path', {
      class: `shape ${precision}${closed ? '' : ' line'}`,
      d: writePathData(simple, closed),
    })
  }
  switch (geometry.type) {
    case 'Point':
      return undefined
    case 'MultiPoint':
      return createSvg(
        document,
        'g',
        {},
        ...geometry.coordinates.map((position) => {
          const { x, y } = near(position)
          return createSvg(document, 'circle', {
            class: `shape ${precision}`,
            r: 4,
            cx: Math.round(x),
            cy: Math.round(y),
          })
        }),
      )
    case 'LineString':
      return draw([geometry.coordinates], false)
    case 'MultiLineString':
      return draw(geometry.coordinates, false)
    case 'Polygon':
      return draw(geometry.coordinates, true)
    case 'MultiPolygon':
      return draw(geometry.coordinates.flat(), true)
  }
}

/** A circle of accuracy, drawn from the breakpoint on at which it is larger than its marker. */
function renderCircle(
  document: Document,
  place: Place,
  near: (position: Position) => Point,
  { width }: OpeningView,
  breakpoints: readonly Breakpoint[],
): SVGElement | undefined {
  const radius = circleRadius(place)
  if (radius === undefined) return undefined
  const { position, precision } = place
  const share = radius / (metresAround(position) * width)
  const from = breakpoints.findIndex(({ scale }) => share * scale >= smallestCircle)
  if (from < 0) return undefined
  const { x, y } = near(position)
  const className = `accuracy ${precision}${from > 0 ? ` from-${from}` : ''}`
  return createSvg(document, 'circle', {
    class: className,
    r: Math.round(share * boxWidth),
    cx: Math.round(x),
    cy: Math.round(y),
  })
}
