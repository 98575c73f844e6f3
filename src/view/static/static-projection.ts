import { type Point, project, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import type { Position } from '../../story/geometry.ts'

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
