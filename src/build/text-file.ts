import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { inspect } from 'node:util'
import { closest } from '../story/spelling.ts'

/** An error that is printed as its message alone: a reporter has no use for a stack trace. */
export class PlainError extends Error {
  constructor(message: string) {
    super(message)
    this.stack = message
  }

  [inspect.custom](): string {
    return this.message
  }
}

/** A file that cannot be used. The message says why, to whoever named the file. */
export class FileError extends PlainError {
  override readonly name = 'FileError'
  readonly path: string
  readonly reason: string

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`)
    this.path = path
    this.reason = reason
  }
}

/** How many bytes a file has at most that is read; more would take minutes and all of the memory. */
export const mostBytes = 50_000_000
const tooLarge = `is too large: more than ${mostBytes / 1_000_000} MB`

/**
 * Reads a text file in UTF-8.
 * @param optional whether a file that is not there gives undefined, instead of an error
 * @throws {FileError} if the file cannot be read
 */
export function readTextFile(path: string): string
export function readTextFile(path: string, optional: true): string | undefined
export function readTextFile(path: string, optional = false): string | undefined {
  try {
    const file = statSync(path)
    // Reading one might never end.
    if (!file.isFile() && !file.isDirectory()) throw new FileError(path, 'is a pipe or a device, not a file')
    if (file.size > mostBytes) throw new FileError(path, tooLarge)
    return decodeText(readFileSync(path), path)
  } catch (error) {
    if (error instanceof FileError) throw error
    if (codeOf(error) === 'ENOENT' && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new FileError(path, 'is a link to a file that is not there')
    }
    if (optional && codeOf(error) === 'ENOENT') return undefined
    const near = codeOf(error) === 'ENOENT' ? nearestFile(path) : undefined
    const advice = near === undefined ? '' : `; did you mean ${near}?`
    throw new FileError(path, `${reasonOf(error) ?? 'cannot be read'}${advice}`)
  }
}

/** The file in the folder of one that is not there whose name is most like its name; of those, the one with its ending. */
function nearestFile(path: string): string | undefined {
  const folder = dirname(path)
  const nameOf = (file: string): string => basename(file, extname(file))
  const hasEnding = (file: string): number => Number(extname(file) === extname(path))
  try {
    const files = readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => (entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : []))
      .sort((a, b) => hasEnding(b) - hasEnding(a))
    const name = closest(nameOf(path), files.map(nameOf))
    const file = files.find((other) => nameOf(other) === name)
    return file && join(folder, file)
  } catch {
    // There is no such folder, or it may not be read.
    return undefined
  }
}

/** How files of other programs begin, and what they are. */
const formats: readonly (readonly [start: readonly number[], name: string])[] = [
  [[...Buffer.from('%PDF-')], 'a PDF'],
  [[...Buffer.from('{\\rtf')], 'an RTF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a document of a word processor or a ZIP archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word document'],
]

/**
 * Decodes UTF-8.
 * @param name what the bytes are from, for the error
 * @throws {FileError} if they are not UTF-8, or too many
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes.length > mostBytes) throw new FileError(name, tooLarge)
  const format = formats.find(([start]) => start.every((byte, i) => bytes[i] === byte))?.[1]
  if (format !== undefined)
    throw new FileError(name, `is ${format}, not text: save it as plain text in UTF-8, or as HTML`)
  // No text has one, but every second byte of UTF-16 may be.
  if (bytes.includes(0))
    throw new FileError(name, 'has NUL bytes, as UTF-16 has, and is not UTF-8 text; save it as UTF-8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileError(name, 'is not UTF-8 text; save it with that encoding')
  }
}

/**
 * Writes a file whole or not at all, and creates its folders. A link is replaced, and what it leads to is left alone.
 * @param flag `wx` never overwrites a file
 * @throws {FileError} if the file cannot be written
 */
export function writeTextFile(path: string, text: string, flag: 'w' | 'wx' = 'w'): void {
  const draft = join(dirname(path), `.article-map-${randomBytes(6).toString('hex')}.tmp`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    try {
      writeDraft(draft, text)
      if (flag === 'w') renameSync(draft, path)
      else linkDraft(draft, path)
    } finally {
      rmSync(draft, { force: true })
    }
  } catch (error) {
    const isFolder = error instanceof Error && 'syscall' in error && error.syscall === 'mkdir'
    const reason = isFolder && /^(?:EEXIST|ENOTDIR)$/.test(codeOf(error)) ? 'its folder is a file' : reasonOf(error)
    throw new FileError(path, reason ?? 'cannot be written')
  }
}

/** Writes a new file, down to the disk: a name given to it afterwards is never that of less. */
function writeDraft(path: string, text: string): void {
  const file = openSync(path, 'wx')
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Gives a draft its name, unless a file has that name. */
function linkDraft(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    // Some disks have no links, as memory sticks.
    closeSync(openSync(path, 'wx'))
    renameSync(draft, path)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Why the system would not open or write a file, in words; undefined if that is not what the error says. */
export function reasonOf(error: unknown): string | undefined {
  // Rolldown has the system's words, and not its code.
  const isFull = error instanceof Error && error.message.includes('No space left on device')
  return reasons[isFull ? 'ENOSPC' : codeOf(error)]
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
  EDQUOT: 'cannot be written: the disk is full',
  EFBIG: 'cannot be written: it would be too large',
  ENAMETOOLONG: 'has too long a name',
}
