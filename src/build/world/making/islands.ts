import type { Position } from '../../../story/geometry.ts'
import { kmBetween } from '../../basemap/kilometres.ts'
import { readCountries } from '../../basemap/countries.ts'
import { boxOf, contains, ringArea } from '../../basemap/rings.ts'
import type { Feature } from '../features.ts'
import { townsOf } from '../towns.ts'
import { generalize } from './generalization.ts'
import { readLines } from './gmt.ts'
import { joinLines } from './line-joining.ts'
import { type Shore, createShores } from './shores.ts'
import { makeTowns } from './towns.ts'

/** Smaller islands are left out, in km²; those on which a town stands are not. */
const smallestArea = 0.5
const smallestInhabited = 0.05

/** The error allowed in their outlines, in kilometres. */
const error = 0.25

/** What is longer than this, in degrees, is mainland, or an island that Natural Earth has. */
const longest = 2

/** Land that is nearer than this to an island has most likely been drawn as one with it, in kilometres. */
const strait = 0.3

/** Natural Earth has some islands this far from where they are, in kilometres; the same island has an area like it, by this factor. */
const displacement = 3
const likeness = 3

/** The breadth of a country's waters, 12 nautical miles in kilometres. */
const territorialWaters = 22.2

/**
 * Islands that Natural Earth does not have, from GSHHG: each with the name of the country in whose waters it lies, if it is
 * far from those of any other, else without one.
 * @throws {SourceError} without GMT, or before the layer of the countries is made
 */
export function makeIslands(): Feature<string>[] {
  const shores = createShores(readCountries([-180, -90, 180, 90], '10m'))
  const pieces = readLines('-W1')
  const rings = [...pieces.filter(isRing), ...joinLines(pieces.filter((piece) => !isRing(piece))).filter(isRing)]
  const isTown = findTowns()
  const islands = rings.filter((ring) => {
    if (!isSmall(ring)) return false
    const area = ringArea(ring)
    return area >= smallestArea || (area >= smallestInhabited && isTown(ring))
  })
  const missing = islands.flatMap((ring) => {
    const near = shores.near(ring, 2 * territorialWaters)
    return isDrawn(ring, near) || shores.isLand(ring) ? [] : [{ ring, country: countryOf(near) }]
  })
  return generalize(
    missing.map(({ ring }) => close(ring)),
    error,
  )
    .map((ring, i) => ({ tag: missing[i]?.country ?? '', lines: [ring] }))
    .filter(({ lines: [ring] }) => ring !== undefined && ring.length > 3)
}

/** Whether a line ends where it began, or within 50 m, as pieces do that were cut at the edge of the source's bins. */
function isRing(line: readonly Position[]): boolean {
  const [first, last] = [line[0], line.at(-1)]
  return line.length > 3 && first !== undefined && last !== undefined && kmBetween(first, last) < 0.05
}

function close(ring: readonly Position[]): readonly Position[] {
  return [...ring.slice(0, -1), ...ring.slice(0, 1)]
}

function isSmall(ring: readonly Position[]): boolean {
  const [west, south, east, north] = boxOf(ring)
  return east - west < longest && north - south < longest
}

/** Whether Natural Earth has an island, there or a little away, or has land where the strait should be. */
function isDrawn(ring: readonly Position[], near: readonly Shore[]): boolean {
  const area = ringArea(ring)
  return near.some(
    ({ position, kilometres, islandArea }) =>
      kilometres < strait ||
      (kilometres < displacement && islandArea < area * likeness && islandArea > area / likeness) ||
      contains([ring], position),
  )
}

/** Finds whether a town stands on a small ring. */
function findTowns(): (ring: readonly Position[]) => boolean {
  const cellOf = (x: number, y: number): string => `${Math.floor(x)},${Math.floor(y)}`
  const cells = new Map<string, Position[]>()
  for (const [, , , , x, y] of makeTowns().flatMap(({ content }) => townsOf(content))) {
    const key = cellOf(x, y)
    cells.set(key, [...(cells.get(key) ?? []), [x, y]])
  }
  return (ring) => {
    const [west, south, east, north] = boxOf(ring)
    return [cellOf(west, south), cellOf(east, south), cellOf(west, north), cellOf(east, north)].some((key) =>
      cells.get(key)?.some((town) => contains([ring], town)),
    )
  }
}

function countryOf(near: readonly Shore[]): string {
  const [nearest] = near.toSorted((a, b) => a.kilometres - b.kilometres)
  if (nearest === undefined || nearest.kilometres > territorialWaters) return ''
  return near.every(({ country }) => country === nearest.country) ? nearest.country : ''
}
