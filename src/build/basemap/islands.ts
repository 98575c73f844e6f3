import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import { readFeatures } from '../world/pack.ts'
import { copiesWithin, type Country } from './countries.ts'
import { type Detail, finestCoarseness } from './detail.ts'
import { boxOf, contains, createArea, doBoxesMeet, pointsOn, ringArea } from './rings.ts'

/** An island is drawn as long as the square root of its area is this many times the error allowed. */
const leastSize = 10

/** An island on which a place stands, or from which it is no farther than this, in kilometres, is always read. */
const ashore = 2

/** What is larger than this, in km², is no island, but has another coast at another scale. */
const largestIsland = 20_000

/** Two sources may have the same island with areas that differ by this factor. */
export const likeness = 3

/** Adds to countries the islands of some positions that only a finer scale has. */
export function addIslandsOf(
  positions: readonly Position[],
  countries: readonly Country[],
  finer: readonly Country[],
): Country[] {
  const lands = countries.map(({ rings }) => createArea(rings))
  const isLand = (position: Position): boolean => lands.some((land) => land(position))
  const atSea = positions.filter((position) => !isLand(position))
  const missing = (rings: Country['rings']): Country['rings'] =>
    rings.filter(
      (ring) =>
        atSea.some((position) => contains([ring], position)) && ringArea(ring) < largestIsland && !ring.some(isLand),
    )
  const named = new Set(countries.map(({ name }) => name))
  return [
    ...countries.map((country) => {
      const twin = finer.find(({ name }) => name === country.name)
      return { ...country, rings: [...country.rings, ...missing(twin?.rings ?? [])] }
    }),
    // A country of which the coarser scale has nothing.
    ...finer
      .filter(({ name }) => !named.has(name))
      .map((country) => ({ ...country, rings: missing(country.rings) }))
      .filter(({ rings }) => rings.length > 0),
  ]
}

/**
 * Adds to countries the islands of the world pack, as far as they are large enough to be seen, or one of the story's places
 * stands on them. What Natural Earth has of the same islands is left out. Those that are of no certain country are put into
 * one without a name.
 * @throws {SourceError} if the world pack is not there
 */
export function addIslands(
  countries: readonly Country[],
  bounds: Bounds,
  { distance, reaches, remoteness }: Detail,
): Country[] {
  const added: { readonly tag: string; readonly ring: Country['rings'][number] }[] = []
  for (const { tag, lines } of readFeatures('islands', bounds))
    for (const ring of lines.flatMap((line) => copiesWithin(line, bounds))) {
      const [first] = ring
      if (first === undefined) continue
      const coarsest = Math.sqrt(ringArea(ring)) / leastSize / remoteness(first)
      if (
        coarsest < finestCoarseness &&
        !(reaches(boxOf(ring), ashore) && ring.some((position) => distance(position) <= ashore))
      )
        continue
      added.push({ tag: countries.some(({ name }) => name === tag) ? tag : '', ring })
    }
  const islandsOf = (name: string): Country['rings'] => added.filter(({ tag }) => tag === name).map(({ ring }) => ring)
  const others = withoutTwins(
    countries,
    added.map(({ ring }) => ring),
  )
  const nobodys = islandsOf('')
  return [
    ...others.map((country) => ({ ...country, rings: [...country.rings, ...islandsOf(country.name)] })),
    ...(nobodys.length > 0 ? [{ name: '', code: undefined, rings: nobodys }] : []),
  ]
}

/** The countries without the rings that are some islands, as another source has them. */
export function withoutTwins(countries: readonly Country[], islands: Country['rings']): Country[] {
  const twinsOf = createTwinFinder(countries)
  const twins = new Set(islands.flatMap(twinsOf).map(({ ring }) => ring))
  return countries.map((country) => ({ ...country, rings: country.rings.filter((ring) => !twins.has(ring)) }))
}

/** A ring of a country that is an island, as another source has it. */
interface Twin {
  readonly country: Country
  readonly ring: Country['rings'][number]
}

/** Finds the rings of countries that lie for the most part on an island; or it on them, if they are about as large. */
export function createTwinFinder(countries: readonly Country[]): (island: Country['rings'][number]) => Twin[] {
  const rings = countries.flatMap((country) =>
    country.rings.map((ring) => ({ country, ring, box: boxOf(ring), area: ringArea(ring) })),
  )
  return (island) => {
    const [box, most] = [boxOf(island), ringArea(island) * likeness]
    return rings.filter(
      (other) =>
        other.area < most &&
        doBoxesMeet(other.box, box) &&
        (liesOn(other.ring, island) || (other.area > most / likeness ** 2 && liesOn(island, other.ring))),
    )
  }
}

/** Whether most of a ring's land lies on that of another. */
function liesOn(ring: Country['rings'][number], other: Country['rings'][number]): boolean {
  const points = pointsOn(ring)
  return points.filter((position) => contains([other], position)).length > points.length / 2
}
