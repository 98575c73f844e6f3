// Its main file: the other one is no module to Node.
import mgrs from 'mgrs/dist/mgrs.min.js'
import { placeOfLink, positionOfLink } from './map-link.ts'
import { PositionError } from './position-error.ts'
import { isShortPlusCode, positionOfPlusCode } from './plus-code.ts'
import type { Position } from '../story/geometry.ts'

/** A position that stands at the end of a text. */
export interface FoundPosition {
  /** What stands before it. */
  readonly before: string
  readonly position: Position
  /** Which of two readings was taken. */
  readonly remark?: string
}

/**
 * Finds the position with which a text ends, in any form in which people copy one: degrees with decimals, or with minutes and
 * seconds, with or without N, S, E and W, or what these are in the languages of the interface; WKT's `POINT`; `geo:` URIs; links of OpenStreetMap, Google, Apple and Bing; full Plus Codes; MGRS.
 * Without letters, latitude comes first.
 * @returns undefined if it ends otherwise
 * @throws {PositionError}
 */
export function findPosition(text: string): FoundPosition | undefined {
  const word = text.split(/\s+/).findLast((part) => part !== '') ?? ''
  const before = (end: string): string => text.slice(0, text.lastIndexOf(end))
  const link = /(?:https?:\/\/|geo:[-\d]|(?:maps\.app\.)?goo\.gl\/)\S*$/i.exec(word)?.[0]
  if (link !== undefined) {
    const written = findDegrees(placeOfLink(link))
    return { before: before(link), ...(written ? { position: written.position } : positionOfLink(link)) }
  }
  // A town may come after a full code, too.
  for (const code of text.split(/[\s,;]+/).reverse()) {
    const area = positionOfPlusCode(code)
    if (area !== undefined) return { before: before(code), position: area }
  }
  if (isShortPlusCode(text)) {
    throw new PositionError(
      'a short Plus Code counts from a town, whose position is not looked up: copy the full one, as 6PWX6VWC+M6',
    )
  }
  return findPoint(text) ?? findDegrees(text) ?? findGridSquare(text)
}

/** A point in well-known text at the end of a text, such as `POINT(8.612 46.529)`: longitude comes first. */
function findPoint(text: string): FoundPosition | undefined {
  const [whole, lng, lat] = /\bPOINT\s*\(\s*(-?\d[\d.]*)\s+(-?\d[\d.]*)\s*\)\s*$/i.exec(text.slice(-longest)) ?? []
  if (whole === undefined || lng === undefined || lat === undefined) return undefined
  return { before: text.slice(0, -whole.length), position: inRange(Number(lat), Number(lng), [lat, lng]) }
}

// As long as the longest way to write a position, and as short as a search that goes back and forth needs it.
const longest = 120

