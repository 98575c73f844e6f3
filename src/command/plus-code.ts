import type { Position } from '../story/geometry.ts'

const digits = '23456789CFGHJMPQRVWX'
const full = new RegExp(
  `^[23456789C][23456789CFGHJMPQRV](?:[${digits}]{6}\\+(?:[${digits}]{2,7})?|[${digits}]{2}0{4}\\+|[${digits}]{4}00\\+|0{6}\\+)$`,
  'i',
)
const short = new RegExp(`(?<![\\p{L}\\p{N}+])[${digits}]{2,6}\\+[${digits}]{2,7}(?![\\p{L}\\p{N}+])`, 'iu')

/**
 * The middle of the area of a full Plus Code, such as `6PWX6VWC+M6`; undefined if a text is none.
 * https://github.com/google/open-location-code/blob/main/Documentation/Specification/specification.md
 */
export function positionOfPlusCode(code: string): Position | undefined {
  if (!full.test(code)) return undefined
  const values = code
    .toUpperCase()
    .replace(/0|\+/g, '')
    .split('')
    .map((digit) => digits.indexOf(digit))
  let [lat, lng, height, width] = [-90, -180, 400, 400]
  for (const [i, value] of values.entries()) {
    if (i < 10) {
      // Pairs: a digit of latitude, a digit of longitude, each of 20 steps.
      if (i % 2 === 0) lat += value * (height /= 20)
      else lng += value * (width /= 20)
    } else {
      // Then cells of a grid of five rows and four columns.
      lat += Math.floor(value / 4) * (height /= 5)
      lng += (value % 4) * (width /= 4)
    }
  }
  return [Number((lng + width / 2).toFixed(5)), Number((lat + height / 2).toFixed(5))]
}

/** Whether a text has a Plus Code in it that only a town nearby makes whole, such as `6VWC+M6`. */
export function isShortPlusCode(text: string): boolean {
  return short.test(text)
}
