import { type ArticleText, paragraphAt } from './article-text.ts'
import { markEdits } from './alignment.ts'
import { type JsonNode, itemsOf, membersOf, show } from './json-node.ts'
import { PassageFinder } from './nearest-passage.ts'
import { type StoryDocument } from './parse-story.ts'
import { proposeAffixes } from './quote-affix.ts'
import { QuoteIndex } from './quote-index.ts'
import { type Quote } from './story.ts'
import { foldTypography } from './typography.ts'

/** Where a quote of the story stands in its article. */
export interface QuotePlacement {
  readonly place: string
  readonly quote: Quote
  /** In the article's folded text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** Counted from 1; absent where the quote starts in no paragraph of the body, such as the headline. */
  readonly paragraph?: number
}

/**
 * Looks for every quote of a story in its article. Pushes what is wrong, with the nearest passage; gives where the
 * others stand, in the story's order.
 */
export function checkQuotes({ story, features, list }: StoryDocument, article: ArticleText): QuotePlacement[] {
  const index = new QuoteIndex(article)
  let finder: PassageFinder | undefined
  const placements: QuotePlacement[] = []
  for (const [i, place] of (story?.places ?? []).entries()) {
    for (const [j, quote] of place.quotes.entries()) {
      const node = quoteNode(features[i], j)
      const exact = member(node, 'exact')
      const passage = foldTypography(quote.exact).text
      const found = index.find(passage)
      const start = found.filter((at) => standsBetween(index.article.folded, quote, at, passage.length))
      const [first] = start
      if (found.length === 0) {
        list.error('quote', exact, explainMissing((finder ??= new PassageFinder(article)), article, passage))
      } else if (first === undefined) {
        list.error('quote-affix', node, explainAffix(article, found[0] ?? 0, passage.length))
      } else if (start.length > 1) {
        const proposals = proposeAffixes(article, start, passage.length)
        list.error('quote-ambiguous', exact, `stands ${start.length} times in the article: add ${proposals}`)
      } else {
        const end = first + passage.length
        const own = article.text.slice(article.offsets[first], article.offsets[end])
        if (own !== quote.exact) {
          const advice = `the article writes it with other typography: ${show(own, 1000)}`
          list.add('hint', 'quote-typography', exact, advice)
        }
        const left = /^\p{Sentence_Terminal}(?!\p{N})/u.exec(index.article.folded.slice(end, end + 3))?.[0]
        if (left !== undefined) {
          list.warning('quote-end', exact, `leaves out the ${show(left)} with which the article's sentence ends`)
        }
        const paragraph = paragraphAt(article, first)
        placements.push({ place: place.id, quote, start: first, end, ...(paragraph !== undefined && { paragraph }) })
      }
    }
  }
  return placements
}

/** The node of a place's quote, by the place's feature and the quote's index. */
export function quoteNode(feature: JsonNode | undefined, index: number): JsonNode | undefined {
  const quotes = member(member(feature, 'properties'), 'quotes')
  return quotes && itemsOf(quotes)?.[index]
}

function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node && membersOf(node)?.get(name)
}

/** Whether a quote's prefix and suffix, if it has them, stand right before and after. Spaces between do not matter. */
function standsBetween(folded: string, { prefix = '', suffix = '' }: Quote, at: number, length: number): boolean {
  const [before, after] = [foldTypography(prefix).text.trimEnd(), foldTypography(suffix).text.trimStart()]
  const start = at - before.length - 1
  const end = at + length
  return (
    folded.slice(Math.max(0, start), at).trimEnd().endsWith(before) &&
    folded
      .slice(end, end + after.length + 1)
      .trimStart()
      .startsWith(after)
  )
}

function explainMissing(finder: PassageFinder, article: ArticleText, passage: string): string {
  const nearest = finder.find(passage)
  if (nearest === undefined) return 'does not stand in the article, and nothing like it'
  const paragraph = paragraphAt(article, nearest.position)
  const where = `the nearest passage is in ${paragraph === undefined ? 'a headline' : `paragraph ${paragraph}`}`
  if (nearest.edits.every(({ from, to }) => from === to)) return `does not stand in the article; ${where}`
  return `does not stand in the article; ${where} [quote → article]: ${show(markEdits(nearest.edits), 1000)}`
}

function explainAffix({ folded }: ArticleText, at: number, length: number): string {
  const before = show(folded.slice(Math.max(0, at - 30), at).replace(/^\S*\s/, ''))
  const after = show(folded.slice(at + length, at + length + 30).replace(/\s\S*$/, ''))
  return `stands in the article, but not with this prefix and suffix: before it stands ${before}, after it ${after}`
}
