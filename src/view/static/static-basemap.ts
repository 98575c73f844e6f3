import type { Basemap, BasemapShape } from '../../cartography/basemap.ts'
import { type ClipBox, clipLine, clipRing } from '../../cartography/line-clipping.ts'
import { simplifyLine, simplifyRing } from '../../cartography/line-simplification.ts'
import { smallestCircle } from '../../cartography/marker-size.ts'
import { metresAround, nearestLongitude, type Point, project, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import type { Position } from '../../story/geometry.ts'
import type { Place } from '../../story/story.ts'
import { createSvg } from '../element.ts'
import type { ViewContext } from '../view-context.ts'
import type { Breakpoint } from './breakpoints.ts'
import { writePathData } from './path-data.ts'

/** The width of the opening view's box, in units of the drawing: on a large screen a unit is about a pixel. */
export const boxWidth = 1000

/** How far a simplified line may be from its true course, in units. */
const tolerance = 1.1

/** The basemap is drawn for maps of these ratios of width to height. Wider and narrower ones have blank edges. */
const widest = 3
const narrowest = 0.5

/** Projects positions into units of the drawing, whose origin is the middle of the opening view. */
function createProjection({ center, width }: OpeningView): (position: Position) => Point {
  const [middle] = unproject(center)
  const factor = boxWidth / width
  return (position) => {
    const { x, y } = project(position)
    return { x: (x - (middle + 180) / 360) * factor, y: (y - center.y) * factor }
  }
}

/**
 * Draws a basemap around the opening view, as far as maps of any usual ratio show it, in as few bytes as possible.
 * @param basemap on the world copy of the view
 */
export function renderStaticBasemap(document: Document, basemap: Basemap, view: OpeningView): SVGElement {
  const project = createProjection(view)
  const seen = seenArea(view)
  const seenPart = (part: readonly Position[]): readonly Point[] =>
    withoutUnseen(
      part.map(([x, y]) => ({ x, y })),
      seen,
    )
  const lines = ({ lines, filled }: BasemapShape): (readonly Point[])[] =>
    lines.flatMap((line) => {
      const points = line.map(project).map(({ x, y }) => [x, y] as const)
      if (!filled) return clipLine(points, seen.box).map((part) => simplifyLine(seenPart(part), tolerance))
      // Here rings go without their closing point.
      return [simplifyRing(seenPart(clipRing(points.slice(0, -1), seen.box)), tolerance)]
    })
  const paths = basemap.shapes.flatMap((shape) => {
    const data = writePathData(lines(shape), shape.filled)
    return data === '' ? [] : [createSvg(document, 'path', { class: `${shape.kind} rank-${shape.rank}`, d: data })]
  })
  return createSvg(document, 'g', { class: 'basemap' }, ...paths)
}

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
  { position, accuracy, precision }: Place,
  near: (position: Position) => Point,
  { width }: OpeningView,
  breakpoints: readonly Breakpoint[],
): SVGElement | undefined {
  if (accuracy === undefined || precision === 'region') return undefined
  const share = accuracy / (metresAround(position) * width)
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

/**
 * What maps of usual ratios show: a cross. No map shows the corners of its box, where neither a wide nor a tall map
 * reaches.
 */
interface SeenArea {
  readonly box: ClipBox
  readonly halfWidth: number
  readonly halfHeight: number
}

function seenArea({ width, height }: OpeningView): SeenArea {
  const halfWidth = boxWidth / 2
  const halfHeight = (halfWidth * height) / width
  // A little more, so that strokes along the edge are not seen.
  const right = Math.max(halfWidth, halfHeight * widest) + 10
  const bottom = Math.max(halfHeight, halfWidth / narrowest) + 10
  return { box: [-right, -bottom, right, bottom], halfWidth: halfWidth + 10, halfHeight: halfHeight + 10 }
}

/** Leaves out points whose neighbours are in the same unseen corner: the line between those stays in that corner. */
function withoutUnseen(line: readonly Point[], { halfWidth, halfHeight }: SeenArea): readonly Point[] {
  const corner = ({ x, y }: Point): string =>
    Math.abs(x) > halfWidth && Math.abs(y) > halfHeight ? `${Math.sign(x)} ${Math.sign(y)}` : ''
  const corners = line.map(corner)
  return line.filter((_, i) => {
    const here = corners[i]
    return here === '' || here !== corners[i - 1] || here !== corners[i + 1]
  })
}
