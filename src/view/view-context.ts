import type { LocalizedStory } from '../words/localized-story.ts'

/** What every view is given beside its subject. */
export interface ViewContext extends LocalizedStory {
  /** Where elements are made: the browser's document, or one for Node. */
  readonly document: Document
  /** The element of the headline: `h1` where the map is its page's whole content, else `h2`. */
  readonly headlineTag?: 'h1' | 'h2'
}

/** The element of a place's name, a heading under the headline. */
export function placeHeadingTag({ headlineTag }: ViewContext): 'h2' | 'h3' {
  return headlineTag === 'h1' ? 'h2' : 'h3'
}
