import type { Story } from '../story/story.ts'

/**
 * What this folder needs of a map; the `<article-map>` element has it. Events: `story-load` after `story` has been set,
 * `place-select` after `selected` has changed, and `place-reveal` when the reader presses "Show in the article" in the
 * popup of the selected place.
 */
export interface SelectableMap extends EventTarget {
  /** Null until it is loaded. */
  readonly story: Story | null
  /** The id of the selected place. */
  readonly selected: string | null
  /** The ids of the places whose passages are in the article around the map: their popups offer "Show in the article". */
  passages?: readonly string[]
  /**
   * Selects a place; null selects none. Unknown ids are ignored. With `focus`, the focus goes to what the map says of it, while
   * the page does not scroll.
   */
  select(id: string | null, options?: { readonly focus?: boolean }): void
}
