import { unwrap } from './antimeridian.ts'
import { type NonEmpty, type Position } from './geometry.ts'

/** How long a degree of longitude is, in degrees of latitude: the shorter, the farther from the equator. */
export function width(lat: number): number {
  return Math.cos((lat * Math.PI) / 180)
}

/** An area's rings, unwrapped. */
export type Rings = readonly [outer: NonEmpty<Position>, ...holes: (readonly Position[])[]]

/** Unwraps a polygon's rings, its holes on the same world copy as its outer ring. */
export function alignRings([outline, ...holes]: NonEmpty<NonEmpty<Position>>): Rings {
  const outer = unwrap(outline)
  const { lng } = centroid(outer)
  const aligned = holes.map(unwrap).map((hole) => {
    const away = Math.round((hole[0][0] - lng) / 360) * 360
    return hole.map(([x, y]): Position => [x - away, y])
  })
  return [outer, ...aligned]
}

/** An unwrapped ring's area, in square degrees of latitude, negative if it runs clockwise; and its centroid. */
export function centroid(ring: NonEmpty<Position>): { area: number; lng: number; lat: number } {
  const [x0, y0] = ring[0]
  let [area, x, y] = [0, 0, 0]
  for (const [i, position] of ring.entries()) {
    const [x1, y1] = ring[i - 1] ?? position
    const [x2, y2] = position
    const cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    area += cross / 2
    x += (cross * (x1 + x2 - 2 * x0)) / 6
    y += (cross * (y1 + y2 - 2 * y0)) / 6
  }
  if (area === 0) return { area, lng: x0, lat: y0 }
  const lat = y0 + y / area
  return { area: area * width(lat), lng: x0 + x / area, lat }
}
