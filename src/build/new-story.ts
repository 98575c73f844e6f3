import { type ArticleText } from '../story/article-text.ts'
import { formatStoryFile } from '../story/format-story.ts'
import { shortestAffix } from '../story/quote-affix.ts'
import { QuoteIndex } from '../story/quote-index.ts'
import { slugOf } from '../story/slug.ts'
import { type Quote } from '../story/story.ts'
import { foldTypography } from '../story/typography.ts'
import { type ArticleFile } from './article-file.ts'
import { type ListedPlace } from './place-list-file.ts'

/** A story has so many quotes of one place at first: the reporter chooses among them. */
const quotesPerPlace = 3

/**
 * The text of a new story file: the article's headline, date and language as far as its file says them; for each
 * place its position and the sentences of the article in which its name stands. What only the reporter knows is
 * empty, so that the check asks for it: the source, and how exact a position is.
 */
export function createStoryFile(places: readonly ListedPlace[], article?: ArticleFile): string {
  const listed = places.length > 0 ? places : [{ name: '' }]
  const index = article && new QuoteIndex(article.text)
  const ids = new Set<string>()
  const features = listed.map(({ name, position = [] }, i) => {
    const quotes = index === undefined || name === '' ? [] : quotesOf(name, index, article?.metadata.inLanguage)
    return {
      type: 'Feature',
      id: uniqueId(slugOf(name) || `place-${i + 1}`, ids),
      geometry: { type: 'Point', coordinates: position },
      properties: {
        name,
        quotes: quotes.length > 0 ? quotes : [{ exact: '' }],
        precision: 'approximate',
        source: '',
      },
    }
  })
  return formatStoryFile({ article: { headline: '', ...article?.metadata }, features })
}

function uniqueId(id: string, ids: Set<string>): string {
  let unique = id
  for (let i = 2; ids.has(unique); i++) unique = `${id}-${i}`
  ids.add(unique)
  return unique
}

/** The first sentences of the article's paragraphs in which a name stands, each with what makes it unique. */
function quotesOf(name: string, index: QuoteIndex, language = 'en'): Quote[] {
  const { article } = index
  const quotes: Quote[] = []
  for (const sentence of sentencesOf(article, language)) {
    if (!containsName(sentence, name)) continue
    const passage = foldTypography(sentence).text
    const positions = index.find(passage)
    const [first] = positions
    if (first === undefined || quotes.some(({ exact }) => exact === sentence)) continue
    quotes.push({
      exact: sentence,
      ...(positions.length > 1 && shortestAffix(article, first, positions, passage.length)),
    })
    if (quotes.length === quotesPerPlace) break
  }
  return quotes
}

function containsName(sentence: string, name: string): boolean {
  const [text, wanted] = [foldTypography(sentence).text.toLowerCase(), foldTypography(name).text.toLowerCase()]
  const at = text.indexOf(wanted)
  return at >= 0 && !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + wanted.length))
}

function sentencesOf({ text, blocks }: ArticleText, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return blocks.flatMap(({ start, paragraph }, i) => {
    if (paragraph === undefined) return []
    const block = text.slice(start, blocks[i + 1]?.start ?? text.length)
    return joinSpeech([...segmenter.segment(block)].map(({ segment }) => segment))
  })
}

/** Joins what a segmenter parts after a mark within a sentence: `"Why?" he asked.` goes on in small letters. */
function joinSpeech(segments: readonly string[]): string[] {
  const sentences: string[] = []
  for (const segment of segments) {
    const last = sentences.at(-1)
    if (last !== undefined && /^\p{Ll}/u.test(segment)) sentences.splice(-1, 1, last + segment)
    else sentences.push(segment)
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}
