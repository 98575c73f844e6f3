import type { PlaceGeometry, Position } from '../story/geometry.ts'

/** What is drawn on the ground for a geometry. */
export interface ShapeLines {
  readonly kind: 'point' | 'dots' | 'line' | 'area'
  /** All dots as one, the parts of a line, or the rings of an area; none of a point, which has its marker. */
  readonly lines: readonly (readonly Position[])[]
}

/** What is drawn on the ground for a geometry. */
export function shapeLinesOf(geometry: PlaceGeometry): ShapeLines {
  switch (geometry.type) {
    case 'Point':
      return { kind: 'point', lines: [] }
    case 'MultiPoint':
      return { kind: 'dots', lines: [geometry.coordinates] }
    case 'LineString':
      return { kind: 'line', lines: [geometry.coordinates] }
    case 'MultiLineString':
      return { kind: 'line', lines: geometry.coordinates }
    case 'Polygon':
      return { kind: 'area', lines: geometry.coordinates }
    case 'MultiPolygon':
      return { kind: 'area', lines: geometry.coordinates.flat() }
  }
}
