import type { Gazetteer } from './gazetteer.ts'
import type { NameSpan } from './name-span.ts'
import type { TextWord } from './text-words.ts'

/**
 * Counties by the first part of their names: of "Clarke and Oconee counties" both, and "Clarke" alone in an article that has
 * "Clarke County" too.
 */
export function withCounties(spans: readonly NameSpan[], words: readonly TextWord[], gazetteer: Gazetteer): NameSpan[] {
  const counties = new Map<string, readonly number[]>()
  const listed = new Map<number, readonly number[]>()
  for (const { key, entries } of spans) if (key.endsWith(' county')) counties.set(key.slice(0, -7), entries)
  for (const [i, word] of words.entries()) {
    if (word.key !== 'counties') continue
    for (let j = i - 1; j >= 0 && j > i - 8 && /^(?: |, )$/.test(words[j + 1]?.gap ?? ''); j--) {
      const name = words[j]
      if (name === undefined || (!name.isCapital && name.key !== 'and')) break
      const entries = gazetteer.find(`${name.key} county`)
      if (entries.length === 0) continue
      listed.set(j, entries)
      counties.set(name.key, entries)
    }
  }
  if (counties.size === 0) return [...spans]
  const taken = new Map(spans.map((span) => [span.from, span]))
  const inner = new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
  const more = [...words.entries()].flatMap(([from, { start, end, key, isCapital }]): NameSpan[] => {
    const entries = listed.get(from) ?? (inner.has(from) ? undefined : counties.get(key))
    if (entries === undefined || !isCapital || (inner.has(from) && taken.get(from)?.to !== from + 1)) return []
    return [{ from, to: from + 1, start, end, key: `${key} county`, entries, kind: 'name' }]
  })
  const replaced = new Set(more.map(({ from }) => from))
  return [...spans.filter(({ from }) => !replaced.has(from)), ...more].toSorted((a, b) => a.from - b.from)
}
