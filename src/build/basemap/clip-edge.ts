import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'

/**
 * Whether a segment runs where the clip or a source has cut through land. There is neither a coast nor a border
 * there.
 */
export function isOnEdge(a: Position, b: Position, bounds: Bounds): boolean {
  const [west, south, east, north] = bounds
  const [[lng, lat], [otherLng, otherLat]] = [a, b]
  return (
    (lng === otherLng && (lng === west || lng === east || isAntimeridian(a))) ||
    (lat === otherLat && (lat === south || lat === north))
  )
}

/**
 * Whether a position lies on a side of the box, or on the antimeridian, where Natural Earth cuts some islands in two.
 */
export function isEdgePosition(position: Position, [west, south, east, north]: Bounds): boolean {
  const [lng, lat] = position
  return lng === west || lng === east || lat === south || lat === north || isAntimeridian(position)
}

function isAntimeridian([longitude]: Position): boolean {
  return Math.abs(longitude) % 360 === 180
}
