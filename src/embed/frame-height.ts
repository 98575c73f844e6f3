import { clampHeight } from './frame-address.ts'

// A scroll bar of the page around the frame, come or gone, changes the frame's width by this much at the most.
const SCROLL_BAR = 24

/**
 * The natural height of a map's page in a frame of that width, CSS pixels. A map fills whatever it is given, so that no
 * content tells it: it is a matter of proportion, never so low that a popup has no room.
 */
export function naturalHeight(width: number): number {
  return clampHeight(Math.min(Math.max(width * 0.55, 480), 640))
}

/**
 * Follows a frame's width and gives its height whenever that changes, else null. The height depends on the width alone,
 * never on the height that the frame has: so it can shrink as well as grow, and does not grow by being followed. Were
 * it to follow each pixel, a page whose scroll bar comes and goes with the frame's height would flicker without end.
 * @param chosen the height that the publisher has chosen
 */
export function createHeightGauge(chosen: number | null): (width: number) => number | null {
  let measured = 0
  let height = 0
  return (width) => {
    // Hidden, in a closed tab or accordion: a size of 0 is no size.
    if (width <= 0 || (measured > 0 && Math.abs(width - measured) <= SCROLL_BAR)) return null
    measured = width
    const next = chosen ?? naturalHeight(width)
    if (next === height) return null
    height = next
    return height
  }
}
