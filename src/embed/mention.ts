import { findPoint, readPageText } from './page-text.ts'
import type { EmbeddedPlace } from './protocol.ts'
import { createQuoteFinder } from './quote-finder.ts'

/** A passage of the article that the story quotes for a place. */
export interface Mention {
  readonly place: EmbeddedPlace
  readonly range: Range
}

/** How many quotes are looked for in an article. */
const mostQuotes = 1000
/** How many places are numbered at the same passage. */
const mostAtPassage = 3
/** How long the page's thread is taken at once, in milliseconds. */
const slice = 8

/**
 * Finds the quoted passages in an article, in slices, so that the page never waits for it.
 * @returns the passages from the article's end to its start; a passage of several places by descending number
 */
export async function findMentions(
  article: Element,
  places: readonly EmbeddedPlace[],
  signal: AbortSignal,
): Promise<Mention[]> {
  const content = readPageText(article)
  const find = createQuoteFinder(content.text)
  const quotes = places.flatMap((place) => place.quotes.map((quote) => ({ place, quote }))).slice(0, mostQuotes)
  const found = new Map<number, Mention[]>()
  let sliceEnd = performance.now() + slice
  for (const { place, quote } of quotes) {
    if (performance.now() > sliceEnd) {
      await new Promise((resolve) => setTimeout(resolve))
      if (signal.aborted) return []
      sliceEnd = performance.now() + slice
    }
    const [from, to] = (isPassage(quote.exact) && find(quote)) || []
    if (from === undefined || to === undefined) continue
    const start = findPoint(content, from, 'after')
    const end = findPoint(content, to, 'before')
    const others = found.get(to) ?? []
    if (!start || !end || others.length === mostAtPassage || others.some((other) => other.place === place)) continue
    const range = article.ownerDocument.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    found.set(to, [...others, { place, range }])
  }
  return [...found]
    .sort(([a], [b]) => b - a)
    .flatMap(([, mentions]) => [...mentions].sort((a, b) => b.place.number - a.place.number))
}

/** A word or two are no passage: they stand in any text. Where no space parts words, a few characters are a sentence. */
function isPassage(text: string): boolean {
  return (
    text.length >= 8 || (text.length >= 4 && /\p{L}{4}/u.test(text) && !/[\p{sc=Latin}\p{sc=Cyrillic}]/u.test(text))
  )
}
