import type { Basemap, BasemapShape } from '../../cartography/basemap.ts'
import { type ClipBox, clipLine, clipRing } from '../../cartography/line-clipping.ts'
import { simplifyLine, simplifyRing } from '../../cartography/line-simplification.ts'
import { metresAround, nearestLongitude, type Point, project, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import type { Position } from '../../story/geometry.ts'
import type { Place } from '../../story/story.ts'
import { createSvg } from '../element.ts'
import type { ViewContext } from '../view-context.ts'
import type { Breakpoint } from './breakpoints.ts'
import { writePathData } from './path-data.ts'

/** The box of the opening view is so many units wide, which is a unit a pixel on a large screen. */
export const boxWidth = 1000

/** Lines may leave their true course by so many units: where it is always seen, and where only an unusual shape of the map shows it. */
const tolerance = 1.1

/** A circle of accuracy of less than so many pixels would be hidden by its marker. */
const smallestCircle = 22

/** Maps from half as wide as high to three times as wide as high show nothing beyond what is drawn. */
const widest = 3
const narrowest = 0.5

/** Turns positions into units of a drawing whose origin is the middle of the opening view. */
function createProjection({ center, width }: OpeningView): (position: Position) => Point {
  const [middle] = unproject(center)
  const factor = boxWidth / width
  return (position) => {
    const { x, y } = project(position)
    return { x: (x - (middle + 180) / 360) * factor, y: (y - center.y) * factor }
  }
}

/**
 * Draws a basemap, which lies on the world copy of the opening view, as far as any shape of the map shows it, and as small
 * as it can be written.
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
      // The last point of a ring is its first.
      return [simplifyRing(seenPart(clipRing(points.slice(0, -1), seen.box)), tolerance)]
    })
  const paths = basemap.shapes.flatMap((shape) => {
    const data = writePathData(lines(shape), shape.filled)
    return data === '' ? [] : [createSvg(document, 'path', { class: `${shape.kind} rank-${shape.rank}`, d: data })]
  })
  return createSvg(document, 'g', { class: 'basemap' }, ...paths)
}

/** Draws the lines, areas and circles of accuracy of a story's places; single points have their symbols. */
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

/** A circle of accuracy, from the breakpoint on at which it is larger than its marker. */
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

/** What maps of usual shapes show: a box, without its corners, which lie outside of wide maps and of high ones. */
interface SeenArea {
  readonly box: ClipBox
  readonly halfWidth: number
  readonly halfHeight: number
}

function seenArea({ width, height }: OpeningView): SeenArea {
  const halfWidth = boxWidth / 2
  const halfHeight = (halfWidth * height) / width
  // A little more, for the lines along its edge.
  const right = Math.max(halfWidth, halfHeight * widest) + 10
  const bottom = Math.max(halfHeight, halfWidth / narrowest) + 10
  return { box: [-right, -bottom, right, bottom], halfWidth: halfWidth + 10, halfHeight: halfHeight + 10 }
}

/** Leaves out the points between others in the same unseen corner: what they join lies in that corner, too. */
function withoutUnseen(line: readonly Point[], { halfWidth, halfHeight }: SeenArea): readonly Point[] {
  const corner = ({ x, y }: Point): string =>
    Math.abs(x) > halfWidth && Math.abs(y) > halfHeight ? `${Math.sign(x)} ${Math.sign(y)}` : ''
  const corners = line.map(corner)
  return line.filter((_, i) => {
    const here = corners[i]
    return here === '' || here !== corners[i - 1] || here !== corners[i + 1]
  })
}
