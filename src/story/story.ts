import { type PlaceGeometry, type Position } from './geometry.ts'

/** How well a place's position can be known, the best first. Each is drawn in its own way and put in words. */
export const precisions = ['exact', 'approximate', 'city', 'region'] as const

export type Precision = (typeof precisions)[number]

/** An article and its places: what a story file says, parsed and checked. Plain data, which survives JSON unchanged. */
export interface Story {
  readonly article: Article
  /** In the order of the story file. */
  readonly places: readonly Place[]
  /** What the map shows when it opens: a bounding box of RFC 7946, whose west is east of its east across the antimeridian. */
  readonly view?: BoundingBox
}

/** West, south, east and north, in degrees. See https://www.rfc-editor.org/rfc/rfc7946#section-5 */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number]

/** The article that the places are taken from, in the words of schema.org's NewsArticle. */
export interface Article {
  readonly headline: string
  /** ISO 8601 date, or date and time. */
  readonly datePublished?: string
  /** BCP 47 language tag. */
  readonly inLanguage?: string
  /** Always http or https. */
  readonly url?: string
  readonly publisher?: string
}

/** One place of the story. */
export interface Place {
  /** The place's permanent address within the story, a slug: `#place=ID`. */
  readonly id: string
  /** The number on its marker and in the list; 1 is the story's first place. */
  readonly number: number
  /** In the article's spelling. */
  readonly name: string
  /** The name in the language of the place itself. */
  readonly localName?: LocalName
  /** Other names that a reader may look for. */
  readonly aliases: readonly string[]
  /** The article's passages that speak of the place, at least one. */
  readonly quotes: readonly Quote[]
  readonly geometry: PlaceGeometry
  /** Where the marker stands: the point itself, or a point of the line or area. */
  readonly position: Position
  readonly precision: Precision
  /** Radius in metres within which the true position lies. */
  readonly accuracy?: number
  /** Who says that the place is there. */
  readonly source: string
  /** A sentence for the reader. */
  readonly note?: string
}

/** A name in a language other than the article's. */
export interface LocalName {
  readonly value: string
  /** BCP 47 language tag. */
  readonly lang: string
}

/**
 * A passage of the article, verbatim: a TextQuoteSelector of the Web Annotation Data Model.
 * See https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export interface Quote {
  readonly exact: string
  /** The text right before `exact`, where `exact` stands more than once in the article. */
  readonly prefix?: string
  /** The text right after `exact`, where `exact` stands more than once in the article. */
  readonly suffix?: string
  /** Whether the passage was found in the article: known once the story is locked to it. */
  readonly verified?: true
  /** The article's paragraph in which a verified passage starts, counted from 1; absent in a headline, a list or a caption. */
  readonly paragraph?: number
}

/** The radius of the circle in which a place lies, in metres; none for a region, which is no circle, or where it is unknown. */
export function circleRadius({ precision, accuracy }: Pick<Place, 'precision' | 'accuracy'>): number | undefined {
  return precision === 'region' ? undefined : accuracy
}
