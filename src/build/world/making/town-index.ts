import type { Position } from '../../../story/geometry.ts'
import { kmBetween } from '../../basemap/kilometres.ts'
import { boxOf, contains } from '../../basemap/rings.ts'
import type { Town } from '../towns.ts'

/** A town, as far as islands are concerned. */
interface IndexedTown {
  readonly position: Position
  readonly population: number
}

/** Finds the towns on islands, and beside them. */
export interface TownIndex {
  /** The towns on a small ring. */
  readonly on: (ring: readonly Position[]) => IndexedTown[]
  /** Whether a small ring is near a city: of an island there, articles are likelier to tell. */
  readonly isNearCity: (ring: readonly Position[]) => boolean
}

/** A city has so many inhabitants, and near is no farther than this, in kilometres. */
const cityInhabitants = 50_000
const near = 10

/** Sorts towns into cells of a degree. */
export function createTownIndex(towns: readonly Town[]): TownIndex {
  const cells = new Map<string, IndexedTown[]>()
  for (const [, , , population, x, y] of towns) {
    const key = cellKey(x, y)
    cells.set(key, [...(cells.get(key) ?? []), { position: [x, y], population }])
  }
  const around = (ring: readonly Position[], margin: number): IndexedTown[] => {
    const [west, south, east, north] = boxOf(ring)
    const found: IndexedTown[] = []
    for (let x = Math.floor(west) - margin; x <= east + margin; x++)
      for (let y = Math.floor(south) - margin; y <= north + margin; y++) found.push(...(cells.get(cellKey(x, y)) ?? []))
    return found
  }
  return {
    on: (ring) => around(ring, 0).filter(({ position }) => contains([ring], position)),
    isNearCity: (ring) =>
      around(ring, 1).some(
        ({ position, population }) =>
          population >= cityInhabitants && ring.some((point) => kmBetween(point, position) <= near),
      ),
  }
}

function cellKey(x: number, y: number): string {
  return `${Math.floor(x)},${Math.floor(y)}`
}
