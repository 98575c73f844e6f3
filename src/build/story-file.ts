import { createHash } from 'node:crypto'
import { type ArticleText } from '../story/article-text.ts'
import { type StoryCheck, checkStory } from '../story/check-story.ts'
import { formatPublishedStory } from '../story/format-story.ts'
import { IssueList } from '../story/issue-list.ts'
import { StoryError, formatIssue } from '../story/issue.ts'
import { parseLock } from '../story/parse-lock.ts'
import { createLock } from '../story/story-lock.ts'
import { type Story } from '../story/story.ts'
import { readTextFile, writeTextFile } from './text-file.ts'

/** The SHA-256 of a text in UTF-8, as locks have it: `sha256:` and 64 hexadecimal digits. */
export function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

/** The path of a story file's lock: `geo/raqqa.lock.json` for `geo/raqqa.geojson`, `raqqa.json.lock.json` for `raqqa.json`. */
export function lockPath(storyPath: string): string {
  return `${storyPath.replace(/\.geojson$/, '')}.lock.json`
}

/**
 * Checks a story file, and its lock if there is one beside it.
 * @param path the story file
 * @param article the text that must contain the quotes, if it is at hand
 * @param locking whether a new lock will be written, so that the old one does not count
 * @throws {FileError} if a file cannot be read
 */
export function checkStoryFile(path: string, article?: ArticleText, locking = false): StoryCheck {
  const text = readTextFile(path)
  const lockText = locking ? undefined : readTextFile(lockPath(path), true)
  if (lockText === undefined) return checkStory(text, { article })
  const faults = new IssueList(lockText)
  const value = parseLock(lockText, faults)
  if (value !== undefined) return checkStory(text, { article, lock: { value, hash: sha256 } })
  const check = checkStory(text, { article })
  const [first] = faults.sorted()
  const fault = first === undefined ? '' : ` (${formatIssue(first)})`
  const message = `its lock cannot be read${fault}: write it anew with --article FILE --lock`
  return {
    ...check,
    issues: [{ severity: 'error', code: 'lock', path: '', message, line: 1, column: 1 }, ...check.issues],
  }
}

/**
 * Reads a story that is to be published; its quotes have their paragraphs if it has a lock.
 * @throws {StoryError} if it has errors, among them a quote that was changed after it was verified
 * @throws {FileError} if it cannot be read
 */
export function readStoryFile(path: string): Story {
  const { story, issues } = checkStoryFile(path)
  if (story === undefined || issues.some(({ severity }) => severity === 'error')) throw new StoryError(issues)
  return story
}

/**
 * A story file's text as it is published: see {@link formatPublishedStory}.
 * @throws as {@link readStoryFile} does
 */
export function publishedStory(path: string): string {
  return formatPublishedStory(readTextFile(path), readStoryFile(path))
}

/** Writes the lock of a story that was checked with its article. @throws {FileError} if it cannot be written */
export function writeLock(path: string, { placements }: StoryCheck, article: ArticleText): void {
  const lock = createLock(placements, article, sha256)
  writeTextFile(lockPath(path), `${JSON.stringify(lock, null, 2)}\n`)
}
