/**
 * The check of story files, for programs: content management systems, editors, build scripts. It runs in Node and in
 * browsers and needs neither a document nor a network. What is exported here does not throw, except `parseStory`.
 *
 * @module
 */
export { parseArticleText } from './story/article-text.ts'
export type { ArticleText } from './story/article-text.ts'
export type { QuotePlacement } from './story/check-quotes.ts'
export { checkStory, getIssues } from './story/check-story.ts'
export type { StoryCheck, StoryProof } from './story/check-story.ts'
export { StoryError, formatIssue, issueCodes } from './story/issue.ts'
export type { Issue, IssueCode, Severity } from './story/issue.ts'
export type { PlaceGeometry, Position } from './story/geometry.ts'
export { parseStory, readStory } from './story/parse-story.ts'
export type { StoryReading } from './story/parse-story.ts'
export { parseLock } from './story/parse-lock.ts'
export type { Hash, LockedQuote, StoryLock } from './story/story-lock.ts'
export type { Article, LocalName, Place, Precision, Quote, Story } from './story/story.ts'
