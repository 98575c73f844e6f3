import { unwrap, wrap } from './antimeridian.ts'
import { type Rings, alignRings, centroid, width } from './area.ts'
import { type NonEmpty, type PlaceGeometry, type Position } from './geometry.ts'

/**
 * Where a place's marker stands: on the point; in the middle of the line; inside the area; for a Multi form, on its
 * first point, its longest line, its largest area.
 */
export function placePosition(geometry: PlaceGeometry): Position {
  const [lng, lat] = find(geometry)
  return [round(wrap(lng)), round(lat)]
}

/** To 7 decimals, about a centimetre: what follows is only rounding error. */
function round(degrees: number): number {
  return Number(degrees.toFixed(7)) + 0
}

function find(geometry: PlaceGeometry): Position {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates
    case 'MultiPoint':
      return geometry.coordinates[0]
    case 'LineString':
      return middle(unwrap(geometry.coordinates))
    case 'MultiLineString':
      return middle(unwrap(greatest(geometry.coordinates, (line) => length(unwrap(line)))))
    case 'Polygon':
      return inside(alignRings(geometry.coordinates))
    case 'MultiPolygon':
      return inside(alignRings(greatest(geometry.coordinates, ([outer]) => Math.abs(centroid(unwrap(outer)).area))))
  }
}

function greatest<T>(parts: NonEmpty<T>, size: (part: T) => number): T {
  return parts.reduce((a, b) => (size(a) >= size(b) ? a : b))
}

/** In degrees of latitude, on a plane: precise enough to find a middle. */
function planarDistance([x1, y1]: Position, [x2, y2]: Position): number {
  return Math.hypot((x2 - x1) * width((y1 + y2) / 2), y2 - y1)
}

function length(line: readonly Position[]): number {
  return line.reduce((sum, position, i) => sum + planarDistance(line[i - 1] ?? position, position), 0)
}

function middle(line: NonEmpty<Position>): Position {
  let left = length(line) / 2
  for (const [i, end] of line.entries()) {
    const start = line[i - 1] ?? end
    const edge = planarDistance(start, end)
    if (edge > 0 && left <= edge) return interpolate(start, end, left / edge)
    left -= edge
  }
  return line[0]
}

function interpolate([x1, y1]: Position, [x2, y2]: Position, part: number): Position {
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part]
}

/** The centroid if it lies in the area; else, at its latitude, the middle of the widest part of the area. */
function inside(rings: Rings): Position {
  const { lng, lat } = centroid(rings[0])
  const crossings = rings.flatMap((ring) => crossingsAt(ring, lat)).sort((a, b) => a - b)
  let [from, to] = [lng, lng]
  for (let i = 1; i < crossings.length; i += 2) {
    const [west = lng, east = lng] = [crossings[i - 1], crossings[i]]
    if (west < lng && lng < east) return [lng, lat]
    if (east - west > to - from) [from, to] = [west, east]
  }
  return [(from + to) / 2, lat]
}

/** The longitudes at which a ring crosses a latitude. */
function crossingsAt(ring: readonly Position[], lat: number): number[] {
  const found: number[] = []
  for (const [i, position] of ring.entries()) {
    const [x1, y1] = ring[i - 1] ?? position
    const [x2, y2] = position
    if (y1 > lat !== y2 > lat) found.push(x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1))
  }
  return found
}
