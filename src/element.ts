import type { ArticleMapEventMap } from './element/article-map-interface.ts'

export { ArticleMapElement } from './element/article-map-element.ts'
export { PlaceSelectEvent } from './element/place-select-event.ts'
export { StoryErrorEvent } from './element/story-error-event.ts'
export type { ArticleMapAttributes, ArticleMapEventMap } from './element/article-map-interface.ts'
export type { PlaceGeometry, Position } from './story/geometry.ts'
export type { Article, LocalName, Place, Precision, Quote, Story } from './story/story.ts'

declare global {
  interface HTMLElementEventMap extends ArticleMapEventMap {}
}
