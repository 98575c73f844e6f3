import { type Point, project, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import type { Position } from '../../story/geometry.ts'
import { createSvg } from '../element.ts'

/** The width of the opening view's box, in units of the drawing: on a large screen a unit is about a pixel. */
export const boxWidth = 1000

/** How far a simplified line may be from its true course, in units. */
export const tolerance = 1.1

/** Projects positions into units of the drawing, whose origin is the middle of the opening view. */
export function createProjection({ center, width }: OpeningView): (position: Position) => Point {
  const [middle] = unproject(center)
  const factor = boxWidth / width
  return (position) => {
    const { x, y } = project(position)
    return { x: (x - (middle + 180) / 360) * factor, y: (y - center.y) * factor }
  }
}

/** Scales a drawing in units so that the whole box of the view fits into the map. */
export function renderScaled(
  document: Document,
  { width, height }: OpeningView,
  ...drawing: readonly SVGElement[]
): SVGElement {
  const boxHeight = (boxWidth * height) / width
  const viewBox = [-boxWidth / 2, -boxHeight / 2, boxWidth, boxHeight]
    .map((value) => Number(value.toFixed(2)))
    .join(' ')
  return createSvg(document, 'svg', { viewBox, overflow: 'visible', 'aria-hidden': 'true' }, ...drawing)
}
