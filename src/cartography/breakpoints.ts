import { type Point, zoomOfWorldSize } from './mercator.ts'
import type { OpeningView } from './opening-view.ts'

/** A size of the static map from which on there is room for more. All in pixels. */
export interface Breakpoint {
  /** How wide the box of the opening view is drawn. */
  readonly scale: number
  readonly zoom: number
  /** The least width and height that a map of this size has. */
  readonly size: Point
}

/** The smallest map that there is. */
const smallest: Point = { x: 280, y: 200 }
/** How much larger each breakpoint is than the one before. */
export const step = 1.24
const count = 7

/** The breakpoints of a map that opens with a view, the smallest first. */
export function breakpointsOf(view: OpeningView): Breakpoint[] {
  const ratio = view.width / view.height
  return Array.from({ length: count }, (_, i) => {
    const scale = Math.min(smallest.x, smallest.y * ratio) * step ** i
    return {
      scale,
      zoom: zoomOfWorldSize(scale / view.width),
      size: { x: Math.max(smallest.x, scale), y: Math.max(smallest.y, scale / ratio) },
    }
  })
}
