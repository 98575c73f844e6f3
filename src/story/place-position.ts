import { unwrap, wrap } from './antimeridian.ts'
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

/** How long a degree of longitude is, in degrees of latitude: the shorter, the farther from the equator. */
function width(lat: number): number {
  return Math.cos((lat * Math.PI) / 180)
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

/** An area's rings, unwrapped. */
type Rings = readonly [outer: NonEmpty<Position>, ...holes: (readonly Position[])[]]

/** Unwraps a polygon's rings, its holes on the same world copy as its outer ring. */
function alignRings([outline, ...holes]: NonEmpty<NonEmpty<Position>>): Rings {
  const outer = unwrap(outline)
  const { lng } = centroid(outer)
  const aligned = holes.map(unwrap).map((hole) => {
    const away = Math.round((hole[0][0] - lng) / 360) * 360
    return hole.map(([x, y]): Position => [x - away, y])
  })
  return [outer, ...aligned]
}

/** A ring's signed area, in square degrees of latitude, and its centroid. */
function centroid(ring: NonEmpty<Position>): { area: number; lng: number; lat: number } {
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
