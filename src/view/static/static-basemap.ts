import type { Basemap, BasemapShape } from '../../cartography/basemap.ts'
import { type ClipBox, clipLine, clipRing } from '../../cartography/line-clipping.ts'
import { simplifyLine, simplifyRing } from '../../cartography/line-simplification.ts'
import type { Point } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import type { Position } from '../../story/geometry.ts'
import { renderShapes } from '../basemap-shapes.ts'
import { writePathData } from './path-data.ts'
import { boxWidth, createProjection, tolerance } from './static-projection.ts'

/** Ratios of width to height of maps. */
export interface Ratios {
  readonly narrowest: number
  readonly widest: number
}

/** The basemap is drawn for maps of these ratios. Wider and narrower ones have blank edges. */
const usualRatios: Ratios = { narrowest: 0.5, widest: 3 }

/**
 * Draws a basemap around the opening view, as far as maps of any usual ratio show it, in as few bytes as possible.
 * @param basemap on the world copy of the view
 * @param zoom by which streets are drawn, and as wide as their `stroke-width` says in pixels
 * @param ratios those of the maps that show it
 */
export function renderStaticBasemap(
  document: Document,
  basemap: Basemap,
  view: OpeningView,
  zoom: number,
  ratios: Ratios = usualRatios,
): SVGElement {
  const project = createProjection(view)
  const seen = seenArea(view, ratios)
  const pointsOf = (part: readonly Position[]): Point[] => withoutUnseen(part, seen).map(([x, y]) => ({ x, y }))
  const lines = ({ lines, filled }: BasemapShape): (readonly Point[])[] =>
    lines.flatMap((line) => {
      const points = line.map(project).map(({ x, y }) => [x, y] as const)
      if (!filled) return clipLine(points, seen.box).map((part) => simplifyLine(pointsOf(part), tolerance))
      // Here rings go without their closing point.
      return [simplifyRing(pointsOf(clipRing(points.slice(0, -1), seen.box)), tolerance)]
    })
  return renderShapes(document, basemap, zoom, (shape) => writePathData(lines(shape), shape.filled))
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

function seenArea({ width, height }: OpeningView, { narrowest, widest }: Ratios): SeenArea {
  const halfWidth = boxWidth / 2
  const halfHeight = (halfWidth * height) / width
  // A little more, so that strokes along the edge are not seen.
  const right = Math.max(halfWidth, halfHeight * widest) + 10
  const bottom = Math.max(halfHeight, halfWidth / narrowest) + 10
  return { box: [-right, -bottom, right, bottom], halfWidth: halfWidth + 10, halfHeight: halfHeight + 10 }
}

/** Leaves out points whose neighbours are in the same unseen corner: the line between those stays in that corner. */
function withoutUnseen(line: readonly Position[], { halfWidth, halfHeight }: SeenArea): readonly Position[] {
  const corner = ([x, y]: Position): string =>
    Math.abs(x) > halfWidth && Math.abs(y) > halfHeight ? `${Math.sign(x)} ${Math.sign(y)}` : ''
  const corners = line.map(corner)
  return line.filter((_, i) => {
    const here = corners[i]
    return here === '' || here !== corners[i - 1] || here !== corners[i + 1]
  })
}
