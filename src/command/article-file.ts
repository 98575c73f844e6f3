import { type ArticleText, type Block, createArticleText, parseArticleText } from '../story/article-text.ts'
import { type Article } from '../story/story.ts'
import { blocksOf, metadataOf, parseHtml } from './article-html.ts'
import { headlineAndDate } from './article-heading.ts'

/** An article as a file gives it: its text, and what the file says of headline, date, language, address, publisher. */
export interface ArticleFile {
  readonly text: ArticleText
  readonly metadata: Partial<Article>
}

/** An article from the text of its file: HTML if it looks so, else plain text. */
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
