import { ArticleMapElement } from './article-map-element.ts'

export { ArticleMapElement } from './article-map-element.ts'
export { PlaceSelectEvent } from './place-select-event.ts'
export { StoryErrorEvent } from './story-error-event.ts'
export type { Article, LocalName, Place, PlaceGeometry, Precision, Quote, Story } from './story/story.ts'

// The module's own address can keep it from defining the element: `article-map.js?define=no`.
ArticleMapElement.define()
