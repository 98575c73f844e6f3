import { decodeArcs } from '../../cartography/arc-grid.ts'
import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import { worldCopies } from '../world/layer.ts'
import { type CountriesContent, readLayer } from '../world/pack.ts'
import { positionsOfLine } from './arc-set.ts'
import { kmBetween } from './kilometres.ts'
import { boxOf, contains, doBoxesMeet, isInBox, ringWithin } from './rings.ts'

/** A country as in Natural Earth, which draws de facto borders. */
export interface Country {
  readonly name: string
  /** ISO 3166-1 alpha-2; some countries have none. */
  readonly code: string | undefined
  /** Closed rings within the bounds, holes among them. */
  readonly rings: readonly (readonly Position[])[]
}

/** The scales of Natural Earth in the world pack; 1:10 million is the finer. */
export type Scale = '10m' | '50m'

/**
 * Reads the countries within bounds, which may go on beyond the antimeridian.
 * @param around if given, only the rings around any of these positions are read
 * @throws {SourceError} if the world pack is not there
 */
export function readCountries(bounds: Bounds, scale: Scale, around?: readonly Position[]): Country[] {
  return readLayer(`countries-${scale}`, bounds)
    .flatMap(({ countries, arcs, grid }) => {
      const degrees = decodeArcs({ steps: 1, arcs }).map((arc) => arc.map((step) => degreesOf(step, grid)))
      return countries.map(([name, code, rings]) => ({
        name,
        code: code ?? undefined,
        rings: rings.flatMap((ring) => copiesWithin(positionsOfLine(degrees, ring), bounds, around)),
      }))
    })
    .filter(({ rings }) => rings.length > 0)
}

function degreesOf([x, y]: Position, { scale, translate }: CountriesContent['grid']): Position {
  return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
}

/** A place at most this far off Natural Earth's simplified shore counts as on land, in kilometres. */
const offShore = 10

/** The country in which most of the positions lie, or just off its shore. */
export function homeOf(countries: readonly Country[], positions: readonly Position[]): Country | undefined {
  const counts = new Map<Country, number>()
  for (const position of positions) {
    const country =
      countries.find(({ rings }) => contains(rings, position)) ??
      countries.find(({ rings }) => rings.flat().some((shore) => isNear(shore, position)))
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0]
}

function isNear(shore: Position, position: Position): boolean {
  return Math.abs(shore[1] - position[1]) < 0.1 && kmBetween(shore, position) < offShore
}

/** The parts of a ring within the bounds, from any world copy; of copies whose box holds one of some positions, if given. */
export function copiesWithin(ring: readonly Position[], bounds: Bounds, around?: readonly Position[]): Position[][] {
  const unwrapped = unwrapRing(ring)
  const [west, south, east, north] = boxOf(unwrapped)
  return worldCopies.flatMap((shift) => {
    const box = [west + shift, south, east + shift, north] as const
    if (!doBoxesMeet(box, bounds) || around?.every((position) => !isInBox(position, box))) return []
    // Rounded, so that points shared by neighbours stay equal when those are moved by different shifts.
    const moved = unwrapped.map(([lng, lat]): Position => [roundOff(lng + shift), roundOff(lat)])
    const clipped = ringWithin(moved, bounds)
    return clipped ? [clipped] : []
  })
}

function roundOff(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

/**
 * Unwraps a ring that runs across the antimeridian, and closes Antarctica's, which runs around a pole, along that
 * pole.
 */
function unwrapRing(ring: readonly Position[]): readonly Position[] {
  const [west, , east] = boxOf(ring)
  if (east - west <= 180) return ring
  let shift = 0
  const unwrapped = ring.map((position, index): Position => {
    const [longitude, latitude] = position
    const [before] = ring[index - 1] ?? position
    if (longitude - before > 180) shift -= 360
    if (longitude - before < -180) shift += 360
    return [longitude + shift, latitude]
  })
  const [first, last] = [unwrapped[0], unwrapped.at(-1)]
  if (shift === 0 || first === undefined || last === undefined) return unwrapped
  const pole = first[1] < 0 ? -90 : 90
  return [...unwrapped, [last[0], pole], [first[0], pole], first]
}
