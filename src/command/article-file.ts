import { type ArticleText, createArticleText, parseArticleText } from '../story/article-text.ts'
import { show } from '../story/json-node.ts'
import { type Article } from '../story/story.ts'
import { withoutInvisible } from '../story/typography.ts'
import { isWord, tokensOf } from '../story/word.ts'
import { headlineAndDate } from './article-heading.ts'
import { ArticleError, blocksOf } from './article-html.ts'
import { metadataOf } from './article-metadata.ts'
import { parsePage } from './article-page.ts'
import { detectLanguage } from './text-language.ts'

/** An article from a file: its text, and its headline, date, language, address and publisher as far as the file has them. */
export interface ArticleFile {
  readonly text: ArticleText
  readonly metadata: Partial<Article>
  /** Of a web page, what was read as its article: how much, and the first and last words. */
  readonly reading?: string
}

/** What no text has but Markdown: a block of YAML at its start, a link, or bold words. */
const markdown = /^\uFEFF?---\r?\n[\w-]+:|\]\((?:https?:|\/|#)[^\s)]*\)|\*\*[\p{L}\p{N}][^*\n]*\*\*/u
const markdownAdvice =
  'is Markdown, whose marks no reader of the article sees: give the page that is made of it, or its text without them'

/**
 * Parses the file of an article: as HTML if it looks like HTML, else as plain text.
 * @param select a CSS selector of the elements of a page that hold the article
 * @throws {ArticleError} if it is Markdown, if a page's article cannot be told from the rest, or nothing matches the selector
 */
export function parseArticleFile(file: string, select?: string): ArticleFile {
  if (!/<(?:!doctype|html|head|body|main|article|section|div|h1|p)[\s>]|<\/[a-z]+[1-6]?>/i.test(file)) {
    if (select !== undefined) throw new ArticleError('is plain text, and is read whole: leave out --select')
    const mark = markdown.exec(file)?.[0]
    if (mark !== undefined) throw new ArticleError(`${markdownAdvice}, got ${show(mark.trim())}`)
    const text = parseArticleText(file)
    return { text, metadata: headingAndLanguage(text) }
  }
  const page = parsePage(file)
  const text = createArticleText(blocksOf(page, select))
  return { text, metadata: { ...headingAndLanguage(text), ...metadataOf(page) }, reading: describeReading(text) }
}

function headingAndLanguage(text: ArticleText): Partial<Article> {
  const inLanguage = detectLanguage(text.text)
  return { ...headlineAndDate(text), ...(inLanguage !== undefined && { inLanguage }) }
}

/** How many words of each end are told of what was read. */
const endWords = 5

/** How much there is in the paragraphs of an article, and with which words they start and end. */
function describeReading({ text, blocks }: ArticleText): string {
  const paragraphs = blocks.flatMap(({ start, paragraph }, i) =>
    paragraph === undefined ? [] : [text.slice(start, blocks[i + 1]?.start ?? text.length).trim()],
  )
  const body = withoutInvisible(paragraphs.join(' '))
  const words = tokensOf(body).filter(isWord).length
  const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
  const read = `read ${count(paragraphs.length, 'paragraph')}, ${count(words, 'word')}`
  if (words === 0) return read
  const pieces = body.split(/\s+/)
  const [first, last] = [pieces.slice(0, endWords).join(' '), pieces.slice(-endWords).join(' ')]
  return `${read}, from “${first} …” to “… ${last}”`
}
