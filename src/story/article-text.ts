import { partNotes } from './article-notes.ts'
import { foldTypography } from './typography.ts'

/** A piece of an article between two paragraph breaks. */
export interface Block {
  readonly text: string
  /** Whether a reader who counts the paragraphs of the article's body counts it: no headline, byline, date, caption, note. */
  readonly isParagraph: boolean
}

/** An article's text, prepared so that quotes can be found in it. Create it once for all quotes. */
export interface ArticleText {
  /** As published, with a blank line between two blocks. */
  readonly text: string
  /** The text as `foldTypography` gives it; positions of quotes are positions in it. */
  readonly folded: string
  /** For each UTF-16 unit of `folded`, its position in `text`. */
  readonly offsets: readonly number[]
  /** Where each block starts in `text`; a paragraph of the body also has its number, counted from 1. */
  readonly blocks: readonly { readonly start: number; readonly paragraph?: number }[]
}

/** Joins an article's blocks. Line breaks within a block only wrap lines and become spaces. */
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
 * Parses an article from plain text. Blank lines separate its blocks; without any, each line is a block. A block that
 * does not end like a sentence is a headline, a byline or a date, not a paragraph; so is each
 * line of the first such block, and a first block that asks or calls. Nor are footnotes at the end, whose marks in the text
 * are left out, as they are in a page: see {@link partNotes}.
 */
export function parseArticleText(text: string): ArticleText {
  const plain = text.replace(/^\uFEFF/, '').trim()
  const breaks = /\n[ \t]*\r?\n/.test(plain) ? /(?:\r?\n[ \t]*){2,}/ : /\r?\n/
  const { body, notes } = partNotes(plain.split(breaks))
  const [first = '', ...rest] = body
  const blocks = [...(isSentence(first) ? [first] : first.split(/\r?\n/)), ...rest].map((block, i) => ({
    text: block,
    isParagraph: isSentence(block) && (i > 0 || !asking.test(block)),
  }))
  return createArticleText([...blocks, ...notes.map((text) => ({ text, isParagraph: false }))])
}

// A headline such as "Who pays for the bridge?"
const asking = /[?!؟]$/

function isSentence(block: string): boolean {
  return /[\p{Sentence_Terminal}…:;][\p{Quotation_Mark}\p{Pe}\p{Pf}*\s]*$/u.test(block.slice(-40))
}

/** The number of the paragraph at a position in the folded text; undefined in a headline, a byline or a date. */
export function paragraphAt(article: ArticleText, position: number): number | undefined {
  const offset = article.offsets[position] ?? 0
  let low = 0
  for (let high = article.blocks.length; high - low > 1;) {
    const middle = (low + high) >> 1
    if ((article.blocks[middle]?.start ?? 0) <= offset) low = middle
    else high = middle
  }
  return article.blocks[low]?.paragraph
}
