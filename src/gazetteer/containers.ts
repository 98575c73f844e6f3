import type { Gazetteer } from './gazetteer.ts'
import type { NameSpan } from './name-span.ts'
import type { TextWord } from './text-words.ts'

/** The country or region that follows a name after a comma or in brackets: "Athens, Ga.", "Homs (Syria)". */
export function containersOf(
  spans: readonly NameSpan[],
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): Map<NameSpan, string> {
  const containers = new Map<NameSpan, string>()
  for (const [i, span] of spans.entries()) {
    const after = spans[i + 1]
    if (span.kind !== 'name' || after === undefined || after.kind === 'demonym' || after.from !== span.to) continue
    if (!/^(?:,|،) ?$|^ \($|^ $|^,? ?(?:in|en) $/u.test(words[after.from]?.gap ?? '')) continue
    for (const entry of after.entries) {
      const code = gazetteer.codeOf(entry)
      const division =
        code === 'PCLI' ? gazetteer.countryOf(entry) : code === 'ADM1' ? gazetteer.regionOf(entry) : undefined
      if (division === undefined) continue
      const isIn = span.entries.some(
        (other) =>
          other !== entry &&
          (code === 'PCLI' ? gazetteer.countryOf(other) : gazetteer.regionOf(other)) === division &&
          gazetteer.codeOf(other) !== 'PCLI',
      )
      if (isIn) containers.set(span, division)
    }
  }
  return containers
}

/** Whether a great region follows after a comma, as in "Holliday, Missouri", also if the gazetteer has no such town there. */
export function isBeforeState(
  span: NameSpan,
  after: NameSpan | undefined,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): boolean {
  if (after === undefined || after.from !== span.to || words[after.from]?.gap !== ', ') return false
  return after.entries.some(
    (entry) =>
      gazetteer.codeOf(entry) === 'ADM1' && (after.kind === 'abbreviation' || gazetteer.populationOf(entry) >= 5e5),
  )
}
