import type { Language } from '../words/language.ts'
import { type Found, accept } from './acceptance.ts'
import { withoutPrefixes } from './arabic-prefixes.ts'
import { containersOf, isBeforeState } from './containers.ts'
import { isPeople } from './demonym-spans.ts'
import { evidenceOf, sumOf } from './evidence.ts'
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts'
import { type LanguageCues, languageCues } from './language-cues.ts'
import type { NameSpan } from './name-span.ts'
import { findSpans } from './name-spans.ts'
import { findPersons } from './persons.ts'
import { type RankedName, rankNames } from './ranking.ts'
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
  const names = namesOf(found, containers, words, cues)
  const ranked = rankNames(names, gazetteer)
  const accepted = accept(found, names, ranked, gazetteer).filter(({ span }) => !isPeople(span, gazetteer))
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

function namesOf(
  found: readonly Found[],
  containers: ReadonlyMap<NameSpan, string>,
  words: readonly TextWord[],
  cues: LanguageCues,
): RankedName[] {
  const groups = new Map<
    string,
    {
      entries: readonly number[]
      count: number
      best: number
      containers: Set<string>
      divisions: number
      articled: number
    }
  >()
  for (const { span, score } of found) {
    const group = groups.get(span.key) ?? {
      entries: span.entries,
      count: 0,
      best: -Infinity,
      containers: new Set<string>(),
      divisions: 0,
      articled: 0,
    }
    groups.set(span.key, group)
    if (score > 0) group.count++
    group.best = Math.max(group.best, score)
    const container = containers.get(span)
    if (container !== undefined) group.containers.add(container)
    const after = words[span.to]
    const before = words[span.from - 1]
    const isNamed = (word: TextWord | undefined): boolean =>
      word !== undefined && cues.kinds.has(word.key) && divisionKinds.has(word.key)
    if ((after?.gap === ' ' && isNamed(after)) || isNamed(before)) group.divisions++
    if (before !== undefined && words[span.from]?.gap === ' ' && cues.articles.has(before.key)) group.articled++
  }
  return [...groups].map(([key, { entries, count, best, containers: set, divisions, articled }]) => ({
    key,
    entries,
    count,
    certainty: 1 / (1 + Math.exp(-best)),
    containers: set,
    isDivision: divisions > 0 && divisions * 2 >= count,
    isArticled: articled > 0 && articled * 2 >= count,
  }))
}

/** Kinds of divisions, in each language. */
const divisionKinds = new Set(
  'county counties province region state governorate district departement departamento provincia provinz gouvernement bezirk kreis landkreis ili محافظه ولايه مقاطعه اقليم ريف'.split(
    ' ',
  ),
)
