import { type ArticleFile } from './article-file.ts'
import { type ListedPlace } from './place-list-file.ts'
import { type Terminal, UseError, readArticle, readPlaces } from './terminal.ts'

/** The options of the commands that write places into a story. */
export const sourceOptions = {
  article: { type: 'string' },
  select: { type: 'string' },
  places: { type: 'string' },
  folder: { type: 'string', default: 'geo' },
} as const

/** What the options say of an article and its places. */
export interface SourceValues {
  readonly article?: string
  readonly select?: string
  readonly places?: string
}

/** What is written into a story, and where it was read. */
export interface StorySources {
  readonly places: readonly ListedPlace[]
  readonly article: ArticleFile | undefined
  /** What the article's file was named. */
  readonly articleName: string | undefined
  /** The CSS selector of the elements of a page that hold the article. */
  readonly select: string | undefined
}

/**
 * Reads the article and the places that the options name.
 * @param list the places themselves, without a file
 * @throws {UseError} if both are standard input
 * @throws as {@link readArticle} and {@link readPlaces} do
 */
export async function readSources(values: SourceValues, terminal: Terminal, list?: string): Promise<StorySources> {
  const { article, select, places } = values
  if (article === '-' && places === '-') throw new UseError('only one file can be standard input')
  return {
    article: await readArticle(article, select, terminal),
    places: await readPlaces(places, terminal, list),
    articleName: article,
    select,
  }
}
