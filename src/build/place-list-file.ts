import type { Position } from 'geojson'
import { show } from '../story/json-node.ts'
import { FileError } from './story-file.ts'

/** A place as a list of places names it. */
export interface ListedPlace {
  readonly name: string
  readonly position?: Position
}

const line = /^(.+?)[\s,;]+(-?\d+(?:\.\d+)?)\s*°?[\s,;]+(-?\d+(?:\.\d+)?)\s*°?$/

/**
 * A list of places: on each line a name, its latitude and its longitude in degrees, parted by spaces, tabs, commas or
 * semicolons; or the name alone. Empty lines and lines that start with # do not count.
 *
 * @throws {FileError} with the file's line if one cannot be read
 */
export function parsePlaceList(text: string, file: string): ListedPlace[] {
  return text.split(/\r\n|\r|\n/).flatMap((row, i) => {
    const words = row.replace(/^\uFEFF/, '').trim()
    if (words === '' || words.startsWith('#')) return []
    const [, name, lat, lng] = line.exec(words) ?? []
    if (name === undefined) {
      if (!/\d\.\d/.test(words)) return [{ name: unquote(words) }]
      throw new FileError(`${file}:${i + 1}`, `expected "name latitude longitude", got ${show(words)}`)
    }
    if (Math.abs(Number(lat)) > 90 || Math.abs(Number(lng)) > 180) {
      const hint = Math.abs(Number(lng)) <= 90 ? ' (are they swapped?)' : ''
      const expected = 'expected a latitude between -90 and 90, then a longitude between -180 and 180'
      throw new FileError(`${file}:${i + 1}`, `${expected}, got ${lat}, ${lng}${hint}`)
    }
    return [{ name: unquote(name), position: [Number(lng), Number(lat)] }]
  })
}

function unquote(name: string): string {
  return name.replace(/^"(.*)"$/, '$1').trim()
}
