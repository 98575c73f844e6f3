/** A position: longitude and latitude in degrees (WGS 84), perhaps an altitude in metres (RFC 7946, 3.1.1). */
export type Position = readonly [longitude: number, latitude: number, altitude?: number]

/** An array that has at least one item. */
export type NonEmpty<T> = readonly [T, ...T[]]

/** The geometries that a place can have: points, lines, areas and their Multi forms (RFC 7946, 3.1). */
export type PlaceGeometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon

/** Their types, in the order of RFC 7946. */
export const geometryTypes = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
] as const satisfies readonly PlaceGeometry['type'][]

/** RFC 7946, 3.1.2 */
export interface Point {
  readonly type: 'Point'
  readonly coordinates: Position
}

/** RFC 7946, 3.1.3 */
export interface MultiPoint {
  readonly type: 'MultiPoint'
  readonly coordinates: NonEmpty<Position>
}

/** RFC 7946, 3.1.4 */
export interface LineString {
  readonly type: 'LineString'
  readonly coordinates: NonEmpty<Position>
}

/** RFC 7946, 3.1.5 */
export interface MultiLineString {
  readonly type: 'MultiLineString'
  readonly coordinates: NonEmpty<NonEmpty<Position>>
}

/** RFC 7946, 3.1.6: linear rings, the outer one first. The last position of a ring is its first. */
export interface Polygon {
  readonly type: 'Polygon'
  readonly coordinates: NonEmpty<NonEmpty<Position>>
}

/** RFC 7946, 3.1.7 */
export interface MultiPolygon {
  readonly type: 'MultiPolygon'
  readonly coordinates: NonEmpty<NonEmpty<NonEmpty<Position>>>
}

/** All positions of a geometry, in its order. */
export function positionsOf(geometry: PlaceGeometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}
