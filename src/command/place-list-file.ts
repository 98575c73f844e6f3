import type { Position } from '../story/geometry.ts'
import { show } from '../story/json-node.ts'
import { FileError } from '../build/text-file.ts'

/** A place of a list of places. */
export interface ListedPlace {
  readonly name: string
  readonly position?: Position
}

/** How a line is written: what stands between its separators, and what of that is a number of degrees. */
interface Style {
  readonly words: RegExp
  readonly degrees: RegExp
}

const styles: readonly Style[] = [
  // In a line without other commas, 48,85 is a number.
  { words: /[^\s;]+(?:\s+°(?![^\s;]))?/g, degrees: /^([-\u2212]?\d+,\d+)\s*°?$/ },
  { words: /[^\s,;]+(?:\s+°(?![^\s,;]))?/g, degrees: /^([-\u2212]?\d+(?:\.\d+)?)\s*°?$/ },
]

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
    const [name, lat, lng] = styles.map((style) => splitLine(words, style)).find((parts) => parts !== undefined) ?? []
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

/**
 * A line's name, latitude and longitude, if it ends with two numbers. It is split into words and not matched as a whole, so
 * that twice the line takes twice the time.
 */
function splitLine(line: string, { words, degrees }: Style): [name: string, lat: string, lng: string] | undefined {
  const [last, ...position] = [...line.matchAll(words)].slice(-3)
  const [lat, lng] = position.map(([word]) => degrees.exec(word)?.[1])
  if (last === undefined || lat === undefined || lng === undefined) return undefined
  const isAtEnd = line.endsWith(position[1]?.[0] ?? '')
  return isAtEnd ? [line.slice(0, last.index + last[0].length), lat, lng] : undefined
}

function degreesOf(number: string): number {
  return Number(number.replace('\u2212', '-').replace(',', '.'))
}

function unquote(name: string): string {
  return name.replace(/^"(.*)"$/, '$1').trim()
}
