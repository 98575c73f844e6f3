import { type Abbreviation, findAbbreviations, otherNames } from './abbreviations.ts'
import { withCounties } from './counties.ts'
import { demonymAt, isCompound } from './demonym-spans.ts'
import type { Gazetteer } from './gazetteer.ts'
import { hashMore } from './name-key.ts'
import type { NameSpan } from './name-span.ts'
import { type TextWord, isNameGap } from './text-words.ts'

/** A name has so many words at most. */
const mostWords = 6

/**
 * The longest names of the gazetteer in a text, none within another.
 * @param findTolerant finds places by other spellings of a name, where it has none
 */
export function findSpans(
  text: string,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
  findTolerant?: (name: string) => readonly number[],
): NameSpan[] {
  const spans: NameSpan[] = []
  const abbreviations = findAbbreviations(text)
  let next = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined) break
    while ((abbreviations[next]?.end ?? Infinity) <= word.start) next++
    const short = abbreviations[next]
    const isShort = short !== undefined && short.start <= word.start
    const span = isShort ? abbreviationAt(words, i, short, gazetteer) : spanAt(words, i, gazetteer)
    if (span === undefined) continue
    const last = spans.at(-1)
    // Washington D.C. is one name, Washington, D.C. are two.
    if (span.key === '=US.DC' && last?.key === 'washington' && last.to === span.from && word.gap === ' ') {
      spans.splice(-1, 1, { ...last, to: span.to, end: span.end })
    } else spans.push(span)
    i = span.to - 1
  }
  const plain = spans.filter((span) => !isCompound(span, words))
  const more = findTolerant === undefined ? plain : withTolerant(plain, words, gazetteer, findTolerant)
  return withCounties(more, words, gazetteer)
}

/** And names that are spelt otherwise, of words that are in no name yet. */
function withTolerant(
  spans: readonly NameSpan[],
  words: readonly TextWord[],
  gazetteer: Gazetteer,
  find: (name: string) => readonly number[],
): NameSpan[] {
  const all: NameSpan[] = []
  const isAtHome = atHome(spans, gazetteer)
  let from = 0
  for (const next of [...spans, undefined]) {
    const end = next?.from ?? words.length
    for (; from < end; from++) {
      const span = words[from]?.isCapital === true ? tolerantName(words, from, end, find) : undefined
      if (span === undefined || !isAtHome(span)) continue
      all.push(span)
      from = span.to - 1
    }
    if (next !== undefined) all.push(next)
    from = next?.to ?? end
  }
  return all
}

function abbreviationAt(
  words: readonly TextWord[],
  from: number,
  { start, end, code }: Abbreviation,
  gazetteer: Gazetteer,
): NameSpan | undefined {
  let to = from + 1
  while ((words[to]?.start ?? Infinity) < end) to++
  const entry = gazetteer.division(code)
  return entry === undefined
    ? undefined
    : { from, to, start, end, key: `=${code}`, entries: [entry], kind: 'abbreviation' }
}

function spanAt(words: readonly TextWord[], from: number, gazetteer: Gazetteer): NameSpan | undefined {
  const word = words[from]
  if (word === undefined || !word.isCapital || word.key === '') return undefined
  const name = longestName(words, from, gazetteer)
  const demonym = demonymAt(words, from, gazetteer)
  if (name === undefined && demonym === undefined) return genitiveAt(words, from, gazetteer)
  if (name === undefined || demonym === undefined || name.to > demonym.to) return name ?? demonym
  // Canadian is a town in Texas too.
  return name.entries.some((entry) => gazetteer.populationOf(entry) >= greatInhabitants) ? name : demonym
}

/** A great name with the s of the German genitive, which is no part of it: Deutschlands. */
function genitiveAt(words: readonly TextWord[], from: number, gazetteer: Gazetteer): NameSpan | undefined {
  const word = words[from]
  if (word === undefined || word.text.length < 6 || !word.text.endsWith('s')) return undefined
  const key = word.key.slice(0, -1)
  const entries = gazetteer.find(key).filter((entry) => isGreat(entry, gazetteer))
  if (entries.length === 0) return undefined
  return { from, to: from + 1, start: word.start, end: word.end - 1, key, entries, kind: 'name' }
}

/** A name that is a demonym too is the place's from so many inhabitants on. */
const greatInhabitants = 100_000

/** Other spellings count only of places in countries that the article names, or names a region or great city of. */
function atHome(spans: readonly NameSpan[], gazetteer: Gazetteer): (span: NameSpan) => boolean {
  const countries = new Set(
    spans.flatMap(({ entries }) => entries.filter((entry) => isGreat(entry, gazetteer)).map(gazetteer.countryOf)),
  )
  return ({ entries }) => entries.some((entry) => countries.has(gazetteer.countryOf(entry)))
}

function isGreat(entry: number, gazetteer: Gazetteer): boolean {
  return ['PCLI', 'PPLC', 'ADM1'].includes(gazetteer.codeOf(entry)) || gazetteer.populationOf(entry) >= 5e5
}

function longestName(words: readonly TextWord[], from: number, gazetteer: Gazetteer): NameSpan | undefined {
  let found: NameSpan | undefined
  let hash = 0
  let key = ''
  for (let to = from + 1; to <= from + mostWords && to <= words.length; to++) {
    const word = words[to - 1]
    const before = words[to - 2]
    if (word === undefined || (to > from + 1 && (before === undefined || !isNameGap(word.gap, before)))) break
    hash = hashMore(hash, word.hash)
    key = key === '' ? word.key : `${key} ${word.key}`
    if (!word.isCapital && !/^\p{N}/u.test(word.text)) continue
    if (/^\p{N}+$/u.test(word.text) && to === from + 1) break
    const wanted = key
    const other = otherNames[wanted]
    const known = other === undefined ? undefined : gazetteer.division(other)
    const entries = known === undefined ? gazetteer.findHash(hash, () => wanted) : [known]
    const first = words[from]
    if (entries.length > 0 && first !== undefined && isSpelt(first, to - from))
      found = { from, to, start: first.start, end: word.end, key, entries, kind: 'name' }
  }
  return found
}

/** One or two letters are no name by themselves. */
function isSpelt(first: TextWord, count: number): boolean {
  return count > 1 || first.text.length > 2
}

function tolerantName(
  words: readonly TextWord[],
  from: number,
  end: number,
  find: (name: string) => readonly number[],
): NameSpan | undefined {
  const first = words[from]
  if (first === undefined) return undefined
  for (let to = Math.min(from + 3, end); to > from; to--) {
    const part = words.slice(from, to)
    if (
      !part.every(
        (word, i) => (word.isCapital || word.key.length < 3) && (i === 0 || isNameGap(word.gap, part[i - 1] ?? word)),
      )
    )
      continue
    const last = part.at(-1) ?? first
    if (!last.isCapital) continue
    const key = part.map((word) => word.key).join(' ')
    const entries = find(key)
    if (entries.length > 0)
      return { from, to, start: first.start, end: last.end, key, entries, kind: 'name', isTolerant: true }
  }
  return undefined
}
