import { decodeArcs } from '../../cartography/arc-grid.ts'
import type { Position } from '../../story/geometry.ts'
import { encodeArcs } from '../../cartography/encode-arcs.ts'

/** A town of the world pack. */
export type Town = readonly [
  /** In Latin letters, as its country writes it if that uses them, else as English does. */
  name: string,
  /** ISO 3166-1 alpha-2. */
  country: string,
  /** What GeoNames takes it for: `PPLC` is a capital, `PPLA` to `PPLA4` are seats of administration. */
  code: string,
  /** In two digits; 0 if GeoNames does not know it. */
  population: number,
  longitude: number,
  latitude: number,
  /** Its names in the languages of the interface, where they are not the first. */
  names: Readonly<Record<string, string>>,
]

/** Towns as a cell holds them: by columns, which compress best. */
export interface TownContent {
  readonly names: readonly string[]
  readonly countries: readonly string[]
  readonly codes: readonly string[]
  readonly populations: readonly number[]
  /** One arc through all of them. */
  readonly positions: string
  /** 0 where there are none. */
  readonly translations: readonly (Readonly<Record<string, string>> | 0)[]
}

/** Grid steps in a degree: about 100 m. */
const steps = 1000

/** Puts the towns of a cell into columns. */
export function townContent(towns: readonly Town[]): TownContent {
  return {
    names: towns.map(([name]) => name),
    countries: towns.map(([, country]) => country),
    codes: towns.map(([, , code]) => code),
    populations: towns.map(([, , , population]) => population),
    positions: encodeArcs([towns.map(([, , , , longitude, latitude]): Position => [longitude, latitude])], steps),
    translations: towns.map(([, , , , , , names]) => (Object.keys(names).length > 0 ? names : 0)),
  }
}

/** The towns of a cell. */
export function townsOf(content: TownContent): Town[] {
  const [positions = []] = decodeArcs({ steps, arcs: content.positions })
  return positions.map(([longitude, latitude], i) => [
    content.names[i] ?? '',
    content.countries[i] ?? '',
    content.codes[i] ?? '',
    content.populations[i] ?? 0,
    longitude,
    latitude,
    content.translations[i] || {},
  ])
}
