import type { Position } from '../../../story/geometry.ts'
import type { Country } from '../../basemap/countries.ts'
import { kmBetween, kmPerDegree, leastToBox } from '../../basemap/kilometres.ts'
import { boxOf, ringArea } from '../../basemap/rings.ts'

/** A point of a country's shore near an island. */
export interface Shore {
  readonly country: string
  readonly position: Position
  /** How far it is from the island. */
  readonly kilometres: number
  /** The area of the land that it belongs to, in square kilometres. */
  readonly islandArea: number
}

/** Finds the land beside islands. */
export interface Shores {
  /** The points of shores around a small ring, at most so many kilometres away. */
  readonly near: (ring: readonly Position[], kilometres: number) => Shore[]
  /** Whether a point of a small ring lies on land. */
  readonly isLand: (ring: readonly Position[]) => boolean
}

type Segment = readonly [from: Position, to: Position]

/** The size of the cells of points, and of the strips of segments, in degrees. */
const cellSize = 0.5
const stripSize = 0.05

/** Of a ring, so many points are compared at most. */
const mostPoints = 8

/** Sorts the shores of countries, so that those near an island are found among millions of points. */
export function createShores(countries: readonly Country[]): Shores {
  const cells = new Map<string, Omit<Shore, 'kilometres'>[]>()
  const strips = new Map<number, Segment[]>()
  for (const { name: country, rings } of countries)
    for (const ring of rings) {
      const islandArea = ringArea(ring)
      ring.forEach((position, index) => {
        push(cells, cellKey(position, 0, 0), { country, position, islandArea })
        const before = ring[index - 1] ?? position
        const [low, high] = [before[1], position[1]].toSorted((a, b) => a - b).map((y) => Math.floor(y / stripSize))
        for (let strip = low ?? 0; strip <= (high ?? 0); strip++) push(strips, strip, [before, position])
      })
    }
  return {
    near(ring, kilometres) {
      const points = samplesOf(ring)
      const box = boxOf(points)
      const [first = [0, 0] as const] = ring
      const reach = Math.ceil(kilometres / kmPerDegree / Math.cos((first[1] * Math.PI) / 180) / cellSize) + 1
      const around: Shore[] = []
      for (let dx = -reach; dx <= reach; dx++)
        for (let dy = -2; dy <= 2; dy++)
          for (const shore of cells.get(cellKey(first, dx, dy)) ?? []) {
            // Most are farther than this, which is quicker to see.
            if (leastToBox(shore.position, box) > kilometres) continue
            const nearest = Math.min(...points.map((point) => kmBetween(point, shore.position)))
            if (nearest <= kilometres) around.push({ ...shore, kilometres: nearest })
          }
      return around
    },
    isLand: (ring) =>
      samplesOf(ring).some(([x, y]) => {
        let inside = false
        for (const [[ax, ay], [bx, by]] of strips.get(Math.floor(y / stripSize)) ?? [])
          if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
        return inside
      }),
  }
}

function samplesOf(ring: readonly Position[]): readonly Position[] {
  return ring.filter((_, index) => index % Math.ceil(ring.length / mostPoints) === 0)
}

function cellKey([x, y]: Position, dx: number, dy: number): string {
  const around = 360 / cellSize
  return `${(Math.floor(x / cellSize) + dx + 2 * around) % around},${Math.floor(y / cellSize) + dy}`
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
