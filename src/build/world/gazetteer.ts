import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import { plainLatin } from '../../story/plain-latin.ts'
import { languageTags } from '../../words/language.ts'
import { homeOf, readCountries } from '../basemap/countries.ts'
import { kmBetween } from '../basemap/kilometres.ts'
import { townNames } from '../basemap/town-names.ts'
import { readLayer } from './pack.ts'
import { townsOf } from './towns.ts'

/** How far from a town of its name a place may lie, in kilometres: a suburb, a port, an airport. */
const nearTown = 50

/**
 * Whether a town near a position, or the country around it, has a name that is a part of one of some names: Beirut near that of
 * "Port of Beirut".
 * @throws {SourceError} if the world pack is not there
 */
export function isKnownNear(names: readonly string[], position: Position): boolean {
  const wanted = names.map((name) => ` ${plainName(name)} `)
  const isNamed = (known: string): boolean => {
    const name = plainName(known)
    return name.length > 2 && wanted.some((text) => text.includes(` ${name} `))
  }
  const towns = readLayer('towns', boxAround(position, 1)).flatMap(townsOf)
  const isTown = towns.some((town) => {
    const [name, , , , longitude, latitude] = town
    if (Math.abs(latitude - position[1]) > 1 || kmBetween([longitude, latitude], position) > nearTown) return false
    return [name, ...Object.values(townNames(town))].some(isNamed)
  })
  if (isTown) return true
  const country = countryAt(position)
  return country !== undefined && [country.name, ...namesByCode(country.code)].some(isNamed)
}

/** The country at a position, or just off whose shore it lies; undefined in the open sea. */
export function countryAt(position: Position): ReturnType<typeof homeOf> {
  return homeOf(readCountries(boxAround(position, 0.5), '50m'), [position])
}

function namesByCode(code: string | undefined): string[] {
  if (code === undefined) return []
  return languageTags.flatMap((tag) => new Intl.DisplayNames(tag, { type: 'region' }).of(code) ?? [])
}

/** A name without accents, and with single spaces for whatever is no letter. */
function plainName(name: string): string {
  return plainLatin(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

function boxAround([longitude, latitude]: Position, degrees: number): Bounds {
  return [longitude - degrees, latitude - degrees, longitude + degrees, latitude + degrees]
}
