import type { Language } from '../words/language.ts'
import { withoutPrefixes } from './arabic-prefixes.ts'
import { type Evidence, evidenceOf, sumOf } from './evidence.ts'
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts'
import { languageCues } from './language-cues.ts'
import { type NameSpan, findSpans } from './name-spans.ts'
import { findPersons } from './persons.ts'
import { type RankedName, kilometres, rankNames } from './ranking.ts'
import { type TextWord, textWords } from './text-words.ts'
import { createTolerantSearch } from './tolerant-names.ts'

/** A name of a place in a text. */
export interface PlaceMention {
  /** Offsets in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** A demonym (Syrian) is no place on a map, but says which country an article is about. */
  readonly kind: 'place' | 'demonym'
  /** The places that may be meant, the likeliest first. */
  readonly candidates: readonly GazetteerPlace[]
}

/** What places are sought with. */
export interface PlaceSearch {
  readonly language: Language
  readonly gazetteer: Gazetteer
}

/** The score of what is a place without a doubt. */
const sure = 5

/** So many candidates are told. */
const mostCandidates = 10

interface Found {
  readonly span: NameSpan
  readonly score: number
  readonly evidence: Evidence
}

/** Finds the names of places in a text, and ranks the places that each may be. Any text will do; a longer one takes as much longer. */
export function findPlaces(text: string, { language, gazetteer }: PlaceSearch): PlaceMention[] {
  const cues = languageCues(language)
  const words = language === 'ar' ? withoutPrefixes(textWords(text), gazetteer) : textWords(text)
  const persons = findPersons(words, cues, gazetteer)
  const spans = findSpans(text, words, gazetteer, tolerantSearchOf(gazetteer))
  const containers = containersOf(spans, words, gazetteer)
  const found = spans.map((span, i): Found => {
    if (span.kind !== 'name') return { span, score: sure, evidence: {} }
    const evidence = {
      ...evidenceOf(span, words, persons, cues, language, gazetteer),
      contained: containers.has(span) ? 1 : 0,
      elsewhere: isBeforeState(span, spans[i + 1], words, gazetteer) && !containers.has(span) ? 1 : 0,
    }
    return { span, score: sumOf(evidence), evidence }
  })
  const names = namesOf(found, containers, words, cues.kinds)
  const ranked = rankNames(names, gazetteer)
  const accepted = accept(found, names, ranked, gazetteer)
  const places = new Map<number, GazetteerPlace>()
  const placeOf = (entry: number): GazetteerPlace => {
    const place = places.get(entry) ?? gazetteer.place(entry)
    places.set(entry, place)
    return place
  }
  return accepted.map(({ span: { start, end, key, kind } }) => ({
    start,
    end,
    text: text.slice(start, end),
    kind: kind === 'demonym' ? 'demonym' : 'place',
    candidates: (ranked.get(key) ?? []).slice(0, mostCandidates).map(placeOf),
  }))
}

const searches = new WeakMap<Gazetteer, ReturnType<typeof createTolerantSearch>>()

function tolerantSearchOf(gazetteer: Gazetteer): ReturnType<typeof createTolerantSearch> {
  const search = searches.get(gazetteer) ?? createTolerantSearch(gazetteer)
  searches.set(gazetteer, search)
  return search
}

/** The country or region that follows a name after a comma or in brackets: "Athens, Ga.", "Homs (Syria)". */
function containersOf(
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
function isBeforeState(
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

function namesOf(
  found: readonly Found[],
  containers: ReadonlyMap<NameSpan, string>,
  words: readonly TextWord[],
  kinds: ReadonlySet<string>,
): RankedName[] {
  const groups = new Map<
    string,
    { entries: readonly number[]; count: number; best: number; containers: Set<string>; divisions: number }
  >()
  for (const { span, score } of found) {
    const group = groups.get(span.key) ?? {
      entries: span.entries,
      count: 0,
      best: -Infinity,
      containers: new Set<string>(),
      divisions: 0,
    }
    groups.set(span.key, group)
    if (score > 0) group.count++
    group.best = Math.max(group.best, score)
    const container = containers.get(span)
    if (container !== undefined) group.containers.add(container)
    const after = words[span.to]
    const before = words[span.from - 1]
    const isNamed = (word: TextWord | undefined): boolean =>
      word !== undefined && kinds.has(word.key) && divisionKinds.has(word.key)
    if ((after?.gap === ' ' && isNamed(after)) || isNamed(before)) group.divisions++
  }
  return [...groups].map(([key, { entries, count, best, containers: set, divisions }]) => ({
    key,
    entries,
    count,
    certainty: 1 / (1 + Math.exp(-best)),
    containers: set,
    isDivision: divisions > 0 && divisions * 2 >= count,
  }))
}

/** Kinds of divisions, in each language. */
const divisionKinds = new Set(
  'county counties province region state governorate district departement departamento provincia provinz gouvernement bezirk kreis landkreis ili محافظه ولايه مقاطعه اقليم ريف'.split(
    ' ',
  ),
)

/** A name that is a place's for certain somewhere is one elsewhere too, and one that is near other places is likelier to be one. */
function accept(
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
