import type { Position } from '../story/geometry.ts'

/** [west, south, east, north] in degrees, WGS 84. East is greater than west: across the antimeridian west passes -180 or east 180, whichever is nearer to the opening view. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** The bundled map under a story's places, decoded and ready to draw. */
export interface Basemap {
  /** What the data covers; beyond it there is nothing to draw. */
  readonly bounds: Bounds
  /** In drawing order, the lowest first. */
  readonly shapes: readonly BasemapShape[]
  /** The most important first. */
  readonly labels: readonly BasemapLabel[]
  readonly credits: readonly Credit[]
}

/** One class of areas or lines, drawn in one style. `home` is the story's own country. */
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
  /** The common Latin form; of a country its code in ISO 3166-1 alpha-2, where it has one. */
  readonly name: string
  /** The name in other languages, by BCP 47 language subtag. */
  readonly names: Readonly<Record<string, string>>
  /** For rivers: the direction of the course at the label, degrees clockwise from east, -90 to 90. */
  readonly angle?: number
  /** The lowest zoom at which it may be drawn. */
  readonly minZoom: number
}

/** Who a part of the map comes from; shown on the map. */
export interface Credit {
  readonly text: string
  readonly url: string
  readonly license: string
}
