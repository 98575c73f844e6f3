import type { PlaceSelectEvent } from './element/place-select-event.ts'

export { ArticleMapElement } from './element/article-map-element.ts'
export { PlaceSelectEvent } from './element/place-select-event.ts'
export { StoryErrorEvent } from './element/story-error-event.ts'
export type { PlaceGeometry, Position } from './story/geometry.ts'
export type { Article, LocalName, Place, Precision, Quote, Story } from './story/story.ts'

declare global {
  interface HTMLElementEventMap {
    /** A place has been selected, or none any more. */
    'place-select': PlaceSelectEvent
    /** The story has been loaded and is drawn. */
    'story-load': Event
    /** The reader wants to see the selected place's passage in the article. */
    'place-reveal': Event
  }
}
