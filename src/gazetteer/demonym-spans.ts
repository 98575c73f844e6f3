import { demonymTarget } from './demonyms.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { NameSpan } from './name-span.ts'
import { type TextWord, isNameGap } from './text-words.ts'

/** The demonym that starts with a word: Syrian, New Yorker. */
export function demonymAt(words: readonly TextWord[], from: number, gazetteer: Gazetteer): NameSpan | undefined {
  for (const count of [2, 1]) {
    const part = words.slice(from, from + count)
    const [first, last] = [part[0], part.at(-1)]
    if (first === undefined || last === undefined || part.length < count || (count > 1 && !isNameGap(last.gap, first)))
      continue
    const key = part.map((word) => word.text.toLowerCase()).join(' ')
    const target = demonymTarget(key)
    const entries = target?.name !== undefined ? gazetteer.find(target.name) : []
    const entry =
      entries[0] ??
      (target?.code !== undefined ? gazetteer.division(target.code) : undefined) ??
      gazetteer.demonym(key) ??
      gazetteer.demonym(key.replace(/s$/, '')) ??
      (key.endsWith('men') ? gazetteer.demonym(key.slice(0, -3)) : undefined)
    if (entry !== undefined)
      return {
        from,
        to: from + count,
        start: first.start,
        end: last.end,
        key: `~${key}`,
        entries: [entry],
        kind: 'demonym',
      }
  }
  return undefined
}

/** African-American, Anglo-American: people of one country, not of two places. */
export function isCompound({ kind, from, to }: NameSpan, words: readonly TextWord[]): boolean {
  if (kind !== 'demonym') return false
  const [first, after] = [words[from], words[to]]
  const isAmerican = (word: TextWord | undefined): boolean => /^americans?$/.test(word?.key ?? '')
  return (isAmerican(first) && first?.gap === '-') || (isAmerican(after) && after?.gap === '-')
}

/** Americans, Turks: people, who only tell what an article is about. */
export function isPeople({ kind, key }: NameSpan, gazetteer: Gazetteer): boolean {
  if (kind !== 'demonym' || !key.endsWith('s')) return false
  const one = key.slice(1, -1)
  return demonymTarget(one) !== undefined || gazetteer.demonym(one) !== undefined
}
