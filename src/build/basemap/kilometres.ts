import { metresAround, worldSize } from '../../cartography/mercator.ts'
import type { Bounds } from '../../cartography/basemap.ts'
import { distanceBetween, metresPerDegree } from '../../story/earth.ts'
import type { Position } from '../../story/geometry.ts'

// The generator measures in kilometres. `story/earth.ts` knows the earth, in metres.

/** Kilometres in a degree of latitude. */
export const kmPerDegree = metresPerDegree / 1000

/** Kilometres between two positions. */
export function kmBetween(a: Position, b: Position): number {
  return distanceBetween(a, b) / 1000
}

/** The kilometres on the ground in a pixel of the map, at a zoom and the latitude of a position. */
export function kmPerPixel(zoom: number, position: Position): number {
  return metresAround(position) / 1000 / worldSize(zoom)
}

/** What a position is at least away from anything in a box, in kilometres; it may be more. */
export function leastToBox([longitude, latitude]: Position, [west, south, east, north]: Bounds): number {
  const up = Math.max(0, south - latitude, latitude - north)
  const beyond = (((longitude - west) % 360) + 360) % 360
  const across = Math.max(0, Math.min(beyond - (east - west), 360 - beyond))
  const least = (degrees: number): number => Math.cos((degrees * Math.PI) / 180)
  const nearPole = Math.max(Math.abs(south), Math.abs(north))
  const chord = Math.sin((across * Math.PI) / 360) * Math.sqrt(Math.max(0, least(latitude) * least(nearPole)))
  return Math.max(up, (Math.asin(chord) * 360) / Math.PI) * kmPerDegree * 0.999
}
