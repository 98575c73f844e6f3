import type { PlaceSelectEvent } from './place-select-event.ts'
import type { StoryErrorEvent } from './story-error-event.ts'

/** The attributes of `<article-map>`, for templates that check them. */
export interface ArticleMapAttributes {
  /** The address of the story file. Without it, the story is read from a child `<script type="application/geo+json">`. */
  src?: string | undefined
  /** The address of the story's basemap; without it, a small map of the world. */
  basemap?: string | undefined
  /** The address of the story's streets, where it has some. */
  streets?: string | undefined
  /** Street tiles: `off`, the default; `auto`, OpenStreetMap's; or an https template with `{z}/{x}/{y}`. */
  tiles?: string | undefined
  /** Whom to credit for tiles of one's own. */
  'tiles-attribution'?: string | undefined
  /** The id of the place to open with. */
  place?: string | undefined
  /** Whether the map reads and writes the page's hash; for one map of a page. */
  address?: boolean | undefined
  /** Light or dark; by default as the reader's system has it. */
  theme?: 'auto' | 'light' | 'dark' | undefined
  /** Whether a small map in a corner parts what the map cannot. */
  inset?: 'auto' | 'off' | undefined
}

/** The events of `<article-map>`. */
export interface ArticleMapEventMap {
  /** The story has been loaded and is drawn. */
  'story-load': Event
  /** A story, its basemap or its streets cannot be shown, whole or in part. */
  'story-error': StoryErrorEvent
  /** A place has been selected, or none any more. */
  'place-select': PlaceSelectEvent
  /** The reader wants to see the selected place's passage in the article. */
  'place-reveal': Event
}
