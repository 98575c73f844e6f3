import { type PlaceGeometry, type Position } from './geometry.ts'

/** How well a place's position is known. Each is drawn differently and said in words. */
export type Precision = 'exact' | 'approximate' | 'city' | 'region'

/** An article and its places: what a story file says, parsed and checked. Plain data; it survives JSON unchanged. */
export interface Story {
  readonly article: Article
  /** In the order in which the article should be read. */
  readonly places: readonly Place[]
}

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
  /** 1 for the story's first place: what its marker and its row in the list show. */
  readonly number: number
  /** In the article's spelling. */
  readonly name: string
  /** The name as it is written where the place lies. */
  readonly localName?: LocalName
  /** Other names that a reader may look for. */
  readonly aliases: readonly string[]
  /** The article's passages that speak of the place; one at least. */
  readonly quotes: readonly Quote[]
  readonly geometry: PlaceGeometry
  /** Where the marker stands: the point itself, or a point of the line or area. */
  readonly position: Position
  readonly precision: Precision
  /** Radius in metres within which the true position lies. */
  readonly accuracy?: number
  /** Who says that the place is there. */
  readonly source: string
  /** One sentence to the reader. */
  readonly note?: string
}

/** A name in another language than the article's. */
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
  /** The article's paragraph in which the passage starts, counted from 1: known once the story is locked to its article. */
  readonly paragraph?: number
}
