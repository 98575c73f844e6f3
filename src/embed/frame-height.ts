/**
 * The heights of a frame, in CSS pixels. The least and the most are WordPress's limits, which are as good as any. The
 * usual height is that of a frame for which none was chosen; a popup has room in it.
 */
export const frameHeight = { least: 200, most: 1000, usual: 480 } as const

// When the page around a frame gets or loses a scroll bar, the frame's width changes by less than this.
const scrollBarWidth = 24

/** The nearest height that a frame may have, in whole CSS pixels. */
export function clampHeight(height: number): number {
  return Math.round(Math.min(Math.max(height, frameHeight.least), frameHeight.most))
}

/**
 * The height that a map's page would like to have in a frame of some width, both in CSS pixels. A map fills whatever
 * room it is given, so its content has no height of its own: this is a matter of proportion.
 */
export function naturalHeight(width: number): number {
  return clampHeight(Math.min(Math.max(width * 0.55, frameHeight.usual), 640))
}

/**
 * Creates a function that takes a frame's width whenever that may have changed, and gives the frame's new height, or
 * null if it stays as it is. The height depends on the width alone, not on the height that the frame has now, so it can
 * shrink as well as grow. A small change of width is ignored: where a scroll bar comes and goes with the frame's height,
 * the page would flicker forever.
 * @param chosen the height that the publisher has chosen, in CSS pixels
 */
export function createHeightGauge(chosen: number | null): (width: number) => number | null {
  let measured = 0
  let height = 0
  return (width) => {
    // In a closed tab or accordion a frame is 0 wide: that is no width to go by.
    if (width <= 0 || (measured > 0 && Math.abs(width - measured) <= scrollBarWidth)) return null
    measured = width
    const next = chosen ?? naturalHeight(width)
    if (next === height) return null
    height = next
    return height
  }
}
