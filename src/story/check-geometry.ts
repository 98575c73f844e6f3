import { isCrossing, unwrap } from './antimeridian.ts'
import { centroid } from './area.ts'
import { type NonEmpty, type Position } from './geometry.ts'
import { type IssueList } from './issue-list.ts'
import { type JsonNode, itemsOf, memberOf } from './json-node.ts'
import { crossingOf } from './self-crossing.ts'

/**
 * Warns of what RFC 7946 advises against, and other programs read in another way: lines and areas across the antimeridian that
 * are not cut, rings that run the wrong way or cross themselves, and positions in another system than WGS 84.
 * @param features the features of places that have no errors
 */
export function checkGeometry(root: JsonNode | undefined, features: readonly JsonNode[], issues: IssueList): void {
  const crs = memberOf(root, 'crs')
  if (crs !== undefined && !isWgs84(crs)) {
    issues.warning('crs', crs, 'is of an older GeoJSON: write the positions in WGS 84, and leave out "crs"')
  }
  for (const feature of features) {
    const geometry = memberOf(feature, 'geometry')
    const type = memberOf(geometry, 'type')?.value
    const coordinates = memberOf(geometry, 'coordinates')
    if (coordinates === undefined) continue
    if (type === 'LineString') checkLines([coordinates], coordinates, issues)
    if (type === 'MultiLineString') checkLines(itemsOf(coordinates) ?? [], coordinates, issues)
    if (type === 'Polygon') checkAreas([coordinates], coordinates, issues)
    if (type === 'MultiPolygon') checkAreas(itemsOf(coordinates) ?? [], coordinates, issues)
  }
}

/** Whether a `crs` of GeoJSON 2008 names what RFC 7946 says anyway. */
function isWgs84(crs: JsonNode): boolean {
  const name = memberOf(memberOf(crs, 'properties'), 'name')?.value
  return typeof name === 'string' && /\b(CRS84|EPSG:(.*:)?4326)$/.test(name)
}

/** Warns once for each geometry. */
function checkLines(lines: readonly JsonNode[], coordinates: JsonNode, issues: IssueList): void {
  const isUncut = lines.some((line) => isCrossing(unwrap(positionsIn(line))))
  if (!isUncut) return
  const advice = 'cut it there into two parts (RFC 7946, 3.1.9), as the published story has it'
  issues.warning('antimeridian', coordinates, `cross the antimeridian, and other programs take the long way: ${advice}`)
}

function checkAreas(areas: readonly JsonNode[], coordinates: JsonNode, issues: IssueList): void {
  checkLines(
    areas.flatMap((area) => itemsOf(area) ?? []),
    coordinates,
    issues,
  )
  let isTurned = false
  for (const [i, ring] of areas.flatMap((area) => [...(itemsOf(area) ?? []).entries()])) {
    const positions = unwrap(positionsIn(ring))
    const { area } = centroid(positions)
    if (!isTurned && (i === 0 ? area < 0 : area > 0)) {
      isTurned = true
      const [is, wanted] = i === 0 ? ['clockwise', 'counterclockwise'] : ['counterclockwise', 'clockwise']
      const what = i === 0 ? 'outer ring' : 'hole'
      const advice = `RFC 7946 wants the ${what} ${wanted}, as the published story has it`
      issues.warning('winding', ring, `runs ${is}: ${advice}`)
    }
    const crossing = crossingOf(positions)
    if (crossing !== undefined) {
      const near = crossing.map((degrees = 0) => Number(degrees.toFixed(5))).join(', ')
      issues.warning('self-crossing', ring, `crosses itself near [${near}]: look whether two positions are swapped`)
    }
  }
}

function positionsIn(line: JsonNode): NonEmpty<Position> {
  const [first = [0, 0], ...others] = (itemsOf(line) ?? []).map((position): Position => {
    const [lng, lat] = itemsOf(position) ?? []
    return [Number(lng?.value), Number(lat?.value)]
  })
  return [first, ...others]
}
