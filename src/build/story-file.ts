import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type ArticleText } from '../story/article-text.ts'
import { type StoryCheck, checkStory } from '../story/check-story.ts'
import { StoryError } from '../story/issue.ts'
import { createLock, parseLock } from '../story/story-lock.ts'
import { type Story } from '../story/story.ts'

/** A file that cannot be used, in words for the one who named it. */
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

/** SHA-256 of a text's UTF-8, as locks hold it. */
export function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

/** Where the lock of a story file lies: `geo/raqqa.lock.json` for `geo/raqqa.geojson`. */
export function lockPath(storyPath: string): string {
  return `${storyPath.replace(/\.(?:geo)?json$/, '')}.lock.json`
}

/**
 * Checks a story file, with its lock if there is one beside it.
 *
 * @param path the story file
 * @param article what the quotes must stand in, if it is at hand
 * @param locking whether the lock is to be written anew, so that the old one does not count
 * @throws {FileError} if a file cannot be read
 */
export function checkStoryFile(path: string, article?: ArticleText, locking = false): StoryCheck {
  const text = readTextFile(path)
  const lockText = locking ? undefined : readTextFile(lockPath(path), true)
  if (lockText === undefined) return checkStory(text, { article })
  const value = parseLock(lockText)
  if (value !== undefined) return checkStory(text, { article, lock: { value, hash: sha256 } })
  const check = checkStory(text, { article })
  const message = 'its lock cannot be read: write it anew with --article FILE --lock'
  return {
    ...check,
    issues: [{ severity: 'error', code: 'lock', path: '', message, line: 1, column: 1 }, ...check.issues],
  }
}

/**
 * The story of a file that is to be published, with its quotes' paragraphs as its lock has them.
 *
 * @throws {StoryError} if it has errors, among them a quote that was changed after it was verified
 * @throws {FileError} if it cannot be read
 */
export function readStoryFile(path: string): Story {
  const { story, issues } = checkStoryFile(path)
  if (story === undefined || issues.some(({ severity }) => severity === 'error')) throw new StoryError(issues)
  return story
}

/** Writes the lock of a story that was checked against its article. @throws {FileError} if it cannot be written */
export function writeLock(path: string, { placements }: StoryCheck, article: ArticleText): void {
  const lock = createLock(placements, article, sha256)
  writeTextFile(lockPath(path), `${JSON.stringify(lock, null, 2)}\n`)
}

/** The text of a UTF-8 file; undefined if there is none and it is optional. @throws {FileError} with what is wrong */
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

/** Bytes as UTF-8 text. @throws {FileError} if they are none */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileError(name, 'is not UTF-8 text; save it with that encoding')
  }
}

/** Writes a file, and the folders that it needs. @param flag `wx` to never overwrite one @throws {FileError} with what is wrong */
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
