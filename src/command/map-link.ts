import type { Position } from '../story/geometry.ts'
import { PositionError } from './position-error.ts'

const n = String.raw`(-?\d{1,3}(?:\.\d+)?)`

/** Where the links of maps have the position of a pin. */
const pins = [
  `^geo:${n},${n}`,
  `!3d${n}!4d${n}`,
  `[?&#]mlat=${n}&mlon=${n}`,
  String.raw`[?&](?:q|query|ll|daddr|destination|coordinate)=(?:loc:)?${n},\s*${n}`,
  String.raw`/(?:place|search|dir)/(?:[^@]*/)?${n},\s*${n}`,
  String.raw`[?&]sp=point\.${n}_${n}`,
]

/** Where they have the middle of what the map shows. */
const windows = [
  `@${n},${n}`,
  String.raw`#map=[\d.]+/${n}/${n}`,
  `[?&]cp=${n}~${n}`,
  `[?&]center=${n},${n}`,
  `[?&]lat=${n}&l(?:on|ng)=${n}`,
]

const shortHosts =
  /^(?:https?:\/\/)?(?:(?:maps\.app\.)?goo\.gl|g\.co|bit\.ly|binged\.it|maps\.apple|osm\.org\/go|(?:www\.)?openstreetmap\.org\/go|t\.co|tinyurl\.com)\//i

/**
 * The position of a link of OpenStreetMap, Google, Apple or Bing, or of a `geo:` URI (RFC 5870): of its pin, or else of the
 * middle of its map, as the remark says then.
 * @throws {PositionError} if it has none
 */
export function positionOfLink(link: string): { readonly position: Position; readonly remark?: string } {
  if (shortHosts.test(link)) {
    throw new PositionError('a short link does not say where it leads: open it, and copy the address that you see then')
  }
  const address = decode(link)
  const pin = lastMatch(address, pins)
  if (pin) return { position: pin }
  const middle = lastMatch(address, windows)
  if (middle) return { position: middle, remark: 'its link has no pin: this is the middle of the map that it shows' }
  throw new PositionError('this link has no position in it: write latitude and longitude')
}

/** The place that a link of Google spells out in degrees, minutes and seconds, as it does for a pin; else nothing. */
export function placeOfLink(link: string): string {
  return /\/place\/([^/]*°[^/]*)/.exec(decode(link))?.[1] ?? ''
}

function decode(link: string): string {
  try {
    return decodeURIComponent(link.replaceAll('+', ' '))
  } catch {
    return link
  }
}

/** The position of the first pattern that is found, where it is found last: of a way, that is where it leads. */
function lastMatch(address: string, patterns: readonly string[]): Position | undefined {
  for (const pattern of patterns) {
    const [, lat, lng] = [...address.matchAll(new RegExp(`${pattern}(?![\\d.])`, 'g'))].at(-1) ?? []
    const position: Position = [Number(lng), Number(lat)]
    if (Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90) return position
  }
  return undefined
}
