import { type ArticleText } from './article-text.ts'
import { checkGeometry } from './check-geometry.ts'
import { checkPlaces } from './check-places.ts'
import { type QuotePlacement, checkQuotes } from './check-quotes.ts'
import { type Issue } from './issue.ts'
import { readDocument } from './parse-story.ts'
import { type Hash, type StoryLock, applyLock, checkLock, compareLock } from './story-lock.ts'
import { type Story } from './story.ts'

/** What a story file is checked against. */
export interface StoryProof {
  /** The article: then every quote must stand in it. */
  readonly article?: ArticleText | undefined
  /** The lock: then every quote must be as it was when it was verified. */
  readonly lock?: { readonly value: StoryLock; readonly hash: Hash } | undefined
}

/** The outcome of a check. */
export interface StoryCheck {
  /** As {@link readStory} gives it; with a lock, its quotes have the article's own characters and their paragraphs. */
  readonly story?: Story
  /** In the order of the file. */
  readonly issues: readonly Issue[]
  /** Where the quotes stand, if the article was given. */
  readonly placements: readonly QuotePlacement[]
}

/**
 * Everything that is wrong with a story file, as far as the file alone tells: its format, and whether its places are
 * honest. The same as the issues of {@link checkStory} without an article or a lock. Does not throw.
 * @returns the issues in the order of the file; none if all is well
 */
export function getIssues(text: string): readonly Issue[] {
  return checkStory(text).issues
}

/** All checks of a story file: its format, its places, its quotes. Does not throw. */
export function checkStory(text: string, { article, lock }: StoryProof = {}): StoryCheck {
  const document = readDocument(text)
  const { issues } = document
  checkPlaces(document)
  checkGeometry(document.root, document.features, issues)
  if (lock !== undefined) checkLock(document, lock.value, lock.hash)
  const placements = article === undefined ? [] : checkQuotes(document, article)
  if (article !== undefined && lock !== undefined) {
    compareLock(document, lock.value, article, placements, lock.hash)
  }
  const story = document.story && lock ? applyLock(document.story, lock.value, lock.hash) : document.story
  return { ...(story !== undefined && { story }), issues: issues.sorted(), placements }
}
