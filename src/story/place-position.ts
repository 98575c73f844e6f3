import type { Position } from 'geojson'
import { unwrap, wrap } from './antimeridian.ts'
import { type PlaceGeometry } from './story.ts'

/**
 * Where a place's marker stands: on the point; in the middle of the line; inside the area; for a Multi form, on its
 * first point, its longest line, its largest area. [longitude, latitude] in degrees.
 */
export function placePosition(geometry: PlaceGeometry): Position {
  const [lng = 0, lat = 0] = find(geometry)
  return [round(wrap(lng)), round(lat)]
}

/** To 7 decimals, about a centimetre: what lies beyond comes from computing. */
function round(degrees: number): number {
  return Number(degrees.toFixed(7)) + 0
}

function find(geometry: PlaceGeometry): Position {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates
    case 'MultiPoint':
      return geometry.coordinates[0] ?? []
    case 'LineString':
      return middle(unwrap(geometry.coordinates))
    case 'MultiLineString':
      return middle(greatest(geometry.coordinates.map(unwrap), (line) => length(line)))
    case 'Polygon':
      return inside(alignRings(geometry.coordinates))
    case 'MultiPolygon':
      return inside(greatest(geometry.coordinates.map(alignRings), ([outer = []]) => Math.abs(centroid(outer).area)))
  }
}

function greatest<T extends readonly unknown[]>(parts: readonly T[], size: (part: T) => number): T | [] {
  return parts.reduce<T | []>((a, b) => (a.length > 0 && size(a as T) >= size(b) ? a : b), [])
}

/** A degree of longitude is shorter the farther it lies from the equator. */
function width(lat: number): number {
  return Math.cos((lat * Math.PI) / 180)
}

function distance([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): number {
  return Math.hypot((x2 - x1) * width((y1 + y2) / 2), y2 - y1)
}

function length(line: readonly Position[]): number {
  return line.reduce((sum, position, i) => sum + distance(line[i - 1] ?? position, position), 0)
}

function middle(line: readonly Position[]): Position {
  let left = length(line) / 2
  for (const [i, end] of line.entries()) {
    const start = line[i - 1] ?? end
    const edge = distance(start, end)
    if (edge > 0 && left <= edge) return interpolate(start, end, left / edge)
    left -= edge
  }
  return line[0] ?? []
}

function interpolate([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position, part: number): Position {
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part]
}

/** A polygon's rings, unwrapped, its holes on the same turn of the earth as its outer ring. */
function alignRings(rings: readonly (readonly Position[])[]): Position[][] {
  const [outer = [], ...holes] = rings.map(unwrap)
  const { lng } = centroid(outer)
  const turned = holes.map((hole) => {
    const turns = Math.round(((hole[0]?.[0] ?? 0) - lng) / 360) * 360
    return hole.map(([x = 0, y = 0]) => [x - turns, y])
  })
  return [outer, ...turned]
}

/** A ring's signed area, in square degrees as long as at its own latitude, and its centre of gravity. */
function centroid(ring: readonly Position[]): { area: number; lng: number; lat: number } {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let [area, x, y] = [0, 0, 0]
  for (const [i, [x2 = 0, y2 = 0]] of ring.entries()) {
    const [x1 = x2, y1 = y2] = ring[i - 1] ?? []
    const cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    area += cross / 2
    x += (cross * (x1 + x2 - 2 * x0)) / 6
    y += (cross * (y1 + y2 - 2 * y0)) / 6
  }
  if (area === 0) return { area, lng: x0, lat: y0 }
  const lat = y0 + y / area
  return { area: area * width(lat), lng: x0 + x / area, lat }
}

/** The centre of gravity where that lies in the area; else the middle of the widest part of the area at its height. */
function inside(rings: readonly (readonly Position[])[]): Position {
  const { lng, lat } = centroid(rings[0] ?? [])
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
  for (const [i, [x2 = 0, y2 = 0]] of ring.entries()) {
    const [x1 = x2, y1 = y2] = ring[i - 1] ?? []
    if (y1 > lat !== y2 > lat) found.push(x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1))
  }
  return found
}
