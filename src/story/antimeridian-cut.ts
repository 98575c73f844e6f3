import { isCrossing, unwrap } from './antimeridian.ts'
import { type Rings, alignRings, centroid } from './area.ts'
import { type NonEmpty, type PlaceGeometry, type Position } from './geometry.ts'

/**
 * A geometry as RFC 7946 wants it: cut where it crosses the antimeridian (3.1.9), its outer rings counterclockwise and its
 * holes clockwise (3.1.6). What cannot be cut, such as an area around a pole, stays in one piece.
 */
export function standardGeometry(geometry: PlaceGeometry): PlaceGeometry {
  switch (geometry.type) {
    case 'LineString':
    case 'MultiLineString': {
      const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
      const [line, ...others] = lines.flatMap(cutLine)
      if (line === undefined) return geometry
      return geometry.type === 'LineString' && others.length === 0
        ? { ...geometry, coordinates: line }
        : { ...geometry, type: 'MultiLineString', coordinates: [line, ...others] }
    }
    case 'Polygon':
    case 'MultiPolygon': {
      const areas = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      const [area, ...others] = areas.flatMap((rings) => cutArea(wind(rings)))
      if (area === undefined) return geometry
      return geometry.type === 'Polygon' && others.length === 0
        ? { ...geometry, coordinates: area }
        : { ...geometry, type: 'MultiPolygon', coordinates: [area, ...others] }
    }
    default:
      return geometry
  }
}

type Line = NonEmpty<Position>
type Area = NonEmpty<Line>

/** A part of a line that lies in one world copy, its longitudes between -180° and 180°. */
interface Piece {
  /** 0 from -180° to 180°, 1 from 180° to 540°. */
  readonly copy: number
  readonly positions: Position[]
}

function cutLine(line: Line): Line[] {
  const unwrapped = unwrap(line)
  return isCrossing(unwrapped) ? piecesOf(unwrapped).flatMap(({ positions }) => lineOf(positions)) : [line]
}

function lineOf([first, ...others]: readonly Position[]): Line[] {
  return first === undefined ? [] : [[first, ...others]]
}

/** Cuts an unwrapped line at each antimeridian. A stretch along it stays with what is before. */
function piecesOf(line: Line): Piece[] {
  const pieces: Piece[] = []
  for (const [start, end] of segmentsOf(line)) {
    const middle = (start[0] + end[0]) / 720
    const last = pieces.at(-1)
    const isSeam = start[0] === end[0] && Math.abs(middle % 1) === 0.5
    const copy = isSeam && last !== undefined ? last.copy : Math.round(middle)
    const local = ([lng, ...rest]: Position): Position => [lng - 360 * copy, ...rest]
    if (last?.copy === copy) last.positions.push(local(end))
    else pieces.push({ copy, positions: [local(start), local(end)] })
  }
  return pieces
}

/** The segments of an unwrapped line, none of which crosses an antimeridian. */
function segmentsOf(line: Line): [Position, Position][] {
  return line.slice(1).flatMap((end, i) => {
    const start = line[i] ?? end
    const [from, to] = start[0] < end[0] ? [start[0], end[0]] : [end[0], start[0]]
    const stops: Position[] = []
    for (let seam = Math.floor((from + 180) / 360) * 360 + 180; seam < to; seam += 360) {
      if (seam > from) stops.push(positionAt(start, end, seam))
    }
    if (start[0] > end[0]) stops.reverse()
    const ends = [...stops, end]
    return ends.map((position, j): [Position, Position] => [ends[j - 1] ?? start, position])
  })
}

/** Where a segment meets a meridian: to 7 decimals, about a centimetre. */
function positionAt([x1, y1, z1]: Position, [x2, y2, z2]: Position, lng: number): Position {
  const between = (from: number, to: number): number =>
    Number((from + ((to - from) * (lng - x1)) / (x2 - x1)).toFixed(7)) + 0
  const lat = between(y1, y2)
  return z1 === undefined || z2 === undefined ? [lng, lat] : [lng, lat, between(z1, z2)]
}

