import { FileError, readTextFile } from '../build/text-file.ts'
import { type PlaceGeometry, geometryTypes } from '../story/geometry.ts'

interface Feature {
  readonly geometry: PlaceGeometry
  readonly properties?: Readonly<Record<string, unknown>> | null
}

/**
 * Reads a geometry from a file of GeoJSON: a geometry, a feature, or a collection with one feature, or with one of the name
 * that is looked for. Its coordinates are left to the check.
 * @throws {FileError}
 */
export function readGeometryFile(path: string, name: string): PlaceGeometry {
  const features = featuresOf(parse(path))
  const [only, ...others] =
    features.length > 1 ? features.filter((feature) => feature.properties?.name === name) : features
  if (only !== undefined && others.length === 0) return only.geometry
  const found = features.length === 0 ? 'no feature with a point, line or area' : `${features.length} features`
  throw new FileError(path, `expected one feature, or one whose "name" is ${JSON.stringify(name)}, got ${found}`)
}

function parse(path: string): unknown {
  const text = readTextFile(path)
  try {
    return JSON.parse(text)
  } catch {
    throw new FileError(path, 'is no GeoJSON')
  }
}

/** The features of a value that have a geometry of the kinds that a place can have. */
function featuresOf(value: unknown): Feature[] {
  if (typeof value !== 'object' || value === null) return []
  if ('features' in value && Array.isArray(value.features)) return value.features.flatMap(featuresOf)
  if (isGeometry(value)) return [{ geometry: value }]
  return 'geometry' in value && isGeometry(value.geometry) ? [value as Feature] : []
}

function isGeometry(value: unknown): value is PlaceGeometry {
  if (typeof value !== 'object' || value === null || !('type' in value && 'coordinates' in value)) return false
  return geometryTypes.some((type) => type === value.type)
}
