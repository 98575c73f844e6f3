import type { Gazetteer } from './gazetteer.ts'
import type { LanguageCues } from './language-cues.ts'
import type { NameSpan } from './name-span.ts'
import type { Persons } from './persons.ts'
import { isArea } from './place-kind.ts'
import type { TextWord } from './text-words.ts'

/**
 * How much each kind of evidence counts. Those of the surroundings were fitted to news in English; none depends on a single word.
 */
export const weights = {
  base: -0.6,
  country: 1.5,
  region: 1.2,
  million: 1.4,
  large: 2.0,
  middling: 0.8,
  tiny: -1.5,
  manyWords: 0.5,
  common: -3.1,
  commonFirst: -1.8,
  firstName: -1.1,
  person: -2,
  surname: -3,
  titled: -3,
  in: 1.6,
  of: 0.8,
  article: 0,
  contained: 3.3,
  elsewhere: 1.2,
  firm: -3,
  party: 4,
  institution: 0.2,
  kindBefore: 1.7,
  street: -4.3,
  speech: -1.5,
  capitalBefore: -1.6,
  capitalAfter: -1.1,
  part: 0,
  dateline: 3.2,
  listed: 0.2,
  based: 3,
  firstWord: 0.5,
  tolerant: -1,
  never: -9,
} as const

/** What speaks for a span being a place, or against it: each 1 if it is so. */
export type Evidence = Partial<Readonly<Record<keyof typeof weights, number>>>

/** The weights as a sum. */
export function sumOf(evidence: Evidence): number {
  const names = Object.keys(evidence) as (keyof Evidence)[]
  return names.reduce((sum, name) => sum + (evidence[name] ?? 0) * weights[name], weights.base as number)
}

