import { type ArticleText, type Block, createArticleText, parseArticleText } from '../story/article-text.ts'
import { type Article } from '../story/story.ts'
import { blocksOf, metadataOf, parseHtml } from './article-html.ts'
import { headlineAndDate } from './article-heading.ts'

/** An article from a file: its text, and its headline, date, language, address and publisher as far as the file has them. */
export interface ArticleFile {
  readonly text: ArticleText
  readonly metadata: Partial<Article>
}

/** Parses the file of an article: as HTML if it looks like HTML, else as plain text. */
export function parseArticleFile(file: string): ArticleFile {
  if (!/<(?:!doctype|html|head|body|main|article|section|div|h1|p)[\s>]|<\/[a-z]+[1-6]?>/i.test(file)) {
    const text = parseArticleText(file)
    return { text, metadata: headlineAndDate(text) }
  }
  const document = parseHtml(file)
  const blocks: readonly Block[] = blocksOf(document)
  const text = createArticleText(blocks)
  return { text, metadata: { ...headlineAndDate(text), ...metadataOf(document) } }
}
