import { SourceError } from '../build/basemap/source-error.ts'
import { checkStoryFile } from '../build/story-file.ts'
import { readTextFile } from '../build/text-file.ts'
import { countryAt, isKnownNear } from '../build/world/gazetteer.ts'
import { type ArticleText } from '../story/article-text.ts'
import { type QuotePlacement, quoteNode } from '../story/check-quotes.ts'
import { type StoryCheck } from '../story/check-story.ts'
import type { Position } from '../story/geometry.ts'
import { IssueList } from '../story/issue-list.ts'
import { describe, memberOf, show } from '../story/json-node.ts'
import { type StoryDocument, readDocument } from '../story/parse-story.ts'
import { type Place } from '../story/story.ts'
import { oneLine } from '../story/typography.ts'
import { languageTags } from '../words/language.ts'
import { segmentSentences } from './sentences.ts'
import { detectLanguage } from './text-language.ts'

/**
 * Checks a story file as `checkStoryFile` does, and warns of what takes more than the file to see: quotes in another language
 * than the story says, positions that are swapped, quotes that start or end inside a sentence.
 * @throws as {@link checkStoryFile} does
 */
export function checkThoroughly(path: string, article?: ArticleText, locking = false): StoryCheck {
  const check = checkStoryFile(path, article, locking)
  // What is left to fill in keeps no place from being looked at.
  const text = readTextFile(path)
    .replace(/^\uFEFF/, '')
    .replaceAll(': ""', ': "…"')
  const document = { ...readDocument(text), issues: new IssueList(text) }
  checkLanguage(document)
  checkSwapped(document)
  if (article !== undefined) checkSentences(document, article, check.placements)
  const isNew = document.issues
    .sorted()
    .filter(({ path, code }) => !check.issues.some((issue) => issue.path === path && issue.code === code))
  const issues = [...check.issues, ...isNew].sort((a, b) => a.line - b.line || a.column - b.column)
  return { ...check, issues }
}

/** Warns of a language that is missing, or that the quotes contradict. */
function checkLanguage({ story, root, issues }: StoryDocument): void {
  if (story === undefined) return
  const [said] = story.article.inLanguage?.split('-') ?? []
  const found = detectLanguage(story.places.flatMap(({ quotes }) => quotes.map(({ exact }) => exact)).join(' '))
  const name = found && new Intl.DisplayNames('en', { type: 'language' }).of(found)
  const article = memberOf(root, 'article')
  const node = memberOf(article, 'inLanguage')
  if (node === undefined) {
    const advice = found
      ? `the quotes are in ${name}: write "${found}"`
      : 'write the language of the article, such as "en"'
    issues.warning('missing', article, `is missing: ${advice}`, { member: 'inLanguage' })
  } else if (found !== undefined && found !== said && languageTags.some((tag) => tag === said)) {
    issues.warning('language', node, `is ${describe(node)}, but the quotes are in ${name}: write "${found}"`)
  }
}

/** Warns of places that would lie where their names do if their longitude and latitude were swapped. */
function checkSwapped({ story, features, issues }: StoryDocument): void {
  const places = story?.places ?? []
  const coordinates = (i: number) => memberOf(memberOf(features[i], 'geometry'), 'coordinates')
  const question = 'are longitude and latitude swapped?'
  try {
    let swapped = 0
    for (const [i, place] of places.entries()) {
      const other = swap(place.position)
      const names = namesOf(place)
      if (other === undefined || isKnownNear(names, place.position) || !isKnownNear(names, other)) continue
      swapped++
      const message = `no place of this name is known near here, but one is near ${JSON.stringify(other)}: ${question}`
      issues.warning('far-away', coordinates(i), message)
    }
    const isAtSea = (position: Position | undefined): boolean =>
      position !== undefined && countryAt(position) === undefined
    if (swapped > 0 || places.length < 2 || !places.every(({ position }) => isAtSea(position))) return
    if (places.some(({ position }) => swap(position) === undefined || isAtSea(swap(position)))) return
    issues.warning(
      'far-away',
      coordinates(0),
      `all places lie in the open sea, and would lie on land the other way: ${question}`,
    )
  } catch (error) {
    // Without the world pack, there is nothing to compare with.
    if (!(error instanceof SourceError)) throw error
  }
}

/** A position with its longitude and latitude swapped, if there is such a position, and it is another. */
function swap([lng, lat]: Position): Position | undefined {
  return Math.abs(lng) <= 90 && Math.abs(lng - lat) > 1 ? [lat, lng] : undefined
}

function namesOf({ name, localName, aliases }: Place): string[] {
  return [name, ...(localName ? [localName.value] : []), ...aliases]
}

/** Warns of quotes that start or end inside a sentence of the article. */
function checkSentences(
  { story, features, issues }: StoryDocument,
  { text, offsets, blocks }: ArticleText,
  placements: readonly QuotePlacement[],
): void {
  const language = story?.article.inLanguage ?? 'en'
  const ends = blocks.flatMap(({ start }, i) => {
    let at = start
    const block = text.slice(start, blocks[i + 1]?.start ?? text.length)
    return segmentSentences(block, language, 1).map((sentence) => (at += sentence.length))
  })
  const hasWord = (from: number, to: number): boolean => /[\p{L}\p{N}]/u.test(text.slice(from, to))
  for (const [i, { id, quotes }] of (story?.places ?? []).entries()) {
    for (const [j, { exact, prefix, suffix }] of quotes.entries()) {
      const placed = placements.find(
        ({ place, quote }) =>
          place === id && quote.exact === exact && quote.prefix === prefix && quote.suffix === suffix,
      )
      if (placed === undefined) continue
      const [start, end] = [offsets[placed.start] ?? 0, offsets[placed.end] ?? text.length]
      const sentenceStart = ends.findLast((at) => at <= start) ?? 0
      const sentenceEnd = ends.find((at) => at >= end) ?? text.length
      const node = memberOf(quoteNode(features[i], j), 'exact')
      const whole = 'quote all of it, if it matters'
      if (hasWord(sentenceStart, start)) {
        const left = show(oneLine(text.slice(sentenceStart, start)))
        issues.warning('quote-end', node, `starts inside a sentence of the article, after ${left}: ${whole}`)
      }
      if (hasWord(end, sentenceEnd)) {
        const left = show(oneLine(text.slice(end, sentenceEnd)))
        issues.warning('quote-end', node, `ends inside a sentence of the article, before ${left}: ${whole}`)
      }
    }
  }
}
