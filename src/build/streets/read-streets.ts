import { extname } from 'node:path'
import osmToGeoJson from 'osm2geojson-lite'
import { geometryTypes, type PlaceGeometry, type Position } from '../../story/geometry.ts'
import type { Bounds, Credit } from '../../cartography/basemap.ts'
import { isCredit } from '../../cartography/parse-basemap.ts'
import { isClockwise } from '../basemap/rings.ts'
import { FileError, readTextFile } from '../text-file.ts'
import { readPbf } from './read-pbf.ts'
import { kindOf } from './street-kinds.ts'
import type { StreetFeature } from './street-source.ts'

/** What a file of streets holds. */
export interface StreetSource {
  readonly features: readonly StreetFeature[]
  /** Lines with the land on their left and the sea on their right. */
  readonly coastlines: readonly (readonly Position[])[]
  /** Who is credited: OpenStreetMap, unless the file has a member `credit`. */
  readonly credit: Credit
}

const formats = 'GeoJSON or JSON of Overpass, .osm or .osm.pbf'

/**
 * Reads a file of streets: GeoJSON with OpenStreetMap's tags, as Overpass Turbo exports it, or with a member `class` that
 * names a kind of ours; Overpass JSON; OpenStreetMap's XML; or its PBF.
 * @param around of a PBF, only what lies here is read
 * @throws {FileError} if it cannot be read, or has no streets
 */
export async function readStreets(path: string, around: readonly Bounds[]): Promise<StreetSource> {
  const collection = membersOf(
    extname(path) === '.pbf' ? convert(await readPbf(path, around), path) : parse(readTextFile(path), path),
  )
  const { features, credit, timestamp } = collection
  if (collection['type'] !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new FileError(path, `is no FeatureCollection: it should be ${formats}`)
  }
  const read = features.flatMap((feature) => readFeature(feature))
  if (read.length === 0) {
    throw new FileError(path, 'has no streets: export the lines and areas of OpenStreetMap, with their tags')
  }
  if (credit !== undefined && !isCredit(credit)) {
    throw new FileError(path, 'has a credit that is not {"text": …, "url": …, "license": …}')
  }
  const coastlines = features.flatMap((feature) => readCoastline(feature))
  return { features: read, coastlines, credit: credit ?? openStreetMap(timestamp) }
}

/** The credit that OpenStreetMap's licence asks for, with the day of the extract where that is known. */
function openStreetMap(timestamp: unknown): Credit {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(String(timestamp)) ?? []
  const text = `© OpenStreetMap contributors${day === undefined ? '' : `, ${day}`}`
  return { text, url: 'https://www.openstreetmap.org/copyright', license: 'ODbL-1.0' }
}

function parse(text: string, path: string): unknown {
  const start = text.trimStart()
  if (start.startsWith('<')) {
    if (!/<osm[\s>]/.test(start.slice(0, 2000)))
      throw new FileError(path, `is not OpenStreetMap’s XML: it should be ${formats}`)
    const [, timestamp] = /<meta osm_base="([^"]*)"/.exec(start.slice(0, 2000)) ?? []
    return { ...membersOf(convert(text, path)), timestamp }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new FileError(path, `is neither JSON nor XML: it should be ${formats}`)
  }
  const { elements, osm3s } = membersOf(value)
  if (!Array.isArray(elements)) return value
  return { ...membersOf(convert(value as object, path)), timestamp: membersOf(osm3s)['timestamp_osm_base'] }
}

/** Makes GeoJSON of OpenStreetMap's elements. What is broken in them is left out. */
function convert(osm: string | object, path: string): unknown {
  try {
    return osmToGeoJson(osm, { completeFeature: true, renderTagged: true, excludeWay: false })
  } catch {
    throw new FileError(path, 'cannot be understood: export it again')
  }
}

function membersOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value : {}
}

/** The parts of a feature that can be drawn: its lines, or each of its areas. */
function readFeature(feature: unknown): StreetFeature[] {
  const { geometry, properties } = membersOf(feature)
  const tags = readTags(properties)
  return partsOf(geometry).flatMap(({ lines, isArea }): StreetFeature[] => {
    const kind = kindOf(tags, isArea)
    const whole = lines.filter((line) => line.length > (isArea ? 3 : 1))
    return kind === undefined || whole.length === 0 ? [] : [{ kind, lines: whole, tags }]
  })
}

/** A coastline that some program has made an area of is an island. */
function readCoastline(feature: unknown): (readonly Position[])[] {
  const { geometry, properties } = membersOf(feature)
  if (readTags(properties)['natural'] !== 'coastline') return []
  return partsOf(geometry).flatMap(({ lines, isArea }) =>
    lines.filter(({ length }) => length > 1).map((line) => (isArea && isClockwise(line) ? line.toReversed() : line)),
  )
}

/** Tags stand among a feature's properties, or, as some programs write them, in one called `tags`. */
function readTags(properties: unknown): Record<string, string> {
  const members = membersOf(properties)
  const own = Object.entries({ ...members, ...membersOf(members['tags']) })
  return Object.fromEntries(own.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

interface Part {
  readonly lines: readonly (readonly Position[])[]
  readonly isArea: boolean
}

function partsOf(value: unknown): Part[] {
  const { type, coordinates } = membersOf(value)
  if (!Array.isArray(coordinates) || !geometryTypes.includes(type as PlaceGeometry['type'])) return []
  const lines = (list: unknown): Position[][] => (Array.isArray(list) ? list : []).map(readLine)
  switch (type as PlaceGeometry['type']) {
    case 'LineString':
      return [{ lines: [readLine(coordinates)], isArea: false }]
    case 'MultiLineString':
      return [{ lines: lines(coordinates), isArea: false }]
    case 'Polygon':
      return [{ lines: lines(coordinates), isArea: true }]
    case 'MultiPolygon':
      return coordinates.map((polygon) => ({ lines: lines(polygon), isArea: true }))
    default:
      return []
  }
}

function readLine(list: unknown): Position[] {
  return (Array.isArray(list) ? list : []).flatMap((position: unknown): Position[] => {
    const [longitude, latitude] = Array.isArray(position) ? (position as readonly unknown[]) : []
    return Number.isFinite(longitude) && Number.isFinite(latitude) && Math.abs(Number(latitude)) <= 90
      ? [[Number(longitude), Number(latitude)]]
      : []
  })
}
