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
  /** Where there are streets, if anywhere. */
  readonly streets?: readonly Bounds[]
}

/** Areas or lines of one class, drawn in one style. `home` is the story's own country. */
export interface BasemapShape {
  readonly kind: 'land' | 'home' | 'lake' | 'coast' | 'border' | 'river' | StreetKind
  /** The rings of areas, or lines. */
  readonly lines: readonly (readonly Position[])[]
  /** Whether the lines are rings to be filled (by the even-odd rule). */
  readonly filled: boolean
  /** For rivers: 1 is the greatest. */
  readonly rank: number
  /** The zooms at which it is drawn: from the one, and up to the other. */
  readonly from?: number
  readonly to?: number
  /** For streets: the width of the lines at zoom 15, in pixels, and the least. */
  readonly width?: number
  readonly least?: number
  /** Whether the lines have an outline, which is drawn under all streets, so that these join where they meet. */
  readonly cased?: boolean
}

/** What a town's streets show, besides the basemap. */
export type StreetKind =
  | 'ground'
  | 'sea'
  | 'built-up'
  | 'open'
  | 'green'
  | 'site'
  | 'water'
  | 'building'
  | 'waterway'
  | 'wall'
  | 'rail'
  | 'path'
  | 'service'
  | 'minor'
  | 'major'
  | 'motorway'

/** A name on the map. */
export interface BasemapLabel {
  readonly kind: 'sea' | 'lake' | 'river' | 'country' | 'capital' | 'town' | 'street' | 'area'
  readonly position: Position
  /** The common name in Latin letters; for a country its ISO 3166-1 alpha-2 code, if it has one. */
  readonly name: string
  /** The name in other languages, by BCP 47 language subtag. */
  readonly names: Readonly<Record<string, string>>
  /** For rivers and streets: the direction of the course at the label, in degrees clockwise from east, -90 to 90. */
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
