import type { Story } from '../story/story.ts'
import type { Words } from '../words/words.ts'

/** What every view is given beside its subject. */
export interface ViewContext {
  /** Where elements are made: the browser's document, or one for Node. */
  readonly document: Document
  readonly words: Words
  readonly story: Story
  /** When the article was published, as the words' language writes it. */
  readonly date?: string | undefined
  /** The element of the headline: `h1` where the map is its page's whole content, else `h2`. */
  readonly headlineTag?: 'h1' | 'h2'
}
