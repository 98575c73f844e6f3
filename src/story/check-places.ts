import { distanceBetween, metresPerDegree } from './earth.ts'
import { type Position, positionsOf } from './geometry.ts'
import { type JsonNode, memberOf, show } from './json-node.ts'
import { type StoryDocument } from './parse-story.ts'
import { type Place } from './story.ts'

/** A place that is called exact should be known to within this many metres. */
const exactEnough = 250
/** The accuracy of a city or region for which none is given, in metres. */
const assumedAccuracy = 1000
/** A place farther than this from the others looks like a slip, in metres. */
const continent = 2_500_000

/** Where the map ends, which is Web Mercator, in degrees north and south. */
const lastLatitude = 85

/** Warns of positions that are unlikely, or less well known than they are written. */
export function checkPlaces({ story, features, issues }: StoryDocument): void {
  const places = story?.places ?? []
  const stands = new Map<string, Place>()
  // Of two places, neither is the one far away.
  const middle = places.length < 3 ? undefined : middleOf(places)
  const usual = middle && median(places.map(({ position }) => distanceBetween(position, middle)))
  for (const [i, place] of places.entries()) {
    const feature = features[i]
    const [lng, lat] = place.position
    const spot = memberOf(memberOf(feature, 'geometry'), 'coordinates')
    const warn = (code: 'decimals' | 'coincide' | 'far-away' | 'latitude', message: string): void => {
      issues.warning(code, spot, message)
    }
    checkAccuracy(place, feature, issues)
    const decimals = excessDecimals(place)
    if (decimals !== undefined) warn('decimals', decimals)
    if (place.geometry.type === 'Point') {
      const key = [lng, lat].map((degrees) => degrees.toFixed(5).replace('-180.', '180.')).join()
      const other = stands.get(key)
      if (other === undefined) stands.set(key, place)
      else warn('coincide', `this is where ${show(other.name)} (${other.number}) stands as well`)
    }
    if (Math.abs(lat) > lastLatitude) {
      warn('latitude', `lies beyond ${lastLatitude}°, where the map ends: it is shown at the map's edge`)
    }
    if (lng === 0 && lat === 0) {
      warn('far-away', 'lies in the Atlantic, at longitude 0 and latitude 0: is that right?')
      continue
    }
    if (middle === undefined || usual === undefined) continue
    const away = distanceBetween(place.position, middle)
    const km = Math.round(away / 1000)
    if (Math.abs(lng) <= 90 && away > 50_000 && distanceBetween([lat, lng], middle) < away / 10) {
      warn('far-away', `lies ${km} km from the other places (are longitude and latitude swapped?)`)
    } else if (away > continent && away > 10 * usual) {
      warn('far-away', `lies ${km} km from the other places: is that right?`)
    }
  }
}

function checkAccuracy(place: Place, feature: JsonNode | undefined, issues: StoryDocument['issues']): void {
  const properties = memberOf(feature, 'properties')
  const { precision, accuracy } = place
  if (accuracy === undefined && precision !== 'region') {
    const advice = 'write the radius in metres within which the place truly lies'
    issues.warning('accuracy-missing', properties, `is missing for precision "${precision}": ${advice}`, {
      member: 'accuracy',
    })
  } else if (accuracy !== undefined && accuracy > exactEnough && precision === 'exact') {
    const message = `is ${accuracy} m, but the place is called exact: write precision "approximate"`
    issues.warning('accuracy-exact', memberOf(properties, 'accuracy'), message)
  }
}

/** What to say if a position's last decimal is finer than a hundredth of its accuracy. */
function excessDecimals({ geometry, precision, accuracy }: Place): string | undefined {
  const isAssumed = geometry.type === 'Point' && (precision === 'city' || precision === 'region')
  const known = accuracy ?? (isAssumed ? assumedAccuracy : undefined)
  if (known === undefined) return undefined
  const enough = enoughDecimals(known)
  const decimals = positionsOf(geometry).reduce((most, position) => Math.max(most, decimalsOf(position)), 0)
  if (decimals <= enough) return undefined
  const promised = Number((metresPerDegree / 10 ** decimals).toPrecision(1))
  return `${decimals} decimals promise ${promised} m, but the place is known to ${known} m: ${enough} are enough`
}

/** How many decimals of a degree are enough for a place that is known to so many metres: to a hundredth of them. */
export function enoughDecimals(accuracy: number): number {
  return Math.max(0, Math.floor(Math.log10((metresPerDegree * 100) / accuracy)))
}

/** The number of decimals of a position's longitude or latitude, whichever has more. */
function decimalsOf([lng, lat]: Position): number {
  const decimals = (degrees: number): number =>
    /\.(\d+)$/.exec(degrees.toFixed(12).replace(/0+$/, ''))?.[1]?.length ?? 0
  return Math.max(decimals(lng), decimals(lat))
}

/** The middle of most of the places: medians, so that a place far away does not move it. */
function middleOf(places: readonly Place[]): Position | undefined {
  const vectors = places.map(({ position }) => vectorOf(position))
  const x = median(vectors.map((vector) => vector.x))
  const y = median(vectors.map((vector) => vector.y))
  const z = median(vectors.map((vector) => vector.z))
  const length = Math.hypot(x, y, z)
  if (length < 0.1) return undefined
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.asin(z / length) * 180) / Math.PI]
}

/** The unit vector from the centre of the earth to a position. */
function vectorOf([lng, lat]: Position): { readonly x: number; readonly y: number; readonly z: number } {
  const [a, b] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180]
  return { x: Math.cos(a) * Math.cos(b), y: Math.sin(a) * Math.cos(b), z: Math.sin(b) }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN
}
