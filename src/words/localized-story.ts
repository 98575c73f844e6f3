import type { Story } from '../story/story.ts'
import { type Direction, directionOf } from './direction.ts'
import { findWords, languages } from './languages.ts'
import { formatDate } from './quantity.ts'
import type { Words } from './words.ts'

/** A story with the words of the language that it is shown in. */
export interface LocalizedStory {
  readonly story: Story
  readonly words: Words
  /** That of the words' language; that of the article's where the interface does not speak it and falls back to English. */
  readonly direction: Direction
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
  const found = findWords([...tags, inLanguage])
  const words = found ?? languages.en
  return {
    story,
    words,
    direction: directionOf(found?.language ?? inLanguage),
    date: datePublished === undefined ? undefined : formatDate(datePublished, words.language),
  }
}
