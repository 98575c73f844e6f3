import { type ArticleText } from './article-text.ts'
import { type QuotePlacement, quoteNode } from './check-quotes.ts'
import { parseJson } from './parse-json.ts'
import { IssueList } from './issue-list.ts'
import { show } from './json-node.ts'
import { type StoryDocument } from './parse-story.ts'
import { type Quote, type Story } from './story.ts'

/**
 * The proof that a story's quotes were found in its article. It is kept beside the story and can be checked without the
 * article, which is not published with the story.
 */
export interface StoryLock {
  readonly version: 1
  /** The hash of the article's text as `foldTypography` gives it. */
  readonly article: string
  readonly quotes: readonly LockedQuote[]
}

/** A quote as it was when it was found in the article. */
export interface LockedQuote {
  /** The place's id. */
  readonly place: string
  /** The hash of the quote with its prefix and suffix. */
  readonly quote: string
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
  const quotes = placements.map(({ place, quote, start, end, paragraph }) => ({
    place,
    quote: hashQuote(quote, hash),
    start,
    end,
    ...(paragraph !== undefined && { paragraph }),
  }))
  return { version: 1, article: hash(article.folded), quotes }
}

/** Parses a lock's file; undefined if the text is no lock. */
export function parseLock(text: string): StoryLock | undefined {
  if (parseJson(text, new IssueList(text)) === undefined) return undefined
  const lock: unknown = JSON.parse(text)
  return isLock(lock) ? lock : undefined
}

function isLock(value: unknown): value is StoryLock {
  if (typeof value !== 'object' || value === null) return false
  const { version, article, quotes } = value as Partial<Record<string, unknown>>
  return version === 1 && typeof article === 'string' && Array.isArray(quotes) && quotes.every(isLockedQuote)
}

function isLockedQuote(value: unknown): value is LockedQuote {
  if (typeof value !== 'object' || value === null) return false
  const { place, quote, start, end, paragraph } = value as Partial<Record<string, unknown>>
  const isNumbered = paragraph === undefined || (Number.isInteger(paragraph) && Number(paragraph) > 0)
  return typeof place === 'string' && typeof quote === 'string' && isNumbered && Number(start) < Number(end)
}

/** Pushes an error for each quote that is not in the lock, and for each locked quote that is no longer in the story. */
export function checkLock({ story, features, issues }: StoryDocument, lock: StoryLock, hash: Hash): void {
  const left = lockedQuotes(lock)
  const changed = new Map<string, number>()
  const advice = 'check it with --article FILE --lock'
  for (const [i, place] of (story?.places ?? []).entries()) {
    for (const [j, quote] of place.quotes.entries()) {
      if (left.delete(keyOf(place.id, hashQuote(quote, hash)))) continue
      changed.set(place.id, (changed.get(place.id) ?? 0) + 1)
      issues.error('lock-quote', quoteNode(features[i], j), `was not verified, or has changed since: ${advice}`)
    }
  }
  for (const { place } of left.values()) {
    const replaced = changed.get(place) ?? 0
    changed.set(place, replaced - 1)
    if (replaced > 0) continue
    issues.error('lock-extra', undefined, `a verified quote of ${show(place)} is no longer in the story: ${advice}`)
  }
}

/** Whether a lock still fits an article: its words are the same, and the quotes are in the same paragraphs. */
export function isLockOf(
  lock: StoryLock,
  article: ArticleText,
  placements: readonly QuotePlacement[],
  hash: Hash,
): boolean {
  const locked = lockedQuotes(lock)
  const isSame = ({ place, quote, paragraph }: QuotePlacement): boolean => {
    const before = locked.get(keyOf(place, hashQuote(quote, hash)))
    return before === undefined || before.paragraph === paragraph
  }
  return hash(article.folded) === lock.article && placements.every(isSame)
}

/** Adds their paragraphs to those quotes of a story that are in its lock. */
export function applyLock(story: Story, lock: StoryLock, hash: Hash): Story {
  const locked = lockedQuotes(lock)
  const places = story.places.map((place) => ({
    ...place,
    quotes: place.quotes.map((quote): Quote => {
      const paragraph = locked.get(keyOf(place.id, hashQuote(quote, hash)))?.paragraph
      return paragraph === undefined ? quote : { ...quote, paragraph }
    }),
  }))
  return { ...story, places }
}

function lockedQuotes({ quotes }: StoryLock): Map<string, LockedQuote> {
  return new Map(quotes.map((locked) => [keyOf(locked.place, locked.quote), locked]))
}

function keyOf(place: string, quote: string): string {
  return `${place} ${quote}`
}

function hashQuote({ exact, prefix = '', suffix = '' }: Quote, hash: Hash): string {
  return hash(JSON.stringify([exact, prefix, suffix]))
}
