import type { MultiPolygon, Polygon, Position } from 'geojson'

/** The middle of the land that some polygons cover, without their holes, on a flat map. */
export function centroidOf(geometry: Polygon | MultiPolygon): readonly [longitude: number, latitude: number] {
  const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(([outer]) =>
    outer === undefined ? [] : [outer],
  )
  const sums = rings.map(momentsOf)
  const total = (i: 0 | 1 | 2): number => sums.reduce((sum, moments) => sum + moments[i], 0)
  const [[x = 0, y = 0] = []] = rings[0] ?? []
  // The smallest ones have shrunk to a line.
  return total(0) === 0 ? [x, y] : [total(1) / (3 * total(0)), total(2) / (3 * total(0))]
}

/** Twice the area of a ring, and six times its moments. */
function momentsOf(ring: readonly Position[]): readonly [number, number, number] {
  let [area, x, y] = [0, 0, 0]
  for (const [i, [x1 = 0, y1 = 0]] of ring.entries()) {
    const [x2 = 0, y2 = 0] = ring[i + 1] ?? [x1, y1]
    const cross = x1 * y2 - x2 * y1
    area += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  return [area, x, y]
}
