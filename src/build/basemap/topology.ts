import { feature, mergeArcs } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { MultiPolygon, Polygon, Position } from '../../story/geometry.ts'

// Topojson's types have positions of any length. They are cast to ours here and nowhere else.

/** Pieces of lines that several lines can share. */
export type Arcs = readonly (readonly Position[])[]

/** An area of an atlas. */
export interface Area<Properties> {
  readonly id: string | number | undefined
  readonly geometry: Polygon | MultiPolygon
  readonly properties: Properties
}

/** Decodes the areas of a TopoJSON object. */
export function areasOf<Properties extends object>(
  atlas: Topology,
  object: GeometryCollection<Properties>,
): Area<Properties>[] {
  return feature(atlas, object).features.flatMap(({ id, geometry, properties }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? [{ id, geometry: geometry as unknown as Polygon | MultiPolygon, properties }]
      : [],
  )
}

/**
 * Cuts lines, and rings among them, into the arcs that they share.
 * @returns the arcs, and the indexes of those of each line; `~i` is arc i from its end to its start
 */
export function shareArcs(lines: readonly { readonly isRing: boolean; readonly positions: readonly Position[] }[]): {
  readonly arcs: Arcs
  readonly indexes: readonly (readonly number[])[]
} {
  const geometries = lines.map(({ isRing, positions }) => {
    const coordinates = positions.map(([x, y]) => [x, y])
    return isRing ? { type: 'Polygon', coordinates: [coordinates] } : { type: 'LineString', coordinates }
  })
  const collection = { type: 'GeometryCollection' as const, geometries }
  const { arcs, objects } = topology({ all: collection })
  const cut = objects['all']?.type === 'GeometryCollection' ? objects['all'].geometries : []
  return {
    arcs: arcs as unknown as Arcs,
    indexes: cut.map((geometry): readonly number[] => {
      if (geometry.type === 'LineString') return geometry.arcs
      return geometry.type === 'Polygon' ? geometry.arcs.flat() : []
    }),
  }
}

/** Merges areas. Takes and returns rings of indexes of arcs. */
export function mergeRings(arcs: Arcs, rings: readonly (readonly number[])[]): number[][] {
  const polygons = rings.map((ring) => ({ type: 'Polygon' as const, arcs: [[...ring]] }))
  return mergeArcs(topologyOf(arcs), polygons).arcs.flat()
}

/**
 * Weighs the points of arcs by how much each arc would change without them (Visvalingam's algorithm).
 * @param areaOf measures the triangle of a point and its neighbours
 * @returns the points of each arc; its ends weigh `Infinity`
 */
export function weighPoints(
  arcs: Arcs,
  areaOf: (triangle: readonly [Position, Position, Position]) => number,
): { readonly position: Position; readonly weight: number }[][] {
  const weighed = presimplify(topologyOf(arcs), areaOf).arcs as [x: number, y: number, weight: number][][]
  return weighed.map((arc) => arc.map(([x, y, weight]) => ({ position: [x, y], weight })))
}

function topologyOf(arcs: Arcs): Topology<Record<string, never>> {
  return { type: 'Topology', arcs: arcs as unknown as number[][][], objects: {} }
}
