import type { Bounds } from '../../cartography/basemap.ts'
import { readFeatures } from '../world/pack.ts'
import { copiesWithin, type Country } from './countries.ts'
import { type Detail, finestCoarseness } from './detail.ts'
import { ringArea } from './rings.ts'

/** An island is drawn as long as the square root of its area is this many times the error allowed. */
const leastSize = 10

/** An island on which a place stands, or from which it is no farther than this, in kilometres, is always read. */
const ashore = 2

/**
 * Adds to countries the islands that Natural Earth does not have, as far as they are large enough to be seen, or one of the
 * story's places stands on them. Those that are of no certain country are put into one without a name.
 * @throws {SourceError} if the world pack is not there
 */
export function addIslands(countries: readonly Country[], bounds: Bounds, { distance, remoteness }: Detail): Country[] {
  const added = new Map<string, Country['rings'][number][]>()
  for (const { tag, lines } of readFeatures('islands', bounds))
    for (const ring of lines.flatMap((line) => copiesWithin(line, bounds))) {
      const [first] = ring
      if (first === undefined) continue
      const coarsest = Math.sqrt(ringArea(ring)) / leastSize / remoteness(first)
      if (coarsest < finestCoarseness && ring.every((position) => distance(position) > ashore)) continue
      const name = countries.some((country) => country.name === tag) ? tag : ''
      added.set(name, [...(added.get(name) ?? []), ring])
    }
  const nobodys = added.get('')
  return [
    ...countries.map((country) => ({ ...country, rings: [...country.rings, ...(added.get(country.name) ?? [])] })),
    ...(nobodys ? [{ name: '', code: undefined, rings: nobodys }] : []),
  ]
}
