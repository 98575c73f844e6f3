import { type ArticleText } from './article-text.ts'
import { type QuotePlacement, quoteNode } from './check-quotes.ts'
import { itemsOf, memberOf, show } from './json-node.ts'
import { type StoryDocument } from './parse-story.ts'
import { type Quote, type Story } from './story.ts'
import { foldTypography } from './typography.ts'

/**
 * The proof that a story's quotes were found in its article. It is kept beside the story and can be checked without the
 * article, which is not published with the story.
 */
export interface StoryLock {
  readonly version: 2
  /** The hash of the article's text as `foldTypography` gives it. */
  readonly article: string
  readonly quotes: readonly LockedQuote[]
}

/** A quote as it was when it was found in the article. */
export interface LockedQuote {
  /** The place's id. */
  readonly place: string
  /** The hash of the quote in the story, with its prefix and suffix. */
  readonly quote: string
  /** The passage in the article's own characters: this is what is published. */
  readonly exact: string
  /** Its position in the folded article, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** The paragraph of the article's body in which it starts, counted from 1; absent in a headline. */
  readonly paragraph?: number
}

/**
 * A cryptographic hash of a text's UTF-8, with its name: `sha256:` and 64 hexadecimal digits. The caller provides it,
 * since Node and browsers have different ones.
 */
export type Hash = (text: string) => string

/** Creates the lock of a story whose quotes were found in an article. */
export function createLock(placements: readonly QuotePlacement[], article: ArticleText, hash: Hash): StoryLock {
  const quotes = placements.map(({ place, quote, exact, start, end, paragraph }) => ({
    place,
    quote: hashQuote(quote, hash),
    exact,
    start,
    end,
    ...(paragraph !== undefined && { paragraph }),
  }))
  return { version: 2, article: hash(article.folded), quotes }
}

const advice = 'check it with --article FILE --lock'

/**
 * Pushes an error for each quote that is not in the lock, and for each locked quote that is no longer in the story: unless
 * a place, or all of the file, could not be read, which is told already.
 */
export function checkLock({ story, root, features, issues }: StoryDocument, lock: StoryLock, hash: Hash): void {
  const locked = new LockedQuotes(lock, hash)
  const left = new Map(lock.quotes.map((quote) => [keyOf(quote.place, quote.quote), quote]))
  const changed = new Map<string, number>()
  for (const [i, place] of (story?.places ?? []).entries()) {
    for (const [j, quote] of place.quotes.entries()) {
      const found = locked.find(place.id, quote)
      if (found) {
        left.delete(keyOf(place.id, found.quote))
        continue
      }
      changed.set(place.id, (changed.get(place.id) ?? 0) + 1)
      issues.error('lock-quote', quoteNode(features[i], j), `was not verified, or has changed since: ${advice}`)
    }
  }
  const written = memberOf(root, 'features')
  if (written === undefined || itemsOf(written)?.length !== story?.places.length) return
  for (const { place } of left.values()) {
    const replaced = changed.get(place) ?? 0
    changed.set(place, replaced - 1)
    if (replaced > 0) continue
    issues.error('lock-extra', undefined, `a verified quote of ${show(place)} is no longer in the story: ${advice}`)
  }
}

/** Pushes a warning if an article has changed since it was locked, and errors if the lock says what the article does not. */
export function compareLock(
  { issues }: StoryDocument,
  lock: StoryLock,
  article: ArticleText,
  placements: readonly QuotePlacement[],
  hash: Hash,
): void {
  if (hash(article.folded) !== lock.article) {
    issues.warning('lock', undefined, 'the article has changed since the quotes were verified: add --lock')
    return
  }
  const locked = new LockedQuotes(lock, hash)
  for (const { place, quote, exact, start, end, paragraph } of placements) {
    const found = locked.find(place, quote)
    if (found === undefined) continue
    const isSame = found.exact === exact && found.start === start && found.end === end && found.paragraph === paragraph
    if (!isSame) {
      issues.error('lock', undefined, `the lock of a quote of ${show(place)} is not what the article says: ${advice}`)
    }
  }
}

/** Gives those quotes of a story that are in its lock the article's own characters, and says that they are verified. */
export function applyLock(story: Story, lock: StoryLock, hash: Hash): Story {
  const locked = new LockedQuotes(lock, hash)
  const places = story.places.map((place) => ({
    ...place,
    quotes: place.quotes.map((quote): Quote => {
      const found = locked.find(place.id, quote)
      if (found === undefined) return quote
      const { exact, paragraph } = found
      return { ...quote, exact, verified: true, ...(paragraph !== undefined && { paragraph }) }
    }),
  }))
  return { ...story, places }
}

/** The quotes of a lock, by place and hash. */
class LockedQuotes {
  readonly #quotes: ReadonlyMap<string, LockedQuote>
  readonly #hash: Hash

  constructor({ quotes }: StoryLock, hash: Hash) {
    this.#quotes = new Map(quotes.map((locked) => [keyOf(locked.place, locked.quote), locked]))
    this.#hash = hash
  }

  /** Finds a quote of the story; nothing if it has changed, or if the lock has other words for it. */
  find(place: string, quote: Quote): LockedQuote | undefined {
    const found = this.#quotes.get(keyOf(place, hashQuote(quote, this.#hash)))
    return found !== undefined && fold(found.exact) === fold(quote.exact) ? found : undefined
  }
}

function keyOf(place: string, quote: string): string {
  return `${place} ${quote}`
}

function fold(text: string): string {
  return foldTypography(text).text.trim()
}

function hashQuote({ exact, prefix = '', suffix = '' }: Quote, hash: Hash): string {
  return hash(JSON.stringify([exact, prefix, suffix]))
}
