import type { BasemapFile } from '../cartography/basemap-file.ts'
import type { Story } from '../story/story.ts'
import type { Words } from '../words/words.ts'

/** What the build writes into a story's page, checked, parsed and ready: the data of the live map. */
export interface PageData {
  readonly story: Story
  readonly basemap: BasemapFile
  readonly words: Words
  /** When the article was published, as the words' language writes it: a slow phone takes long to write a first date. */
  readonly date: string | undefined
}
