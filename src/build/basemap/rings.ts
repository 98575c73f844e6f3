import type { Position } from 'geojson'
import type { Bounds } from '../../cartography/basemap.ts'
import { KM_PER_DEGREE } from './extent.ts'

/** Whether a position lies within rings by the even-odd rule: holes are holes whatever their order. */
export function contains(rings: readonly (readonly Position[])[], [x = 0, y = 0]: Position): boolean {
  let inside = false
  for (const ring of rings)
    ring.forEach(([ax = 0, ay = 0], index) => {
      const [bx = 0, by = 0] = ring.at(index - 1) ?? []
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    })
  return inside
}

/** Square kilometres. */
export function ringArea(ring: readonly Position[]): number {
  let area = 0
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? []
    area += x * nextY - nextX * y
  })
  const [, latitude = 0] = ring[0] ?? []
  return (Math.abs(area) / 2) * KM_PER_DEGREE ** 2 * Math.cos((latitude * Math.PI) / 180)
}

/** The box around a line. */
export function boxOf(line: readonly Position[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of line) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** Whether a position lies in a box or, in degrees, as near to it as this. */
export function isInBox([x = 0, y = 0]: Position, [west, south, east, north]: Bounds, margin = 0): boolean {
  return x >= west - margin && x <= east + margin && y >= south - margin && y <= north + margin
}

/** Whether two boxes share a point. */
export function doBoxesMeet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
