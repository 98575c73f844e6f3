import type { Bounds } from '../../../cartography/basemap.ts'
import type { Position } from '../../../story/geometry.ts'
import { type Country, readCountries } from '../../basemap/countries.ts'
import { findCrossings } from '../../basemap/crossings.ts'
import { createTwinFinder, likeness, withoutTwins } from '../../basemap/islands.ts'
import { kmBetween } from '../../basemap/kilometres.ts'
import { boxOf, contains, doBoxesMeet, isInBox, ringArea } from '../../basemap/rings.ts'
import type { Feature } from '../features.ts'
import { readLayer } from '../pack.ts'
import { townsOf } from '../towns.ts'
import { generalize } from './generalization.ts'
import { readLines } from './gmt.ts'
import { joinLines } from './line-joining.ts'
import { type Shore, createShores } from './shores.ts'
import { type TownIndex, createTownIndex } from './town-index.ts'

/** Smaller islands are left out, in km²; those near a city, and those on which a town stands, may be smaller. */
const smallestArea = 0.5
const smallestNearCity = 0.1
const smallestInhabited = 0.05

/** The error allowed in their outlines, in kilometres. */
const error = 0.25

/** What is longer than this, in degrees, is mainland, or an island that Natural Earth has. */
const longest = 2

/** Land that is nearer than this to an island has most likely been drawn as one with it, in kilometres. */
const strait = 0.3

/** Natural Earth has some islands this far from where they are, in kilometres. */
const displacement = 3

/** The breadth of a country's waters, 12 nautical miles in kilometres. */
const territorialWaters = 22.2

/** From islands that cross others, the points where they do are left out at most this many times. */
const mostRounds = 5

const everywhere = [-180, -90, 180, 90] as const

type Ring = readonly Position[]

/** An island, and the name of the country in whose waters it lies; empty if that is not certain. */
interface Island {
  readonly ring: Ring
  readonly country: string
}

/**
 * The islands of GSHHG that Natural Earth does not have, and those whose towns lie off its land: these take the place of
 * what it has of them.
 * @throws {SourceError} without GMT, or before the layers of the countries and the towns are made
 */
export function makeIslands(): Feature<string>[] {
  const countries = readCountries(everywhere, '10m')
  const towns = createTownIndex(readLayer('towns', everywhere).flatMap(townsOf))
  const pieces = readLines('-W1')
  const rings = [...pieces.filter(isRing), ...joinLines(pieces.filter((piece) => !isRing(piece))).filter(isRing)]
    .filter(isSmall)
    .map(close)
  const settled = makeSettled(rings, countries, towns)
  const missing = makeMissing(rings, addTo(countries, settled), towns)
  return [...settled, ...missing]
    .filter(({ ring }) => ring.length > 3)
    .map(({ ring, country }) => ({ tag: country, lines: [ring] }))
}

/** The islands that some land does not have. */
function makeMissing(rings: readonly Ring[], land: readonly Country[], towns: TownIndex): Island[] {
  const shores = createShores(land)
  const missing = rings
    .filter((ring) => {
      const area = ringArea(ring)
      return (
        area >= smallestArea ||
        (area >= smallestNearCity && towns.isNearCity(ring)) ||
        (area >= smallestInhabited && towns.on(ring).length > 0)
      )
    })
    .flatMap((ring) => {
      const near = shores.near(ring, 2 * territorialWaters)
      return isDrawn(ring, near) || shores.isLand(ring) ? [] : [{ ring, country: countryOf(near) }]
    })
  const outlines = generalize(
    missing.map(({ ring }) => ring),
    error,
  )
  return missing.map(({ country }, i) => ({ ring: outlines[i] ?? [], country }))
}

/**
 * The islands in whose towns more people live than in those on what Natural Earth has of them, as far as they lie off its
 * other land.
 */
function makeSettled(rings: readonly Ring[], countries: readonly Country[], towns: TownIndex): Island[] {
  const shores = createShores(countries)
  const hasDrowned = (ring: Ring): boolean => towns.on(ring).some(({ position }) => !shores.isLand([position]))
  const twinsOf = createTwinFinder(countries)
  // That of some towns is not known.
  const inhabitants = (ring: Ring): number => sum(towns.on(ring).map(({ population }) => population + 1))
  const hasMorePeople = (ring: Ring): boolean =>
    inhabitants(ring) > sum(twinsOf(ring).map((twin) => inhabitants(twin.ring)))
  const islands = generalize(rings.filter((ring) => ringArea(ring) >= smallestInhabited && hasDrowned(ring))).flatMap(
    (ring) => {
      if (!hasMorePeople(ring)) return []
      const twins = twinsOf(ring)
      // An island with a border stays as it is.
      if (twins.some((twin) => hasBorder(twin.ring, twin.country, countries))) return []
      return [{ ring, country: twins[0]?.country.name ?? countryOf(shores.near(ring, 2 * territorialWaters)) }]
    },
  )
  const others = createShores(withoutTwins(countries, islands.map(ringOf)))
  const isLeft = ({ ring }: Island): boolean => ring.length > 3 && hasMorePeople(ring)
  let trimmed = islands.map((island) => trim(island, (position) => others.isLand([position]))).filter(isLeft)
  for (let round = 0; round < mostRounds; round++) {
    const boxes = findCrossing(trimmed, countries)
    trimmed = trimmed
      .map((island, i) => trim(island, (position) => boxes[i]?.some((box) => isInBox(position, box)) ?? false))
      .filter(isLeft)
  }
  const boxes = findCrossing(trimmed, countries)
  return trimmed.filter((_, i) => boxes[i]?.length === 0)
}

/** An island without some points of its ring. */
function trim({ ring, country }: Island, isLeftOut: (position: Position) => boolean): Island {
  const kept = ring.slice(1).filter((position) => !isLeftOut(position))
  return { ring: [...kept, ...kept.slice(0, 1)], country }
}

/** Countries with islands on them. */
function addTo(countries: readonly Country[], islands: readonly Island[]): Country[] {
  const rings = islands.map(ringOf)
  return [
    ...withoutTwins(countries, rings),
    ...islands.map(({ ring, country }) => ({ name: country, code: undefined, rings: [ring] })),
  ]
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

function ringOf({ ring }: Island): Ring {
  return ring
}

/** Whether a ring of a country runs along another country. */
function hasBorder(ring: Ring, country: Country, countries: readonly Country[]): boolean {
  const box = boxOf(ring)
  const positions = new Set(ring.map(String))
  return countries.some(
    (other) =>
      other !== country &&
      other.rings.some(
        (its) => doBoxesMeet(boxOf(its), box) && its.some((position) => positions.has(String(position))),
      ),
  )
}

/** The boxes in which each of some islands crosses a shore of countries, or another of them. */
function findCrossing(islands: readonly Island[], countries: readonly Country[]): Bounds[][] {
  const rings = islands.map(ringOf)
  const lines = [...rings, ...withoutTwins(countries, rings).flatMap((country) => country.rings)]
  const boxes = islands.map((): Bounds[] => [])
  const crossings = findCrossings(
    lines,
    lines.map(() => 'country'),
  )
  for (const { arcs, box } of crossings) for (const arc of arcs) boxes[arc]?.push(box)
  return boxes
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

function countryOf(near: readonly Shore[]): string {
  const [nearest] = near.toSorted((a, b) => a.kilometres - b.kilometres)
  if (nearest === undefined || nearest.kilometres > territorialWaters) return ''
  return near.every(({ country }) => country === nearest.country) ? nearest.country : ''
}
