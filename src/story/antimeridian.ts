import type { Position } from 'geojson'

/**
 * A line whose longitudes go on past 180° or -180° where it crosses the antimeridian, so that it can be measured and
 * drawn as one piece. Of the two ways around the earth an edge takes the shorter one; an edge all around it stays.
 */
export function unwrap(line: readonly Position[]): Position[] {
  let [before = 0] = line[0] ?? []
  let offset = 0
  return line.map(([lng = 0, ...rest]) => {
    const step = lng - before
    before = lng
    if (Math.abs(step) > 180 && Math.abs(step) < 360) offset -= Math.sign(step) * 360
    return [lng + offset, ...rest]
  })
}

/** A longitude between -180° and 180°. */
export function wrap(lng: number): number {
  return lng > 180 || lng < -180 ? ((((lng + 180) % 360) + 360) % 360) - 180 : lng
}
