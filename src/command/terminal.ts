import { dirname, resolve, sep } from 'node:path'
import { type ArticleFile, parseArticleFile } from './article-file.ts'
import { ArticleError } from './article-html.ts'
import { printable } from '../build/printable.ts'
import { FileError, decodeText, readTextFile } from '../build/text-file.ts'
import { readGeometryFile } from './geometry-file.ts'
import { type ListedPlace, parsePlaceList } from './place-list-file.ts'

/** What the program needs of the terminal that it runs in. */
export interface Terminal {
  /** The folder that paths are relative to. */
  readonly folder: string
  readonly readInput: () => Promise<Uint8Array>
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Asks its user, where one sits before it. @returns the answer's line */
  readonly ask?: (question: string) => Promise<string>
  /** What the user types for a check: `article-map check`, or `npm run check --` in a clone of the project. */
  readonly checkCommand: string
  /** The options that `npm run` has kept for itself, as it does without `--` before them. */
  readonly keptOptions: readonly string[]
}

/** Wrong use of the program. The message says to its user what to do. */
export class UseError extends Error {}

/** Prints why something could not be done, with paths relative to the terminal's folder. */
export function printFault({ message }: Error, { folder, printError }: Terminal): void {
  printError(`article-map: ${printable(message.replaceAll(`${folder}${sep}`, ''))}\n`)
}

/**
 * Reads an article from a file, or from standard input if the name is `-`.
 * @param select a CSS selector of the elements of a page that hold the article
 * @throws {FileError} if it cannot be read, or a page's article cannot be told from the rest
 */
export async function readArticle(
  file: string | undefined,
  select: string | undefined,
  terminal: Terminal,
): Promise<ArticleFile | undefined> {
  if (file === undefined) {
    if (select !== undefined) throw new UseError('--select needs the page: add --article FILE')
    return undefined
  }
  const article = parseArticle(await readInput(file, terminal), file, select)
  if (article.text.text === '') throw new FileError(inputName(file), 'there is no text in it')
  return article
}

/** Parses what was read from an article's file. @throws {FileError} as {@link readArticle} does */
export function parseArticle(content: string, file: string, select: string | undefined): ArticleFile {
  try {
    return parseArticleFile(content, select)
  } catch (error) {
    throw error instanceof ArticleError ? new FileError(inputName(file), error.message) : error
  }
}

const inputName = (file: string): string => (file === '-' ? 'standard input' : file)

/** Prints what was read of a web page as its article; nothing for plain text, which is read whole. */
export function printReading({ reading }: ArticleFile, file: string, print: (line: string) => void): void {
  if (reading === undefined) return
  const advice = 'If that is not the article, name its element: --select CSS'
  print(`${printable(`${inputName(file)}: ${reading}`)}. ${advice}\n`)
}

/** Reads text from a file, or from standard input if the name is `-`. @throws {FileError} if it cannot be read */
export async function readInput(file: string, terminal: Terminal): Promise<string> {
  if (file === '-') return decodeText(await terminal.readInput(), 'standard input')
  return readTextFile(resolve(terminal.folder, file))
}

/**
 * Reads a list of places from a file, or from standard input if the name is `-`.
 * @param list the list itself, without a file
 * @throws {FileError} if a file cannot be read
 * @throws {AggregateError} of a FileError for each line that cannot be read
 */
export async function readPlaces(file: string | undefined, terminal: Terminal, list = ''): Promise<ListedPlace[]> {
  const folder = file === undefined || file === '-' ? '.' : dirname(file)
  const text = file === undefined ? list : await readInput(file, terminal)
  const name = file === '-' ? 'standard input' : (file ?? 'the place')
  return parsePlaceList(text, name, (path, place) => readGeometryFile(resolve(terminal.folder, folder, path), place))
}
