import { type Box, boxAround, overlap } from './label-placement.ts'
import type { Point } from './mercator.ts'

/** A popup that is to be placed, and what is around it. All in pixels of the map. */
export interface PopupRequest {
  /** Its width and height. */
  readonly size: Point
  /** The marker that it belongs to. */
  readonly marker: Box
  /** The circle in which the marker's place lies, if it is to be seen. */
  readonly circle?: Box | undefined
  /** The other markers on the map. */
  readonly others: readonly Box[]
  /** The part of the map in which the popup and its marker have to be. */
  readonly frame: Box
}

/** Where a popup stands. */
export interface PopupPlacement {
  /** On which side of its marker. */
  readonly side: Side
  /** Before the map has moved. */
  readonly box: Box
  /** By how much the map has to move, in pixels, so that the popup and its marker are whole in the frame. */
  readonly pan: Point
}

/** A side of a marker. */
export type Side = (typeof sides)[number]

/** The best first, where no other hides less. */
const sides = ['above', 'right', 'left', 'below'] as const

/** Room between a popup and its marker, for its tip. */
const gap = 6
/** The tip is so far from the popup's corners. */
const corner = 24

/**
 * Places a popup on the side of its marker on which it hides fewest of the other markers and of its own circle. A marker that
 * leaves the frame when the map moves is hidden as well. Of two such sides, that for which the map moves less. In a frame that
 * is too small for any, it stands above.
 */
export function placePopup(request: PopupRequest): PopupPlacement {
  const { marker, circle = marker, others, frame } = request
  const placements = [marker, union(marker, circle)].flatMap((own) =>
    sides.map((side) => {
      const box = boxBeside(own, side, request)
      const { left, top, right, bottom } = union(box, marker)
      const pan = {
        x: left - clamp(left, frame.left, frame.right - right + left),
        y: top - clamp(top, frame.top, frame.bottom - bottom + top),
      }
      const isCut = right - pan.x > frame.right + 1 || bottom - pan.y > frame.bottom + 1
      const hidden = [...others, circle].filter((other) => overlap(other, box) || !isInside(other, frame, pan)).length
      return { side, box, pan, cost: isCut ? Infinity : hidden * 1e5 + Math.hypot(pan.x, pan.y) }
    }),
  )
  return placements.reduce((best, placement) => (placement.cost < best.cost ? placement : best))
}

/** The box of a popup in the middle of a side, or as far along it as keeps the popup in the frame. */
function boxBeside(own: Box, side: Side, { size, marker, frame }: PopupRequest): Box {
  const { x, y } = middleOf(marker)
  const [width, height] = [size.x / 2, size.y / 2]
  const along = (middle: number, half: number, least: number, most: number): number =>
    clamp(clamp(middle, least + half, most - half), middle + corner - half, middle - corner + half)
  const middle = {
    above: { x: along(x, width, frame.left, frame.right), y: own.top - gap - height },
    below: { x: along(x, width, frame.left, frame.right), y: own.bottom + gap + height },
    right: { x: own.right + gap + width, y: along(y, height, frame.top, frame.bottom) },
    left: { x: own.left - gap - width, y: along(y, height, frame.top, frame.bottom) },
  }
  return boxAround(middle[side], width, height)
}

/** The middle of a box. */
export function middleOf({ left, top, right, bottom }: Box): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** A value, or what is nearest to it between two others; the least where there is nothing between. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

/** Whether the middle of a box lies in a frame, after the map has moved. */
function isInside(box: Box, frame: Box, by: Point): boolean {
  const { x, y } = middleOf(box)
  return x - by.x > frame.left && x - by.x < frame.right && y - by.y > frame.top && y - by.y < frame.bottom
}
