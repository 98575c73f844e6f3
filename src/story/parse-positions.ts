import { type NonEmpty, type Position } from './geometry.ts'
import { type IssueList } from './issue-list.ts'
import { type JsonNode, describe, itemsOf } from './json-node.ts'
import { parseArray } from './parse-text.ts'

type Parse<T> = (node: JsonNode, issues: IssueList) => T | undefined

/** Parses a position, or pushes errors. */
export function parsePosition(node: JsonNode, issues: IssueList): Position | undefined {
  const numbers = itemsOf(node) ?? []
  const [lng, lat, altitude] = numbers
  if (lng === undefined || lat === undefined) {
    const hint = typeof node.value === 'number' ? ' (are square brackets missing?)' : ''
    issues.error('position', node, `must be a position [longitude, latitude], got ${describe(node)}${hint}`)
    return undefined
  }
  for (const [index, number] of numbers.entries()) {
    if (typeof number.value === 'number' && Number.isFinite(number.value)) continue
    const word = ['longitude', 'latitude'][index] ?? 'altitude'
    issues.error('position', node, `${word} must be a number, got ${describe(number)}${hintAt(number)}`, {
      offset: number.offset,
    })
    return undefined
  }
  if (numbers.length > 3) {
    const advice = 'decimals have a point, not a comma'
    issues.error(
      'position',
      node,
      `must be a position [longitude, latitude], got ${numbers.length} numbers (${advice})`,
    )
    return undefined
  }
  const [longitude, latitude] = [numberOf(lng), numberOf(lat)]
  const position: Position = altitude ? [longitude, latitude, numberOf(altitude)] : [longitude, latitude]
  const before = issues.errorCount
  checkRange(node, lng, 'longitude', 180, hintOutside(position), issues)
  checkRange(node, lat, 'latitude', 90, hintOutside(position), issues)
  return issues.errorCount > before ? undefined : position
}

/** JSON has -0, which `JSON.stringify` does not write. */
function numberOf({ value }: JsonNode): number {
  return Number(value) + 0
}

function hintAt({ value }: JsonNode): string {
  if (Array.isArray(value)) return ' (are there too many square brackets?)'
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? ' (remove the quotation marks)'
    : ''
}

function checkRange(
  node: JsonNode,
  number: JsonNode,
  word: 'longitude' | 'latitude',
  limit: number,
  hint: string,
  issues: IssueList,
): void {
  if (Math.abs(Number(number.value)) <= limit) return
  issues.error(word, node, `${word} must be between -${limit} and ${limit}, got ${describe(number)}${hint}`, {
    offset: number.offset,
  })
}

/** A guess at what was meant by a position that is not on the earth. */
function hintOutside([lng, lat]: Position): string {
  const [x, y] = [Math.abs(lng), Math.abs(lat)]
  if (x <= 90 && y <= 180) return ' (are longitude and latitude swapped?)'
  if (x > 180 && x < 360 && y <= 90) return ` (is ${Number((lng - Math.sign(lng) * 360).toFixed(7))} meant?)`
  return x > 360 || y > 360 ? ' (GeoJSON has degrees, not metres of a grid)' : ''
}

/** Parses a line: two positions at least (RFC 7946, 3.1.4). */
export function parseLine(node: JsonNode, issues: IssueList): NonEmpty<Position> | undefined {
  const line = parseAll(node, 'positions', parsePosition, issues)
  if (line === undefined || line.length >= 2) return line
  issues.error('line', node, 'must have 2 positions at least, got 1 (a single place is a Point)')
  return undefined
}

/** Parses a polygon's rings, the outer one first (RFC 7946, 3.1.6). They may run in either direction. */
export function parsePolygon(node: JsonNode, issues: IssueList): NonEmpty<NonEmpty<Position>> | undefined {
  return parseAll(node, 'rings', parseRing, issues)
}

function parseRing(node: JsonNode, issues: IssueList): NonEmpty<Position> | undefined {
  const ring = parseAll(node, 'positions', parsePosition, issues)
  if (ring === undefined) return undefined
  const [first] = ring
  const last = ring[ring.length - 1] ?? first
  const isClosed = first[0] === last[0] && first[1] === last[1]
  if (!isClosed) {
    const advice = 'repeat the first position at the end'
    issues.error('ring', node, `a ring must end where it starts, at ${show(first)}, got ${show(last)} (${advice})`)
  } else if (ring.length < 4) {
    issues.error('ring', node, `a ring must have 4 positions at least, the last one like the first, got ${ring.length}`)
  } else return ring
  return undefined
}

function show(position: Position): string {
  return `[${position.join(', ')}]`
}

/** Parses every item of an array that must not be empty. Returns undefined if one of them is wrong. */
export function parseAll<T>(
  node: JsonNode,
  items: string,
  parse: Parse<T>,
  issues: IssueList,
): NonEmpty<T> | undefined {
  const nodes = parseArray(node, items, issues) ?? []
  const parsed = nodes.map((item) => parse(item, issues)).filter((value) => value !== undefined)
  const [first, ...others] = parsed
  return first === undefined || parsed.length < nodes.length ? undefined : [first, ...others]
}
