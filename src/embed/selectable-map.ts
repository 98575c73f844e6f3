import type { Story } from '../story/story.ts'

/**
 * What this folder needs of a map: the `<article-map>` element has it, and so has whatever else shows a story and lets
 * a place be selected. There is one way in, `select`, and one event out, `place-select`.
 *
 * Events: `story-load` after `story` has been set, `place-select` after `selected` has changed, and `place-reveal` when
 * the reader presses "Show in the article" in the popup of the selected place.
 */
export interface SelectableMap extends EventTarget {
  /** Null until it is there. */
  readonly story: Story | null
  /** The id of the selected place. */
  readonly selected: string | null
  /**
   * Set by whoever found the story's passages in the article around the map: the ids of the places that the reader can
   * be taken back from. Their popups may offer "Show in the article".
   */
  passages?: readonly string[]
  /** Selects a place, or none with null. Unknown ids are ignored. */
  select(id: string | null): void
}
