import { type Position } from './geometry.ts'

/**
 * The length of the equator in metres (WGS 84, to the kilometre): how wide the world of Web Mercator is (EPSG:3857).
 */
export const equator = 40_075_000

/** The mean radius in metres of the sphere on which distances are measured; Leaflet's `CRS.Earth` has the same. */
const meanRadius = 6_371_000

const radian = Math.PI / 180

/** Metres in a degree of latitude. */
export const metresPerDegree = meanRadius * radian

/** Metres between two positions along the great circle (haversine formula). */
export function distanceBetween([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  const a =
    Math.sin(((lat2 - lat1) * radian) / 2) ** 2 +
    Math.cos(lat1 * radian) * Math.cos(lat2 * radian) * Math.sin(((lng2 - lng1) * radian) / 2) ** 2
  return 2 * meanRadius * Math.asin(Math.min(1, Math.sqrt(a)))
}
