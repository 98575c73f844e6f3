import type { Language } from '../words/language.ts'
import { type LandmarkWords, landmarkWords } from './landmark-words.ts'
import { type TextWord, textWords } from './text-words.ts'

/** A landmark that a text names, without a position: no gazetteer has it. */
export interface Landmark {
  /** Offsets in UTF-16 units, without an article before it. */
  readonly start: number
  readonly end: number
  /** As the text writes it. */
  readonly text: string
}

interface Rules extends Omit<LandmarkWords, 'kinds' | 'definite' | 'function'> {
  readonly language: Language
  readonly kinds: ReadonlySet<string>
  readonly definite: ReadonlySet<string>
  readonly function: ReadonlySet<string>
}

/** So many words at most say which one a landmark is. */
const mostWords = 4

/**
 * Finds the landmarks that a text names: a kind of place (hospital, bridge, roundabout) with words that say which one, as a
 * name does (`Al-Naim traffic circle`) or an article with an adjective (`the municipal stadium`). A kind alone (`the
 * hospital`) is none.
 */
export function findLandmarks(text: string, language: Language): Landmark[] {
  const rules = rulesOf(language)
  const words = textWords(text)
  return words.flatMap((_, i) => {
    const span = rules.kindFirst ? kindFirst(words, i, rules) : kindLast(words, i, rules)
    const [first, last] = [words[span?.[0] ?? -1], words[span?.[1] ?? -1]]
    if (!first || !last) return []
    const start = first.start + prefixLength(first.text, rules)
    return [{ start, end: last.end, text: text.slice(start, last.end) }]
  })
}

function rulesOf(language: Language): Rules {
  const { kinds, definite, function: others, ...rules } = landmarkWords[language]
  const set = (list: string): Set<string> => new Set(list.split(' '))
  return { ...rules, language, kinds: set(kinds), definite: set(definite), function: set(others) }
}

type Span = readonly [first: number, last: number]

/** `the main hospital`, `das Hauptkrankenhaus`, `Devlet Hastanesi'nde`. */
function kindLast(words: readonly TextWord[], at: number, rules: Rules): Span | undefined {
  const kind = words[at]
  if (!kind || !isKind(kind.text, rules)) return undefined
  let first = at
  while (first > 0 && at - first < mostWords && isJoined(words[first]) && isModifier(words[first - 1], rules)) first--
  const before = isJoined(words[first], /^[ \u00A0'’]$/u) ? words[first - 1] : undefined
  const isDefinite = before !== undefined && rules.definite.has(lower(before.text))
  const isModified = first < at
  if (rules.language === 'de') {
    // All nouns have capitals: a compound is as certain as an adjective between it and its article.
    const isCompound = !rules.kinds.has(lower(kind.text))
    return (isDefinite && (isCompound || isModified)) || kind.gap === '-' ? [first, at] : undefined
  }
  return isDefinite && isModified ? [first, at] : namedSpan(words, at, first)
}

/** The words with capitals right before a kind. A word that has its capital from its sentence is one of them only for want of another. */
function namedSpan(words: readonly TextWord[], at: number, earliest: number): Span | undefined {
  let first = at
  while (first > earliest && words[first - 1]?.isCapital) first--
  if (words[first]?.isFirst && (at - first > 1 || !words[at]?.isCapital)) first++
  return first < at ? [first, at] : undefined
}

/** `l’hôpital principal`, `plaza de la Constitución`, `مطار بيروت الدولي`. */
function kindFirst(words: readonly TextWord[], at: number, rules: Rules): Span | undefined {
  const kind = words[at]
  if (!kind || !isKind(kind.text, rules)) return undefined
  if (rules.language === 'ar') return arabicSpan(words, at, rules)
  let last = at
  const next = words[at + 1]
  if (next && isJoined(next) && !next.isCapital && rules.adjective?.test(lower(next.text))) last++
  // A name, or `de` and a name.
  let name = last + 1
  while (
    name <= last + 3 &&
    isJoined(words[name], /^[ \u00A0'’]$/u) &&
    /^(?:d|de|del|du|des|la|le|l|los|las|el)$/u.test(words[name]?.text ?? '')
  )
    name++
  if (isJoined(words[name], /^[ \u00A0'’]$/u) && words[name]?.isCapital) {
    last = name
    while (last - at < mostWords + 2 && isJoined(words[last + 1]) && words[last + 1]?.isCapital) last++
  }
  return last > at ? [at, last] : undefined
}

/** An adjective has the article that its noun has; a name stands right after its noun, which then has none. */
function arabicSpan(words: readonly TextWord[], at: number, rules: Rules): Span | undefined {
  const hasArticle = (word: TextWord | undefined): boolean => /^ال../u.test(word?.text ?? '')
  const [next, second] = [words[at + 1], words[at + 2]]
  if (!next || !isJoined(next) || rules.function.has(next.text) || next.text.length < 3) return undefined
  const isArticled = /^[وفبكل]?(?:ال|لل)/u.test(words[at]?.text ?? '')
  if (isArticled) return hasArticle(next) ? [at, at + 1] : undefined
  if (hasArticle(next)) return [at, at + 1]
  return isJoined(second) && hasArticle(second) && !/^[بكلوف]?ال|^لل/u.test(next.text) ? [at, at + 2] : undefined
}

/** Whether a word may say which one a thing is. `The biggest hospital` says nothing that a map could show. */
function isModifier(word: TextWord | undefined, { definite, function: others, language }: Rules): boolean {
  if (word === undefined || (language === 'en' && word.text.endsWith('est'))) return false
  const text = lower(word.text)
  return !definite.has(text) && !others.has(text) && !/^\p{N}/u.test(text)
}

/** Whether only a space or a hyphen stands before a word. */
function isJoined(word: TextWord | undefined, gap = /^[ \u00A0\u202F-]$/u): boolean {
  return word !== undefined && gap.test(word.gap)
}

function isKind(text: string, { kinds, language }: Rules): boolean {
  const word = lower(text)
  if (kinds.has(word)) return true
  if (language === 'ar') return kinds.has(word.replace(arabicPrefix, ''))
  if (language === 'tr') return kinds.has(word.replace(/n[dt]?[aeıiuü]n?$|y[aeıiuü]$|n[ıiuü]n$/u, ''))
  // `Krankenhauses`; `Hauptkrankenhaus` is a hospital too.
  if (language === 'de')
    return (
      /^\p{Lu}/u.test(text) &&
      [...kinds].some(
        (kind) => kind.length > 3 && (word.endsWith(kind) || word.endsWith(`${kind}s`) || word.endsWith(`${kind}es`)),
      )
    )
  return false
}

/** "And", "in", "as" and "for" with or without the article. */
const arabicPrefix = /^[وف]?(?:[بكل]?ال|لل|[بكل])?/u

/** How much of a first word is no part of it: what is written together with it before its article. */
function prefixLength(text: string, { language, kinds }: Rules): number {
  if (language !== 'ar' || kinds.has(text)) return 0
  return (arabicPrefix.exec(text)?.[0] ?? '').replace(/ال$/u, '').length
}

const lower = (text: string): string => text.toLowerCase()
