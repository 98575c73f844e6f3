import type { Gazetteer } from './gazetteer.ts'
import { kilometres } from './distance.ts'

/** A name, and the places that it may be. */
export interface AmbiguousName {
  readonly key: string
  readonly entries: readonly number[]
  /** How much it says about others: from 0 on. */
  readonly weight: number
}

/** So many places of a name are compared with those of other names. */
const mostCompared = 20

/** Within so many kilometres, roughly, two names speak for each other: a county and its seat. */
const reach = 25

/**
 * How much speaks for each place of a name that other names may lie beside it, before any of them is settled: of ten Parises and
 * ten Henry Counties, one pair are neighbours.
 */
export function neighbourScores(
  names: readonly AmbiguousName[],
  anchors: readonly AmbiguousName[],
  gazetteer: Gazetteer,
): Map<string, ReadonlyMap<number, number>> {
  const cells = new Map<string, { name: AmbiguousName; entry: number }[]>()
  const cellOf = (entry: number): [number, number] => [
    Math.floor(gazetteer.latitudeOf(entry)),
    Math.floor(gazetteer.longitudeOf(entry)),
  ]
  for (const name of anchors)
    for (const entry of name.entries.slice(0, mostCompared)) {
      const key = cellOf(entry).join()
      const cell = cells.get(key) ?? []
      cells.set(key, cell)
      cell.push({ name, entry })
    }
  return new Map(
    names
      .filter(({ entries }) => entries.length > 1)
      .map(({ key, entries }) => [
        key,
        new Map(entries.slice(0, mostCompared).map((entry) => [entry, scoreOf(entry, key)])),
      ]),
  )

  function scoreOf(entry: number, key: string): number {
    const [row, column] = cellOf(entry)
    const best = new Map<AmbiguousName, number>()
    for (let y = row - 1; y <= row + 1; y++)
      for (let x = column - 1; x <= column + 1; x++)
        for (const { name, entry: other } of cells.get(`${y},${x}`) ?? []) {
          if (name.key === key || other === entry) continue
          const near = Math.exp(-kilometres(entry, other, gazetteer) / reach)
          if (near > (best.get(name) ?? 0)) best.set(name, near)
        }
    let sum = 0
    for (const [{ weight, entries }, near] of best) sum += (near * weight) / Math.sqrt(entries.length)
    return sum
  }
}
