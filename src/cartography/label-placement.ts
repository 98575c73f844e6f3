import type { Point } from './mercator.ts'

/** On which side of its point a label stands. */
export type Anchor = 'right' | 'left' | 'above' | 'below' | 'center'

/** A label to be placed. All lengths in pixels. */
export interface LabelRequest {
  readonly point: Point
  readonly width: number
  readonly height: number
  /** The sides on which it may stand, the best first. */
  readonly anchors: readonly Anchor[]
  /** Room between the point and a label at its side: half the width of the symbol. */
  readonly distance: number
  /** Room between the point and a label above or below it: half the height of the symbol. */
  readonly distanceUp: number
  /** What the label names. Of several requests that name the same, only the first that finds room is served. */
  readonly once?: string
}

/** A box of the map, in pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A label with its box and the side of its point on which it stands. */
export interface PlacedLabel<T extends LabelRequest> {
  readonly request: T
  readonly anchor: Anchor
  readonly box: Box
}

/** The least room between two labels, in pixels. */
const gap = 3

/**
 * Places labels so that none covers another label, an obstacle or the edge of the map. Earlier requests are served
 * first; a label without room is left out.
 */
export function placeLabels<T extends LabelRequest>(
  requests: Iterable<T>,
  obstacles: readonly Box[],
  size: Point,
): PlacedLabel<T>[] {
  const taken = [...obstacles]
  const placed: PlacedLabel<T>[] = []
  const named = new Set<string>()
  for (const request of requests) {
    const { once } = request
    if (once !== undefined && named.has(once)) continue
    for (const anchor of request.anchors) {
      const box = boxAt(request, anchor)
      if (!isInside(box, size) || taken.some((other) => overlap(box, other))) continue
      taken.push(box)
      placed.push({ request, anchor, box })
      if (once !== undefined) named.add(once)
      break
    }
  }
  return placed
}

/** A box around a point, with half its width and height in pixels. */
export function boxAround({ x, y }: Point, halfWidth: number, halfHeight = halfWidth): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight }
}

function boxAt({ point, width, height, distance, distanceUp }: LabelRequest, anchor: Anchor): Box {
  const centered = boxAround(point, width / 2, height / 2)
  const dx = { right: 1, left: -1, above: 0, below: 0, center: 0 }[anchor] * (distance + width / 2)
  const dy = { right: 0, left: 0, above: -1, below: 1, center: 0 }[anchor] * (distanceUp + height / 2)
  return {
    left: centered.left + dx,
    top: centered.top + dy,
    right: centered.right + dx,
    bottom: centered.bottom + dy,
  }
}

function isInside(box: Box, size: Point): boolean {
  return box.left >= gap && box.top >= gap && box.right <= size.x - gap && box.bottom <= size.y - gap
}

/** Whether two boxes are nearer to each other than labels may be. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap
}
