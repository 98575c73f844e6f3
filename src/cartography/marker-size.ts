// The sizes of markers in pixels: for what draws them and for what keeps clear of them. Tests compare the style sheets.

/** Width and height of a place's symbol. Its middle stands on the position; a pin's tip does, for an exact place. */
export const symbolSize = 32

/** How far the middle of a pin is above its position. */
export const pinHeight = symbolSize / 2

/** Half the width and height of the room that other things leave to a symbol. */
export const symbolRoom = symbolSize / 2 + 1

/** A circle of accuracy with a smaller radius than this would be hidden by its marker. */
export const smallestCircle = 22

/** A line or area that is smaller than this, in width and height, would be a speck under its marker, and too small to press. */
export const smallestShape = 16

/** Half the width of a group's symbol, which depends on the number of letters on it. */
export function groupHalfWidth(letters: number): number {
  return 12 + letters * 3.4
}
