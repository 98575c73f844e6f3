import { formatStoryFile } from '../story/format-story.ts'
import { show } from '../story/json-node.ts'
import { shortestAffix } from '../story/quote-affix.ts'
import { QuoteIndex } from '../story/quote-index.ts'
import { romanized } from './romanized.ts'
import { slugOf } from '../story/slug.ts'
import { type Quote } from '../story/story.ts'
import { foldTypography, withoutInvisible } from '../story/typography.ts'
import { type ArticleFile } from './article-file.ts'
import { type ListedPlace } from './place-list-file.ts'
import { segmentSentences } from './sentences.ts'

/** How many quotes of one place a new story has at most; the reporter chooses among them. */
const quotesPerPlace = 3

/**
 * The text of a new story file: the article's headline, date and language as far as its file has them; for each place
 * its position and the sentences of the article with its name. What only the reporter knows is empty, so that the check
 * asks for it: the source, and how exact a position is.
 * @param schema where the story's JSON Schema is, as seen from the file
 */
export function createStoryFile(places: readonly ListedPlace[], article?: ArticleFile, schema?: string): string {
  const features = createFeatures(places.length > 0 ? places : [{ name: '' }], article)
  return formatStoryFile({
    ...(schema !== undefined && { schema }),
    article: { headline: '', ...article?.metadata },
    features,
  })
}

/**
 * The features of places, with ids of their own.
 * @param known the ids that are taken
 */
export function createFeatures(
  places: readonly ListedPlace[],
  article?: ArticleFile,
  known: readonly string[] = [],
): object[] {
  const index = article && new QuoteIndex(article.text)
  const sentences = article ? sentencesOf(article) : []
  const ids = new Set(known)
  return places.map((place, i) => {
    const {
      name,
      localName,
      aliases,
      geometry = { type: 'Point', coordinates: [] },
      precision,
      accuracy,
      source,
    } = place
    const quotes = article && index ? quotesOf(place, sentences, article, index) : []
    return {
      type: 'Feature',
      id: uniqueId(slugOf(romanized(name)) || `place-${known.length + i + 1}`, ids),
      geometry,
      properties: {
        name,
        ...(localName && { localName }),
        ...(aliases && { aliases }),
        quotes: quotes.length > 0 ? quotes : [{ exact: '' }],
        precision: precision ?? 'approximate',
        ...(accuracy !== undefined && { accuracy }),
        source: source ?? '',
      },
    }
  })
}

/**
 * What the reporter should do next with a new story.
 * @param checkCommand the command that verifies its quotes
 */
export function adviseNext(
  places: readonly ListedPlace[],
  article: ArticleFile | undefined,
  checkCommand: string,
): string {
  const sentences = article && sentencesOf(article)
  const unquoted = sentences ? places.filter((place) => sentencesNaming(place, sentences).length === 0) : []
  const names = unquoted.map(({ name }) => JSON.stringify(name)).join(', ')
  const found = names === '' ? '' : `No sentence of the article holds ${names}: choose the quotes yourself.\n`
  const remarks = places.flatMap(({ name, remark }) => (remark === undefined ? [] : `${show(name)}: ${remark}.\n`))
  return `${found}${remarks.join('')}Keep the quotes that matter. Say how well each position is known: its "precision" is exact, approximate, city or
region, its "accuracy" a number of metres. When all is filled in, verify the quotes:
  ${checkCommand}
`
}

function uniqueId(id: string, ids: Set<string>): string {
  let unique = id
  for (let i = 2; ids.has(unique); i++) unique = `${id}-${i}`
  ids.add(unique)
  return unique
}

/** The first sentences with a name, as quotes: with a prefix or suffix where a sentence occurs more than once. */
function quotesOf(place: ListedPlace, all: readonly Sentence[], article: ArticleFile, index: QuoteIndex): Quote[] {
  const sentences = [...new Set(sentencesNaming(place, all))].slice(0, quotesPerPlace)
  return sentences.flatMap((exact): Quote[] => {
    const passage = foldTypography(exact).text
    const positions = index.find(passage)
    const [first] = positions
    if (first === undefined) return []
    return [{ exact, ...(positions.length > 1 && shortestAffix(article.text, first, positions, passage.length)) }]
  })
}

/** The sentences that contain one of a place's names as a whole word. */
function sentencesNaming({ name, names = [name] }: ListedPlace, sentences: readonly Sentence[]): string[] {
  const wanted = names.map((form) => foldTypography(form).text.toLowerCase())
  return sentences.flatMap(({ text, folded }) => (wanted.some((form) => containsWord(folded, form)) ? [text] : []))
}

// In Arabic, "and", "in" and "by" are written together with the next word.
const startsInWord = /(?:[\p{L}\p{M}\p{N}](?<!(?<![\p{L}\p{M}])[وفب]{1,2}))$/u

function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 4), at), text.slice(at + word.length, at + word.length + 1)]
    if (!startsInWord.test(before) && !/^[\p{L}\p{M}\p{N}]/u.test(after)) return true
  }
  return false
}

/** A sentence of an article, and as it is searched for names. */
interface Sentence {
  readonly text: string
  readonly folded: string
}

/** The sentences of an article's paragraphs. */
function sentencesOf({ text: { text, blocks }, metadata }: ArticleFile): Sentence[] {
  return blocks.flatMap(({ start, paragraph }, i) => {
    if (paragraph === undefined) return []
    const block = withoutInvisible(text.slice(start, blocks[i + 1]?.start ?? text.length))
    return segmentSentences(block, metadata.inLanguage ?? 'en')
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== '')
      .map((sentence) => ({ text: sentence, folded: foldTypography(sentence).text.toLowerCase() }))
  })
}
