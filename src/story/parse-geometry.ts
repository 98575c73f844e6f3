import { type PlaceGeometry, geometryTypes } from './geometry.ts'
import { type IssueList } from './issue-list.ts'
import { type JsonNode, describe, membersOf } from './json-node.ts'
import { parseAll, parseLine, parsePolygon, parsePosition } from './parse-positions.ts'
import { closest } from './spelling.ts'

/** Parses the geometry of a feature (RFC 7946, 3.1), or pushes errors. */
export function parseGeometry(feature: JsonNode, issues: IssueList): PlaceGeometry | undefined {
  const geometry = membersOf(feature)?.get('geometry')
  const example = 'such as {"type": "Point", "coordinates": [longitude, latitude]}'
  if (geometry === undefined) {
    issues.error('missing', feature, `is missing: write one ${example}`, { member: 'geometry' })
    return undefined
  }
  const members = membersOf(geometry)
  if (members === undefined) {
    issues.error('geometry', geometry, `must be a geometry ${example}, got ${describe(geometry)}`)
    return undefined
  }
  const type = members.get('type')
  const known = geometryTypes.find((name) => name === type?.value)
  if (known === undefined) {
    const spot = type === undefined ? { member: 'type' } : {}
    issues.error('geometry', type ?? geometry, `must be ${typesInWords(type)}`, spot)
    return undefined
  }
  const coordinates = members.get('coordinates')
  if (coordinates === undefined) {
    issues.error('missing', geometry, 'are missing: write [longitude, latitude] in degrees', { member: 'coordinates' })
    return undefined
  }
  return parseCoordinates(known, coordinates, issues)
}

function typesInWords(type: JsonNode | undefined): string {
  const words = 'Point, LineString, Polygon, or their Multi forms'
  if (type === undefined) return `${words}, got nothing`
  if (type.value === 'GeometryCollection') {
    return `${words}, got "GeometryCollection" (give each of its geometries a feature of its own)`
  }
  const meant = typeof type.value === 'string' ? closest(type.value, geometryTypes) : undefined
  return `${words}, got ${describe(type)}${meant === undefined ? '' : ` (did you mean "${meant}"?)`}`
}

function parseCoordinates(type: PlaceGeometry['type'], node: JsonNode, issues: IssueList): PlaceGeometry | undefined {
  switch (type) {
    case 'Point':
      return geometry('Point', parsePosition(node, issues))
    case 'MultiPoint':
      return geometry('MultiPoint', parseAll(node, 'positions', parsePosition, issues))
    case 'LineString':
      return geometry('LineString', parseLine(node, issues))
    case 'MultiLineString':
      return geometry('MultiLineString', parseAll(node, 'lines', parseLine, issues))
    case 'Polygon':
      return geometry('Polygon', parsePolygon(node, issues))
    case 'MultiPolygon':
      return geometry('MultiPolygon', parseAll(node, 'polygons', parsePolygon, issues))
  }
}

function geometry<T extends string, C>(type: T, coordinates: C | undefined): { type: T; coordinates: C } | undefined {
  return coordinates === undefined ? undefined : { type, coordinates }
}
