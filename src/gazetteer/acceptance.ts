import type { Evidence } from './evidence.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { NameSpan } from './name-span.ts'
import { kilometres } from './distance.ts'
import type { RankedName } from './ranking.ts'

/** A span, and what speaks for its being a place. */
export interface Found {
  readonly span: NameSpan
  readonly score: number
  readonly evidence: Evidence
}

/** A name that is a place's for certain somewhere is one elsewhere too, and one that is near other places is likelier to be one. */
export function accept(
  found: readonly Found[],
  names: readonly RankedName[],
  ranked: ReadonlyMap<string, readonly number[]>,
  gazetteer: Gazetteer,
): Found[] {
  const best = new Map(names.map(({ key, certainty }) => [key, certainty]))
  const anchors = names
    .filter(({ certainty }) => certainty > 0.8)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 60)
    .flatMap(({ key }) => ranked.get(key)?.[0] ?? [])
  const bonuses = new Map<string, number>()
  for (const { key } of names) {
    const [entry] = ranked.get(key) ?? []
    if (entry === undefined) continue
    const others = anchors.filter((anchor) => anchor !== entry)
    const near = others.some((anchor) => kilometres(anchor, entry, gazetteer) < 80)
    const same = others.some((anchor) => gazetteer.regionOf(anchor) === gazetteer.regionOf(entry))
    bonuses.set(key, (near ? 1.2 : 0) + (same ? 0.8 : 0))
  }
  const persons = personsAmong(found)
  return found.filter(({ span, score }) => {
    const certain = (best.get(span.key) ?? 0) > 0.85 ? 1.5 : 0
    const person = persons.has(span.key) ? 1.5 : 0
    return score + (bonuses.get(span.key) ?? 0) + certain - person > 0.5
  })
}

const placeCues = ['in', 'contained', 'party', 'dateline', 'kindBefore', 'based'] as const
const personCues = ['speech', 'surname', 'titled', 'person'] as const

/** Names that are a person's somewhere in the text, and nowhere a place's by what stands around them. */
function personsAmong(found: readonly Found[]): Set<string> {
  const [places, persons] = [new Set<string>(), new Set<string>()]
  for (const { span, evidence } of found) {
    if (placeCues.some((cue) => evidence[cue] === 1)) places.add(span.key)
    if (personCues.some((cue) => evidence[cue] === 1) && evidence.country !== 1) persons.add(span.key)
  }
  return new Set([...persons].filter((key) => !places.has(key)))
}