/** What the words around a span and the gazetteer say of it. */
export function evidenceOf(
  span: NameSpan,
  words: readonly TextWord[],
  persons: Persons,
  cues: LanguageCues,
  language: string,
  gazetteer: Gazetteer,
): Evidence {
  const first = words[span.from]
  const last = words[span.to - 1]
  const before = words[span.from - 1]
  const after = words[span.to]
  if (first === undefined || last === undefined) return { never: 1 }
  const gap = first.gap
  const afterGap = after?.gap ?? ''
  const isNear = /^[ \u00A0\n'’-]$/.test(gap)
  const isFollowed = /^[ \u00A0\n]$/.test(afterGap)
  const beforeKey = isNear ? (before?.key ?? '') : ''
  const afterKey = isFollowed ? (after?.key ?? '') : ''
  const codes = span.entries.map(gazetteer.codeOf)
  const isSingle = span.to - span.from === 1
  const isCommon =
    isSingle &&
    !codes.includes('PCLI') &&
    (gazetteer.isCommon(first.key, language) || cues.capitals.has(first.key) || cues.in.has(first.key))
  const population = Math.max(...span.entries.map(gazetteer.populationOf))
  const isCountry = codes.some(isArea)
  const isRegion = span.entries.some(
    (entry) => gazetteer.codeOf(entry) === 'ADM1' && gazetteer.populationOf(entry) >= 5e5,
  )
  const isCounty = isSingle && span.key.endsWith(' county')
  const isParticle = cues.articles.has(beforeKey) || cues.of.has(beforeKey) || cues.in.has(beforeKey)
  const beyond = isParticle ? (words[span.from - 2]?.key ?? '') : ''
  const isInRow = (word: TextWord | undefined, key: string): boolean =>
    word !== undefined &&
    key !== '' &&
    word.isCapital &&
    /^\p{Lu}/u.test(word.text) &&
    !cues.institutions.has(key) &&
    !cues.kinds.has(key) &&
    !cues.parts.has(key)
  const flag = (is: boolean): number => (is ? 1 : 0)
  return {
    country: flag(isCountry),
    region: flag(isRegion && !isCountry),
    million: flag(population >= 1e6),
    large: flag(population >= 1e5 && population < 1e6),
    middling: flag(population >= 15_000 && population < 1e5),
    tiny: flag(population < 1000 && !isCountry && !isRegion),
    manyWords: flag(!isSingle),
    common: flag(isCommon),
    commonFirst: flag(isCommon && first.isFirst),
    firstName: flag(isSingle && gazetteer.isFirstName(first.key) && !isCountry),
    // San Pedro Sula does not begin with a person's name.
    person: flag(isSingle ? isAnyOf(span, persons.words) : persons.words.has(span.from)),
    surname: flag(
      isSingle && population < 1e5 && !isCountry && persons.surnames.has(first.key) && !isAnyOf(span, persons.words),
    ),
    titled: flag(cues.titles.has(beforeKey)),
    in: flag(cues.in.has(beforeKey) || (cues.articles.has(beforeKey) && cues.in.has(beyond) && isCountry)),
    of: flag(cues.of.has(beforeKey)),
    article: flag(cues.articles.has(beforeKey) && !cues.institutions.has(afterKey)),
    party: flag(/^[-‐–]$/.test(gap) && /^(?:D|R|I|DFL|GOP)$/.test(before?.text ?? '')),
    institution: flag(cues.institutions.has(afterKey) || cues.kinds.has(afterKey) || cues.institutions.has(beyond)),
    kindBefore: flag(isCounty || cues.kinds.has(beforeKey) || cues.kinds.has(beyond)),
    street: flag(isStreet(span, words, cues)),
    speech: flag(cues.speech.has(afterKey)),
    capitalBefore: flag(isInRow(before, beforeKey) && !before?.isFirst && !isParticle),
    capitalAfter: flag(isInRow(after, afterKey) || (afterKey.length === 1 && (after?.isCapital ?? false))),
    firm: flag(cues.firms.has(afterKey) && after?.isCapital === true),
    part: flag(cues.parts.has(beforeKey)),
    dateline: flag(/^(?:,[^.]{0,24})? ?(?:\([A-Z]{2,}[^)]{0,12}\) ?)?(?:—|–|--)/.test(afterGap) && first.isUpper),
    listed: flag(/^(?:, |, and )$/.test(gap) || /^, $/.test(afterGap)),
    based: flag(/^[-‐]$/.test(afterGap) && (after?.key === 'based' || after?.key === 'area')),
    firstWord: flag(first.isFirst),
    tolerant: flag(span.isTolerant === true),
    never: flag(
      (isCommon && cues.capitals.has(first.key)) ||
        (isSingle &&
          (cues.parts.has(first.key) ||
            cues.kinds.has(first.key) ||
            cues.institutions.has(first.key) ||
            cues.articles.has(first.key) ||
            cues.titles.has(first.key))),
    ),
  }
}

function isAnyOf(span: NameSpan, numbers: ReadonlySet<number>): boolean {
  for (let i = span.from; i < span.to; i++) if (numbers.has(i)) return true
  return false
}

/** Whether a street, with a capital, is named after it: up to two words later, or just before. */
function isStreet({ from, to }: NameSpan, words: readonly TextWord[], cues: LanguageCues): boolean {
  const [next, later] = [words[to], words[to + 1]]
  const isTail = (word: TextWord | undefined): boolean =>
    word !== undefined && /^[ \n]$/.test(word.gap) && cues.streets.has(word.key) && /^[\p{Lu}\p{Lo}]/u.test(word.text)
  if (isTail(next)) return true
  if (next !== undefined && next.isCapital && next.gap === ' ' && isTail(later) && !cues.institutions.has(next.key))
    return true
  const before = words[from - 1]
  const isArticle = before !== undefined && (cues.articles.has(before.key) || cues.of.has(before.key))
  const head = isArticle ? words[from - 2] : before
  return (
    head !== undefined &&
    cues !== undefined &&
    !isTail(head) &&
    /^ ?$/.test(words[from]?.gap ?? '') &&
    headStreets.has(head.key)
  )
}

/** Streets are named behind their kind in these languages. */
const headStreets = new Set('rue boulevard chemin impasse allee quai calle avenida paseo plaza شارع'.split(' '))
