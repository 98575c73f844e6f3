import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type ArticleText } from '../story/article-text.ts'
import { type StoryCheck, checkStory } from '../story/check-story.ts'
import { IssueList } from '../story/issue-list.ts'
import { StoryError, formatIssue } from '../story/issue.ts'
import { parseLock } from '../story/parse-lock.ts'
import { createLock } from '../story/story-lock.ts'
import { type Story } from '../story/story.ts'

/** A file that cannot be used. The message says why, to whoever named the file. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly path: string
  readonly reason: string

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`)
    this.path = path
    this.reason = reason
  }
}

/** The SHA-256 of a text in UTF-8, as locks have it: `sha256:` and 64 hexadecimal digits. */
export function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

/** The path of a story file's lock: `geo/raqqa.lock.json` for `geo/raqqa.geojson`. */
export function lockPath(storyPath: string): string {
  return `${storyPath.replace(/\.(?:geo)?json$/, '')}.lock.json`
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

/** Writes the lock of a story that was checked with its article. @throws {FileError} if it cannot be written */
export function writeLock(path: string, { placements }: StoryCheck, article: ArticleText): void {
  const lock = createLock(placements, article, sha256)
  writeTextFile(lockPath(path), `${JSON.stringify(lock, null, 2)}\n`)
}

/**
 * Reads a text file in UTF-8.
 * @param optional whether a file that is not there gives undefined, instead of an error
 * @throws {FileError} if the file cannot be read
 */
export function readTextFile(path: string): string
export function readTextFile(path: string, optional: true): string | undefined
export function readTextFile(path: string, optional = false): string | undefined {
  try {
    return decodeText(readFileSync(path), path)
  } catch (error) {
    if (error instanceof FileError) throw error
    if (optional && codeOf(error) === 'ENOENT') return undefined
    throw new FileError(path, reasons[codeOf(error)] ?? 'cannot be read')
  }
}

/**
 * Decodes UTF-8.
 * @param name what the bytes are from, for the error
 * @throws {FileError} if they are not UTF-8
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileError(name, 'is not UTF-8 text; save it with that encoding')
  }
}

/**
 * Writes a file, and creates its folders.
 * @param flag `wx` never overwrites a file
 * @throws {FileError} if the file cannot be written
 */
export function writeTextFile(path: string, text: string, flag: 'w' | 'wx' = 'w'): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { flag })
  } catch (error) {
    const isFolder = error instanceof Error && 'syscall' in error && error.syscall === 'mkdir'
    const reason = isFolder && codeOf(error) === 'EEXIST' ? 'its folder is a file' : reasons[codeOf(error)]
    throw new FileError(path, reason ?? 'cannot be written')
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be opened: permission denied',
  EPERM: 'may not be opened: permission denied',
  EEXIST: 'is there already, and is not overwritten',
  EROFS: 'cannot be written: the disk is read-only',
  ENOSPC: 'cannot be written: the disk is full',
  ERR_FS_FILE_TOO_LARGE: 'is too large',
}
