import type { Gazetteer } from './gazetteer.ts'
import type { LanguageCues } from './language-cues.ts'
import type { TextWord } from './text-words.ts'

/** Which words of a text are of a person's full name, and which words are persons' last names. */
export interface Persons {
  readonly words: ReadonlySet<number>
  readonly surnames: ReadonlySet<string>
}

/**
 * Finds full names of persons: words with capitals in a row that start with a first name or follow a title, or before an age.
 * What has an institution in it (Austin Police, Georgia University) is none.
 */
export function findPersons(words: readonly TextWord[], cues: LanguageCues, gazetteer: Gazetteer): Persons {
  const found = new Set<number>()
  const surnames = new Set<string>()
  for (let from = 0; from < words.length;) {
    const to = runEnd(words, from)
    const run = words.slice(from, to)
    for (let i = 0; i < run.length; i++) {
      const rest = run.slice(i)
      if (
        !isPerson(rest, run[i - 1] ?? (isTitled(words, from) ? words[from - 1] : undefined), words[to], cues, gazetteer)
      )
        continue
      const name = untilInstitution(rest, cues)
      for (let j = 0; j < name.length; j++) found.add(from + i + j)
      const last = name.at(-1)
      if (last !== undefined && last.key.length > 2) surnames.add(last.key)
      i += name.length - 1
    }
    from = Math.max(to, from + 1)
  }
  return { words: found, surnames }
}

/** Where a row of words with capitals ends, with initials and their full stops in it. */
function runEnd(words: readonly TextWord[], from: number): number {
  let to = from
  while (to < words.length && to < from + 12) {
    const word = words[to]
    if (word === undefined || !word.isCapital || !/^\p{Lu}/u.test(word.text)) break
    const before = words[to - 1]
    const isJoined =
      /^(?: |-| ["“'‘])$/.test(word.gap) ||
      (word.gap === '. ' && before !== undefined && before.text.length === 1) ||
      (word.gap === '. ' && !word.isFirst)
    if (to > from && !isJoined) break
    to++
  }
  return to
}

function isTitled(words: readonly TextWord[], from: number): boolean {
  return from > 0 && /^\.? $/.test(words[from]?.gap ?? '')
}

function isPerson(
  run: readonly TextWord[],
  before: TextWord | undefined,
  after: TextWord | undefined,
  cues: LanguageCues,
  gazetteer: Gazetteer,
): boolean {
  const [first, second] = run
  if (
    first === undefined ||
    cues.institutions.has(first.key) ||
    cues.kinds.has(first.key) ||
    cues.titles.has(first.key)
  )
    return false
  if (before !== undefined && cues.titles.has(before.key)) return true
  if (
    second === undefined ||
    cues.institutions.has(second.key) ||
    cues.kinds.has(second.key) ||
    cues.streets.has(second.key)
  )
    return false
  if (first.isUpper && first.text.length > 2 && !second.isUpper) return false
  const isAged = after !== undefined && /^\d{1,3}$/.test(after.text) && /^, $/.test(after.gap)
  if (isAged) return true
  const full = run
    .slice(0, 2)
    .map(({ key }) => key)
    .join(' ')
  return gazetteer.isFirstName(first.key) && gazetteer.find(full).length === 0
}

function untilInstitution(run: readonly TextWord[], cues: LanguageCues): readonly TextWord[] {
  const end = run.findIndex(({ key }, i) => i > 0 && (cues.institutions.has(key) || cues.kinds.has(key)))
  return run.slice(0, Math.min(end < 0 ? run.length : end, 4))
}
