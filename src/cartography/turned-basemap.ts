import type { Position } from 'geojson'
import type { Basemap } from './basemap.ts'
import { nearestLongitude } from './mercator.ts'

/**
 * A basemap on the turn of the world that is nearest to a longitude. Across the antimeridian 181° and -179° are the same
 * place, but not the same point of a map: a story and its basemap have to agree on one.
 */
export function turnBasemap(basemap: Basemap, longitude: number): Basemap {
  const [west, south, east, north] = basemap.bounds
  const middle = (west + east) / 2
  const turn = nearestLongitude(middle, longitude) - middle
  if (turn === 0) return basemap
  const turned = ([lng = 0, lat = 0]: Position): Position => [lng + turn, lat]
  return {
    ...basemap,
    bounds: [west + turn, south, east + turn, north],
    shapes: basemap.shapes.map((shape) => ({ ...shape, lines: shape.lines.map((line) => line.map(turned)) })),
    labels: basemap.labels.map((label) => ({ ...label, position: turned(label.position) })),
  }
}
