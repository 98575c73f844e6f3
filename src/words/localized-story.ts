import type { Story } from '../story/story.ts'
import { wordsFor } from './languages.ts'
import { formatDate } from './quantity.ts'
import type { Words } from './words.ts'

/** A story with the words of the language that it is shown in. */
export interface LocalizedStory {
  readonly story: Story
  readonly words: Words
  /**
   * When the article was published, as the words' language writes it; `undefined` where the story does not say.
   * It is written once, ahead of time: the first date that a slow phone writes takes it long.
   */
  readonly date: string | undefined
}

/**
 * Gives a story the words of the first language that the interface speaks; English where it speaks none of them.
 * @param tags BCP 47, the preferred one first; the story's own language comes after them
 */
export function localizeStory(story: Story, ...tags: readonly (string | undefined)[]): LocalizedStory {
  const { datePublished, inLanguage } = story.article
  const words = wordsFor([...tags, inLanguage])
  return { story, words, date: datePublished === undefined ? undefined : formatDate(datePublished, words.language) }
}
