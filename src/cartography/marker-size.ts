// How large the markers of places and groups are, in pixels, for those who draw them and those who keep clear of them.

/** Width and height of a place's symbol. Its position is in the middle; that of an exact place is its tip, at the bottom. */
export const symbolSize = 32

/** How far the middle of an exact place's symbol stands above its position. */
export const pinHeight = symbolSize / 2

/** Half the width and height that a symbol takes from its neighbours: a pixel more than its own. */
export const symbolRoom = symbolSize / 2 + 1

/** Half the width of a group's symbol, which is as wide as the words on it. */
export function groupHalfWidth(letters: number): number {
  return 12 + letters * 3.4
}
