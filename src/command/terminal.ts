import { resolve, sep } from 'node:path'
import { type ArticleFile, parseArticleFile } from './article-file.ts'
import { FileError, decodeText, readTextFile } from '../build/story-file.ts'

/** What the program has of the world around it. */
export interface Terminal {
  /** The folder that paths are relative to. */
  readonly folder: string
  readonly readInput: () => Promise<Uint8Array>
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** How its user starts a check: `article-map check`, or `npm run check --` in a clone of the project. */
  readonly checkCommand: string
}

/** What a command was asked that it cannot do, in words for the one who asked. */
export class UseError extends Error {}

/** Says why something could not be done, with paths as they are from the terminal's folder. */
export function printFault({ message }: Error, { folder, printError }: Terminal): void {
  printError(`article-map: ${message.replace(`${folder}${sep}`, '')}\n`)
}

/** The article of a file, or of standard input if its name is `-`. @throws {FileError} with what is wrong */
export async function readArticle(file: string | undefined, terminal: Terminal): Promise<ArticleFile | undefined> {
  if (file === undefined) return undefined
  const article = parseArticleFile(await readInput(file, terminal))
  if (article.text.text === '') throw new FileError(file === '-' ? 'standard input' : file, 'there is no text in it')
  return article
}

/** The text of a file, or of standard input if its name is `-`. @throws {FileError} with what is wrong */
export async function readInput(file: string, terminal: Terminal): Promise<string> {
  if (file === '-') return decodeText(await terminal.readInput(), 'standard input')
  return readTextFile(resolve(terminal.folder, file))
}
