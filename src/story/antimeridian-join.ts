import { unwrap } from './antimeridian.ts'
import { centroid } from './area.ts'
import { type NonEmpty, type PlaceGeometry, type Position } from './geometry.ts'

/**
 * A geometry that was cut at the antimeridian (RFC 7946, 3.1.9) in one piece again: it is drawn without a seam, and its marker
 * stands where it would stand on what was not cut. Parts that do not meet there stay as they are.
 */
export function joinAtAntimeridian(geometry: PlaceGeometry): PlaceGeometry {
  switch (geometry.type) {
    case 'MultiLineString':
      return { ...geometry, coordinates: orElse(link(geometry.coordinates), geometry.coordinates) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: orElse(joinAreas(geometry.coordinates), geometry.coordinates) }
    default:
      return geometry
  }
}

type Line = NonEmpty<Position>
type Area = NonEmpty<Line>

function orElse<T>([first, ...others]: readonly T[], otherwise: NonEmpty<T>): NonEmpty<T> {
  return first === undefined ? otherwise : [first, ...others]
}

/** Joins the areas that were cut: none, if their parts do not fit. */
function joinAreas(areas: readonly Area[]): Area[] {
  const isCut = (area: Area): boolean => area.some((ring) => ring.some((end, i) => isSeam(ring[i - 1], end)))
  const rings = link(areas.filter(isCut).flat().flatMap(withoutSeams))
  if (rings.some((ring) => ring[0] !== ring[ring.length - 1] && isOpen(ring))) return []
  const sized = rings.map((ring) => ({ ring, area: centroid(unwrap(ring)).area }))
  const [largest, ...others] = sized.sort((a, b) => Math.abs(b.area) - Math.abs(a.area))
  if (largest === undefined) return []
  // Rings that run the other way are holes.
  const isOuter = ({ area }: { readonly area: number }): boolean => area * largest.area > 0
  const holes = others.filter((other) => !isOuter(other)).map(({ ring }) => ring)
  const outers = others.filter(isOuter).map(({ ring }): Area => [ring])
  return [[largest.ring, ...holes], ...outers, ...areas.filter((area) => !isCut(area))]
}

/** Whether an edge runs along the antimeridian. */
function isSeam(start: Position | undefined, end: Position): boolean {
  return start !== undefined && Math.abs(end[0]) === 180 && start[0] === end[0]
}

/** What is left of a ring without its edges along the antimeridian. */
function withoutSeams(ring: Line): Line[] {
  const lines: Position[][] = [[]]
  for (const [i, position] of ring.entries()) {
    if (isSeam(ring[i - 1], position)) lines.push([])
    lines[lines.length - 1]?.push(position)
  }
  const last = lines.length > 1 ? lines.pop() : undefined
  // A ring may start anywhere: its first and last piece are one.
  if (last) lines[0] = [...last, ...(lines[0] ?? []).slice(1)]
  return lines.flatMap(([first, ...others]): Line[] => (first && others.length > 0 ? [[first, ...others]] : []))
}

function isOpen(line: Line): boolean {
  const [start, end] = [line[0], line[line.length - 1]]
  return start[0] !== end?.[0] || start[1] !== end[1]
}

/** Joins lines that go on at the other side of the antimeridian, to closed rings where they come back to their start. */
function link(lines: readonly Line[]): Line[] {
  const starts = new Map<string, Line>()
  const ends = new Set<string>()
  for (const line of lines) {
    if (!isOpen(line)) continue
    starts.set(String(line[0].slice(0, 2)), line)
    ends.add(beyond(line))
  }
  const isStart = (line: Line): boolean => !ends.has(String(line[0].slice(0, 2)))
  const joined: Line[] = []
  const taken = new Set<Line>()
  // First those that nothing leads to; what is left are rings.
  for (const first of [...lines.filter(isStart), ...lines]) {
    if (taken.has(first)) continue
    taken.add(first)
    const line: [Position, ...Position[]] = [...first]
    for (let next = starts.get(beyond(line)); isOpen(first) && next; next = starts.get(beyond(line))) {
      if (next === first) {
        line[line.length - 1] = first[0]
        break
      }
      if (taken.has(next)) break
      taken.add(next)
      line.push(...next.slice(1))
    }
    joined.push(line)
  }
  return joined
}

/** Where a line goes on that ends at the antimeridian. */
function beyond(line: Line): string {
  const [lng = NaN, lat] = line[line.length - 1] ?? []
  return Math.abs(lng) === 180 ? `${-lng},${lat}` : ''
}
