import type { Position } from '../story/geometry.ts'
import { show } from '../story/json-node.ts'
import { FileError } from '../build/text-file.ts'

/** A place of a list of places. */
export interface ListedPlace {
  readonly name: string
  readonly position?: Position
}

const sign = /[-\u2212]/.source
const degrees = String.raw`(${sign}?\d+(?:\.\d+)?)\s*°?`
const line = new RegExp(String.raw`^(.+?)[\s,;]+${degrees}[\s,;]+${degrees}$`)
// In a line without other commas, 48,85 is a number.
const decimalComma = String.raw`(${sign}?\d+,\d+)\s*°?`
const lineWithCommas = new RegExp(String.raw`^(.+?)[\s;]+${decimalComma}[\s;]+${decimalComma}$`)

/**
 * Parses a list of places: on each line a name, its latitude and its longitude in degrees, separated by spaces, tabs,
 * commas or semicolons; or only a name. Empty lines and lines that start with # are ignored.
 * @param file the list's name, for the error
 * @throws {FileError} with the number of the line that cannot be read
 */
export function parsePlaceList(text: string, file: string): ListedPlace[] {
  return text.split(/\r\n|\r|\n/).flatMap((row, i) => {
    // Invisible marks of direction come along when Arabic is copied.
    const words = row.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '').trim()
    if (words === '' || words.startsWith('#')) return []
    const [, name, lat, lng] = lineWithCommas.exec(words) ?? line.exec(words) ?? []
    if (name === undefined || lat === undefined || lng === undefined || /[,;]\s*-?\d+$/.test(name)) {
      if (name === undefined && !/\p{Nd}[.,٫]\p{Nd}|\p{Nd}\s*[°′]/u.test(words)) return [{ name: unquote(words) }]
      const expected = 'expected "name latitude longitude" in decimal degrees, such as "Airolo 46.529 8.612"'
      throw new FileError(`${file}:${i + 1}`, `${expected}, got ${show(words)}`)
    }
    const [y, x] = [degreesOf(lat), degreesOf(lng)]
    if (Math.abs(y) > 90 || Math.abs(x) > 180) {
      const hint = Math.abs(x) <= 90 ? ' (are they swapped?)' : ''
      const expected = 'expected a latitude between -90 and 90, then a longitude between -180 and 180'
      throw new FileError(`${file}:${i + 1}`, `${expected}, got ${lat}, ${lng}${hint}`)
    }
    return [{ name: unquote(name), position: [x, y] }]
  })
}

function degreesOf(number: string): number {
  return Number(number.replace('\u2212', '-').replace(',', '.'))
}

function unquote(name: string): string {
  return name.replace(/^"(.*)"$/, '$1').trim()
}