/** The end of a text, with the many forms of digits, minus signs and marks of minutes as ASCII, each as long as it was. */
function plainEnd(text: string): string {
  return text
    .slice(-longest)
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, '.')
    .replace(/[،؛]/g, ',')
    .replace(/[\u2010-\u2015\u2212](?=\d)/g, '-')
    .replace(/[º˚∘]/g, '°')
    .replace(/[′’‘´ʹ`]/g, "'")
    .replace(/[″”“ʺ]/g, '"')
}

const whole = String.raw`(?!\.?\d)`
const decimal = String.raw`\d{1,3}(?:[.,]\d+)?${whole}`
const sixtieth = String.raw`\d{1,2}(?:[.,]\d+)?${whole}`
// The ways to write one of the two angles. Both are written in the same way, so that "Route 66 35.1 N 111.2 W" has one reading.
const marked = String.raw`-?${decimal}\s?°(?:\s?${sixtieth}\s?'?(?:\s?${sixtieth}\s?(?:"|'')?)?)?`
const threeNumbers = String.raw`-?\d{1,3}[\s:]\d{1,2}[\s:]${sixtieth}`
const twoNumbers = String.raw`-?\d{1,3}[\s:]${sixtieth}`
const oneNumber = String.raw`-?${decimal}\s?°?`
// As the languages of the interface write them, in lower case. Turkish has letters of its own.
const directions = {
  N: 'n north nord norte kuzey k',
  S: 's south süd sud sur güney g',
  E: 'e east ost est este doğu d',
  W: 'w west ouest oeste batı b',
}
const letter = `(?:${Object.values(directions).join(' ').split(' ').join('|')}|o)(?!\\p{L})`
const label = String.raw`[NSEWO]|(?:lat(?:itude)?|lon|lng|long(?:itude)?)\s?[:=]?`
const start = String.raw`(?<![\p{L}\p{N}.°'"-])`
const end = String.raw`\s*\)?\s*$`
const layouts = [marked, threeNumbers, twoNumbers, oneNumber].flatMap((angle) => [
  { order: [1, 0, 3, 2], pattern: String.raw`${start}(${angle})\s?(${letter})[\s,;/]*(${angle})\s?(${letter})` },
  { order: [0, 1, 2, 3], pattern: String.raw`${start}(${label})\s?(${angle})[\s,;/]*(${label})\s?(${angle})` },
])
const dot = String.raw`-?\d{1,3}(?:\.\d+)?${whole}\s?°?`
const comma = String.raw`-?\d{1,3},\d+\s?°?`
const unlettered = [
  String.raw`${start}(${marked})[\s,;/]*(?<![\d.])(${marked})`,
  String.raw`${start}(${comma})(?:\s*;\s*|,?\s+)(${comma})`,
  String.raw`${start}(${dot})(?:\s*[,;/]\s*|\s+)(${dot})`,
]
const expressions = {
  lettered: layouts.map(({ order, pattern }) => ({ order, pattern: new RegExp(pattern + end, 'iu') })),
  unlettered: unlettered.map((pattern) => new RegExp(pattern + end, 'u')),
}

function findDegrees(text: string): FoundPosition | undefined {
  const tail = plainEnd(text)
  const before = (index: number): string => text.slice(0, Math.max(0, text.length - longest) + index)
  for (const { order, pattern } of expressions.lettered) {
    const match = pattern.exec(tail)
    if (match === null) continue
    const [first = '', angle = '', second = '', other = ''] = order.map((group) => match[group + 1] ?? '')
    return { before: before(match.index), position: positionOf([axisOf(first), angle], [axisOf(second), other]) }
  }
  for (const pattern of expressions.unlettered) {
    const match = pattern.exec(tail)
    if (match === null) continue
    const [, first = '', second = ''] = match
    return { before: before(match.index), position: inRange(degreesOf(first), degreesOf(second), [first, second]) }
  }
  return undefined
}

interface Axis {
  readonly isLatitude: boolean
  /** -1 for south and west, 1 for north and east; undefined where the number's own sign says it. */
  readonly sign?: 1 | -1
}

function axisOf(word: string): Axis {
  const name = word.toLowerCase()
  if (name === 'o') throw new PositionError('O is east in German and west in French and Spanish: write E or W')
  const is = (direction: keyof typeof directions): boolean => directions[direction].split(' ').includes(name)
  if (is('N') || is('S')) return { isLatitude: true, sign: is('N') ? 1 : -1 }
  if (is('E') || is('W')) return { isLatitude: false, sign: is('E') ? 1 : -1 }
  return { isLatitude: name.startsWith('la') }
}

function positionOf(...angles: readonly (readonly [Axis, string])[]): Position {
  const [lat, lng] = [true, false].map((isLatitude) => angles.find(([axis]) => axis.isLatitude === isLatitude))
  if (!lat || !lng) throw new PositionError('expected a latitude and a longitude, got the same twice')
  const [y, x] = [lat, lng].map(([{ sign }, angle]) => {
    const degrees = degreesOf(angle)
    if (sign === 1 && degrees < 0) throw new PositionError(`${angle.trim()} has a minus sign, and is north or east`)
    return sign === undefined ? degrees : sign * Math.abs(degrees)
  })
  return inRange(y ?? NaN, x ?? NaN, [lat[1], lng[1]])
}

/** Degrees of an angle such as `-33.9`, `48,85°` or `11°14'39"`. Those with minutes are rounded to a metre. */
function degreesOf(angle: string): number {
  const numbers = angle.match(/\d+(?:[.,]\d+)?/g) ?? []
  const [degrees = NaN, minutes = 0, seconds = 0] = numbers.map((number) => Number(number.replace(',', '.')))
  if (minutes >= 60 || seconds >= 60) throw new PositionError(`minutes and seconds are below 60, got ${angle.trim()}`)
  const value = numbers.length > 1 ? Number((degrees + minutes / 60 + seconds / 3600).toFixed(5)) : degrees
  return angle.startsWith('-') ? -value : value
}

function inRange(lat: number, lng: number, [y, x]: readonly [string, string]): Position {
  if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180) return [lng, lat]
  const hint = Math.abs(lng) <= 90 && Math.abs(lat) <= 180 ? ' (are they swapped?)' : ''
  const expected = 'expected a latitude between -90 and 90, then a longitude between -180 and 180'
  throw new PositionError(`${expected}, got ${y.trim()}, ${x.trim()}${hint}`)
}

/** A square of MGRS at the end of a text. */
function findGridSquare(text: string): FoundPosition | undefined {
  const tail = text.slice(-longest)
  const match =
    /(?<![\p{L}\p{N}])\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:(\d{1,5})\s(\d{1,5})|(?:\d\d){1,5})\s*$/iu.exec(tail)
  if (match === null || match[1]?.length !== match[2]?.length) return undefined
  try {
    const [lng, lat] = mgrs.toPoint(match[0].replace(/\s/g, '').toUpperCase())
    const position: Position = [Number(lng.toFixed(5)), Number(lat.toFixed(5))]
    return { before: text.slice(0, Math.max(0, text.length - longest) + match.index), position }
  } catch {
    throw new PositionError(`${match[0].trim()} is no square of MGRS`)
  }
}
