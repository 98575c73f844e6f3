import type { Position } from '../story/geometry.ts'

/**
 * [west, south, east, north] in degrees, WGS 84. East is always greater than west: bounds across the antimeridian go on
 * beyond -180 or 180, unlike a bounding box of RFC 7946.
 */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** The bundled map under a story's places, decoded and ready to draw. */
export interface Basemap {
  /** What the data covers. Beyond it there is nothing to draw. */
  readonly bounds: Bounds
  /** In drawing order, the lowest first. */
  readonly shapes: readonly BasemapShape[]
  /** The most important first. */
  readonly labels: readonly BasemapLabel[]
  readonly credits: readonly Credit[]
}

/** Areas or lines of one class, drawn in one style. `home` is the story's own country. */
export interface BasemapShape {
  readonly kind: 'land' | 'home' | 'lake' | 'coast' | 'border' | 'river'
  /** The rings of areas, or lines. */
  readonly lines: readonly (readonly Position[])[]
  /** Whether the lines are rings to be filled (by the even-odd rule). */
  readonly filled: boolean
  /** For rivers: 1 is the greatest. */
  readonly rank: number
}

/** A name on the map. */
export interface BasemapLabel {
  readonly kind: 'sea' | 'lake' | 'river' | 'country' | 'capital' | 'town'
  readonly position: Position
  /** The common name in Latin letters; for a country its ISO 3166-1 alpha-2 code, if it has one. */
  readonly name: string
  /** The name in other languages, by BCP 47 language subtag. */
  readonly names: Readonly<Record<string, string>>
  /** For rivers: the direction of the course at the label, in degrees clockwise from east, -90 to 90. */
  readonly angle?: number
  /** The lowest zoom at which it may be drawn. */
  readonly minZoom: number
}

/** The source of a part of the map, credited on the map. */
export interface Credit {
  readonly text: string
  readonly url: string
  readonly license: string
}
