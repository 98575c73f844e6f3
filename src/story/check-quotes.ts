import { type ArticleText, paragraphAt } from './article-text.ts'
import { type Edit, markEdits } from './alignment.ts'
import { type JsonNode, itemsOf, membersOf, show } from './json-node.ts'
import { PassageFinder } from './nearest-passage.ts'
import { type StoryDocument } from './parse-story.ts'
import { proposeAffixes } from './quote-affix.ts'
import { QuoteIndex } from './quote-index.ts'
import { type Quote } from './story.ts'
import { foldTypography, withoutInvisible } from './typography.ts'

/** Where in its article a quote of the story stands. */
export interface QuotePlacement {
  readonly place: string
  readonly quote: Quote
  /** The passage in the article's own characters. */
  readonly exact: string
  /** Position in the article's folded text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** Counted from 1; absent where the quote starts outside the paragraphs of the body, as in the headline. */
  readonly paragraph?: number
}

/**
 * Looks for every quote of a story in its article. Pushes an error with the nearest passage for each quote that is not
 * there; returns where the others stand, in the story's order.
 */
export function checkQuotes({ story, features, issues }: StoryDocument, article: ArticleText): QuotePlacement[] {
  const index = new QuoteIndex(article)
  let finder: PassageFinder | undefined
  const placements: QuotePlacement[] = []
  for (const [i, place] of (story?.places ?? []).entries()) {
    for (const [j, quote] of place.quotes.entries()) {
      const node = quoteNode(features[i], j)
      const exact = member(node, 'exact')
      const passage = foldTypography(quote.exact).text.trim()
      const found = index.find(passage)
      const start = found.filter((at) => standsBetween(index.article.folded, quote, at, passage.length))
      const [first] = start
      if (found.length === 0) {
        issues.error('quote', exact, explainMissing((finder ??= new PassageFinder(article)), index, passage))
      } else if (first === undefined) {
        issues.error('quote-affix', node, explainAffix(article, found[0] ?? 0, passage.length))
      } else if (start.length > 1) {
        const proposals = proposeAffixes(article, start, passage.length)
        issues.error('quote-ambiguous', exact, `stands ${start.length} times in the article: ${proposals}`)
      } else {
        const end = first + passage.length
        const own = article.text.slice(article.offsets[first], article.offsets[end])
        if (withoutInvisible(own) !== quote.exact) {
          const form =
            own.normalize('NFC') === quote.exact.normalize('NFC') ? 'another Unicode form' : 'other typography'
          issues.add('hint', 'quote-typography', exact, `the article writes it with ${form}: ${show(own, 1000)}`)
        }
        const left = explainEnds(article, passage, first)
        if (left !== undefined) issues.warning('quote-end', exact, left)
        const paragraph = paragraphAt(article, first)
        placements.push({
          place: place.id,
          quote,
          exact: own,
          start: first,
          end,
          ...(paragraph !== undefined && { paragraph }),
        })
      }
    }
  }
  return placements
}

// What editors write for words that they leave out.
const ellipsis = /\s*[[(]?\.{3}[\])]?\s*/

/** The node of a quote, by its place's feature and its index. */
export function quoteNode(feature: JsonNode | undefined, index: number): JsonNode | undefined {
  const quotes = member(member(feature, 'properties'), 'quotes')
  return quotes && itemsOf(quotes)?.[index]
}

function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node && membersOf(node)?.get(name)
}

/**
 * Whether a quote's prefix and suffix, where it has them, stand right before and after it. Spaces between do not
 * matter.
 */
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

/** What to say if a passage leaves out the mark that ends its sentence, or one of a pair of quotation marks. */
function explainEnds({ folded, text, offsets }: ArticleText, passage: string, start: number): string | undefined {
  const end = start + passage.length
  const mark = /^\p{Sentence_Terminal}(?!\p{N})/u.exec(folded.slice(end, end + 3))?.[0]
  if (mark !== undefined) return `leaves out the ${show(mark)} with which the article's sentence ends`
  const isPaired = passage.split('"').length % 2 === 1
  const at = isPaired ? undefined : [start - 1, end].find((position) => folded[position] === '"')
  if (at === undefined) return undefined
  const side = at < start ? 'before' : 'after'
  return `leaves out the ${show(text.charAt(offsets[at] ?? 0))} that stands right ${side} it in the article`
}

function explainMissing(finder: PassageFinder, index: QuoteIndex, quote: string): string {
  const pieces = quote.split(ellipsis).filter(Boolean)
  const passage = pieces.find((piece) => index.find(piece).length === 0)
  if (passage === undefined) {
    return `has an ellipsis of its own: quote each passage by itself: ${pieces.map((piece) => show(piece, 1000)).join(', ')}`
  }
  const nearest = finder.find(passage)
  if (nearest === undefined) return 'does not stand in the article, nor does anything like it'
  const paragraph = paragraphAt(index.article, nearest.position)
  const section = paragraph === undefined ? 'a headline' : `paragraph ${paragraph}`
  const isSame = nearest.edits.every(({ from, to }) => from === to)
  const edits = isSame ? uncut(index, nearest.position, passage) : nearest.edits
  return `does not stand in the article; the nearest passage is in ${section} [quote → article]: ${show(markEdits(edits), 1000)}`
}

/** The edits that complete a passage's first and last word, where the quote cuts them. */
function uncut(index: QuoteIndex, start: number, passage: string): Edit[] {
  const { folded } = index.article
  const end = start + passage.length
  const head = index.cuts(start) ? /\S*$/.exec(folded.slice(Math.max(0, start - 40), start))?.[0] : ''
  const tail = index.cuts(end) ? /^\S*/.exec(folded.slice(end, end + 40))?.[0] : ''
  return [
    { from: '', to: head ?? '' },
    { from: passage, to: passage },
    { from: '', to: tail ?? '' },
  ].filter(({ from, to }) => from + to !== '')
}

function explainAffix({ folded }: ArticleText, at: number, length: number): string {
  const before = show(folded.slice(Math.max(0, at - 30), at).replace(/^\S*\s/, ''))
  const after = show(folded.slice(at + length, at + length + 30).replace(/\s\S*$/, ''))
  return `stands in the article, but not with this prefix and suffix: before it stands ${before}, after it ${after}`
}
