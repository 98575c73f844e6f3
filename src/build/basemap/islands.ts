import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import { readFeatures } from '../world/pack.ts'
import { copiesWithin, type Country } from './countries.ts'
import { type Detail, finestCoarseness } from './detail.ts'
import { boxOf, contains, createArea, ringArea } from './rings.ts'

/** An island is drawn as long as the square root of its area is this many times the error allowed. */
const leastSize = 10

/** An island on which a place stands, or from which it is no farther than this, in kilometres, is always read. */
const ashore = 2

/** What is larger than this, in km², is no island, but has another coast at another scale. */
const largestIsland = 20_000

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
 * Adds to countries the islands that Natural Earth does not have, as far as they are large enough to be seen, or one of the
 * story's places stands on them. Those that are of no certain country are put into one without a name.
 * @throws {SourceError} if the world pack is not there
 */
export function addIslands(
  countries: readonly Country[],
  bounds: Bounds,
  { distance, reaches, remoteness }: Detail,
): Country[] {
  const added = new Map<string, Country['rings'][number][]>()
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
      const name = countries.some((country) => country.name === tag) ? tag : ''
      added.set(name, [...(added.get(name) ?? []), ring])
    }
  const nobodys = added.get('')
  return [
    ...countries.map((country) => ({ ...country, rings: [...country.rings, ...(added.get(country.name) ?? [])] })),
    ...(nobodys ? [{ name: '', code: undefined, rings: nobodys }] : []),
  ]
}
