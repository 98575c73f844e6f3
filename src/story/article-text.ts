import { foldTypography } from './typography.ts'

/** A piece of an article between two paragraph breaks. */
export interface Block {
  readonly text: string
  /** Whether a reader who counts the paragraphs of the article's body counts it: no headline, byline, date, caption. */
  readonly isParagraph: boolean
}

/** An article's text, ready to look for quotes in it. Build it once for all quotes. */
export interface ArticleText {
  /** As published, a blank line between two blocks. */
  readonly text: string
  /** Without the typography that changes no word; positions of quotes are positions in it. */
  readonly folded: string
  /** For each unit of `folded`, where it stands in `text`. */
  readonly offsets: readonly number[]
  /** For each block, where it starts in `text`, and its number if it is a paragraph of the body, counted from 1. */
  readonly blocks: readonly { readonly start: number; readonly paragraph?: number }[]
}

/** The text of an article from its blocks, in their order. Line breaks within a block are the file's, and go. */
export function createArticleText(blocks: readonly Block[]): ArticleText {
  const starts: { start: number; paragraph?: number }[] = []
  let text = ''
  let paragraph = 0
  for (const block of blocks) {
    const line = block.text.replace(/[ \t\r\n\f]+/g, ' ').trim()
    if (line === '') continue
    if (text !== '') text += '\n\n'
    if (block.isParagraph) starts.push({ start: text.length, paragraph: ++paragraph })
    else starts.push({ start: text.length })
    text += line
  }
  const { text: folded, offsets } = foldTypography(text)
  return { text, folded, offsets, blocks: starts }
}

/**
 * An article from plain text. Blank lines part its blocks; where there is none, every line is one. A block that does
 * not end as a sentence does is a headline, a byline or a date, and no paragraph.
 */
export function parseArticleText(text: string): ArticleText {
  const plain = text.replace(/^\uFEFF/, '').trim()
  const breaks = /\n[ \t]*\r?\n/.test(plain) ? /(?:\r?\n[ \t]*){2,}/ : /\r?\n/
  return createArticleText(plain.split(breaks).map((block) => ({ text: block, isParagraph: isSentence(block) })))
}

function isSentence(block: string): boolean {
  return /[\p{Sentence_Terminal}…:;][\p{Quotation_Mark}\p{Pe}\p{Pf}*\s]*$/u.test(block.slice(-40))
}

/** The number of the paragraph at a position in the folded text; undefined in a headline and the like. */
export function paragraphAt(article: ArticleText, position: number): number | undefined {
  const offset = article.offsets[position] ?? 0
  return article.blocks.findLast(({ start }) => start <= offset)?.paragraph
}