/** Turns the rings round that run the wrong way. */
function wind([outer, ...holes]: Area): Area {
  const turned = (ring: Line, isWrong: boolean): Line => {
    const [first, ...others] = isWrong ? ring.toReversed() : ring
    return first === undefined ? ring : [first, ...others]
  }
  const areaOf = (ring: Line): number => centroid(unwrap(ring)).area
  return [turned(outer, areaOf(outer) < 0), ...holes.map((hole) => turned(hole, areaOf(hole) > 0))]
}

function cutArea(area: Area): Area[] {
  const rings = alignRings(area)
  if (!isCrossing(rings[0])) return [area]
  return joinPieces(rings) ?? [area]
}

/**
 * Cuts an area's unwrapped rings, and closes what is left of them in each world copy along the antimeridian: northwards on its
 * west side, southwards on its east side, so that the area stays to the left.
 * @returns nothing if the rings do not enclose an area
 */
function joinPieces(rings: Rings): Area[] | undefined {
  const whole: Piece[] = []
  const open: Piece[] = []
  for (const ring of rings) {
    const [first] = ring
    const last = ring.at(-1)
    if (first === undefined || first[0] !== last?.[0]) return undefined
    const pieces = piecesOf([first, ...ring.slice(1)])
    const [start, ...others] = pieces
    if (start === undefined) return undefined
    if (others.length === 0) whole.push(start)
    else {
      const end = pieces.at(-1)
      // A ring may start anywhere: its first and last piece are one.
      if (end?.copy === start.copy) {
        end.positions.push(...start.positions.slice(1))
        open.push(...others)
      } else open.push(...pieces)
    }
  }
  const parts: { copy: number; rings: [Line, ...Line[]] }[] = []
  const left = new Set(open)
  for (const first of left) {
    left.delete(first)
    const ring = first.positions
    for (let next = nextPiece(first, first, left); next !== first; next = nextPiece(first, next, left)) {
      if (next === undefined) return undefined
      left.delete(next)
      ring.push(...next.positions)
    }
    const [start] = ring
    if (start === undefined) return undefined
    const end = ring.at(-1)
    if (end?.[0] !== start[0] || end[1] !== start[1]) ring.push(start)
    for (const outer of lineOf(withoutRepeats(ring))) parts.push({ copy: first.copy, rings: [outer] })
  }
  for (const { copy, positions } of whole) {
    const part = parts.find(({ copy: own, rings: [outer] }) => own === copy && isInside(positions, outer))
    part?.rings.push(...lineOf(positions))
  }
  return parts.map(({ rings: [outer, ...holes] }) => [outer, ...holes])
}

/** The piece at which a ring goes on where another piece ends at the antimeridian; it may be the ring's first. */
function nextPiece(first: Piece, { positions, copy }: Piece, left: ReadonlySet<Piece>): Piece | undefined {
  const [side, from] = positions.at(-1) ?? []
  if (side === undefined || from === undefined) return undefined
  const ahead = [first, ...left].flatMap((piece) => {
    const [start] = piece.positions
    if (piece.copy !== copy || start?.[0] !== side) return []
    const away = (start[1] - from) * Math.sign(side)
    return away < 0 ? [] : [{ piece, away }]
  })
  return ahead.sort((a, b) => a.away - b.away)[0]?.piece
}

/** A ring without the positions that repeat the one before. */
function withoutRepeats(ring: readonly Position[]): Position[] {
  return ring.filter(([lng, lat], i) => i === 0 || ring[i - 1]?.[0] !== lng || ring[i - 1]?.[1] !== lat)
}

/** Whether a ring, by its first position, lies in another. */
function isInside([first]: readonly Position[], ring: Line): boolean {
  const [lng = NaN, lat = NaN] = first ?? []
  let inside = false
  for (const [i, [x2, y2]] of ring.entries()) {
    const [x1, y1] = ring[i - 1] ?? ring[0]
    if (y1 > lat !== y2 > lat && lng < x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1)) inside = !inside
  }
  return inside
}
