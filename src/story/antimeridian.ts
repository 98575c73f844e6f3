import { type NonEmpty, type Position } from './geometry.ts'

/**
 * Lets a line's longitudes go on past 180° or -180° where it crosses the antimeridian, so that it can be measured and
 * drawn in one piece. A segment takes the shorter way around the earth; one of 360° stays as it is.
 */
export function unwrap([start, ...others]: NonEmpty<Position>): NonEmpty<Position> {
  let [before] = start
  let offset = 0
  const unwrapped = others.map(([lng, ...rest]): Position => {
    const step = lng - before
    before = lng
    if (Math.abs(step) > 180 && Math.abs(step) < 360) offset -= Math.sign(step) * 360
    return [lng + offset, ...rest]
  })
  return [start, ...unwrapped]
}

/** Whether an unwrapped line goes on beyond 180° or -180°. */
export function isCrossing(unwrapped: readonly Position[]): boolean {
  return unwrapped.some(([lng]) => Math.abs(lng) > 180)
}

/** The same longitude between -180° and 180°. */
export function wrap(lng: number): number {
  return lng > 180 || lng < -180 ? ((((lng + 180) % 360) + 360) % 360) - 180 : lng
}
