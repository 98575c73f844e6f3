import { isWord, tokensOf } from '../story/word.ts'
import { type Language, languageTags } from '../words/language.ts'
import { stopWords } from './stop-words.ts'

/** How many of its words must be a language's stop words: Turkish and Arabic write many of them as endings. */
const leastShare: Readonly<Record<Language, number>> = { ar: 0.05, de: 0.2, en: 0.2, es: 0.2, fr: 0.2, tr: 0.05 }
/** How many times as many it must have as any other language. */
const margin = 1.5
/** Of a longer text, so much is read, in UTF-16 units. */
const enough = 20_000

// What a text of another language would be taken for one of ours by.
const otherWords: readonly ReadonlySet<string>[] = [
  'il lo gli i uno una di del della dei delle che non è e con per da dal dalla nel nella si sono ha hanno anche più ma come questo questa alla ai al',
  'o os a as um uma do da dos das no na nos nas e é que não com para por em ao à mais como mas foi são se seu sua também pelo pela',
  'de het een en van in is dat op te met voor niet zijn die aan er door naar maar ook om uit bij nog wordt werd over tot heeft hij ze',
  'och att det som en ett på är av för med den till inte har de om var jag från men',
  'og at det som en et på er af for med den til ikke har de om var fra men',
].map((words) => new Set(words.split(' ')))
/** Letters of Persian, Urdu and Kurdish, which Arabic does not have. */
const notArabic = /[پچژگکیےٹڈۆێ]/g

/** The language of a text, if it is one of the interface's and that is certain. It takes a sentence or two. */
export function detectLanguage(text: string): Language | undefined {
  const sample = text.slice(0, enough)
  const words = tokensOf(sample.toLowerCase()).filter(isWord)
  const count = (set: ReadonlySet<string>): number => words.filter((word) => set.has(word)).length
  const [best, next] = languageTags
    .map((tag) => ({ tag, found: count(stopWords[tag]) }))
    .sort((a, b) => b.found - a.found)
  if (best === undefined || best.found < Math.max(2, words.length * leastShare[best.tag])) return undefined
  if (best.tag === 'ar' && (sample.match(notArabic)?.length ?? 0) > sample.length / 100) return undefined
  const rival = Math.max(next?.found ?? 0, ...otherWords.map(count))
  return best.found >= rival * margin ? best.tag : undefined
}
