import { kilometres } from './distance.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type AmbiguousName, neighbourScores } from './neighbours.ts'
import { isArea, isTown } from './place-kind.ts'
import { tolerantKey } from './tolerant-names.ts'

/** A name of an article that places are sought for. */
export interface RankedName {
  readonly key: string
  readonly entries: readonly number[]
  /** How often it occurs, and how certain it is that it is a place at all: from 0 to 1. */
  readonly count: number
  readonly certainty: number
  /** Codes of the divisions that the article says it lies in: US.TX, SY. */
  readonly containers: ReadonlySet<string>
  /** A kind of division that is named with it: a province, a county. */
  readonly isDivision: boolean
  /** Mostly with an article, as names of towns are not: the White House. */
  readonly isArticled: boolean
}

const rounds = 3
/** What it weighs that a place may have neighbours among the article's. */
const neighbourWeight = 5
/** So many names at most are compared with each other, so that a long text takes no longer by the square. */
const mostAnchors = 60
/** So many of a name's entries are weighed, the greatest. */
const mostEntries = 60

const kindScores: Readonly<Record<string, number>> = {
  PCLI: 4,
  CONT: 5,
  RGN: 4.5,
  SEA: 3.5,
  ADM1: 1.5,
  PPLC: 2.6,
  PPLA: 0.6,
  PPLA2: 0.3,
  PPLX: -0.6,
  ADM2: -0.2,
}

/** How likely a place is to be meant, whatever the article. */
export function prominence(entry: number, gazetteer: Gazetteer): number {
  return Math.log10(gazetteer.populationOf(entry) + 30) * 1.1 + (kindScores[gazetteer.codeOf(entry)] ?? 0)
}

/** A town with so many inhabitants is meant rather than the region of its name, though it is not its seat: New York. */
const metropolis = 1e6

/** A place with fewer is hardly meant by the name of a country. */
const villageInhabitants = 2000

/** The same, for a name that may be one of its other names (Berea for Aleppo), or that of a region around its seat too. */
function likelihoodOf(entry: number, key: string, entries: readonly number[], gazetteer: Gazetteer): number {
  const score = prominence(entry, gazetteer)
  if (entries.length < 2 || /^[=~]/.test(key)) return score
  const main = gazetteer.mainKey(entry)
  const isOther = main !== key && entries.some((other) => gazetteer.mainKey(other) === key)
  const isRegion = gazetteer.codeOf(entry) === 'ADM1'
  const hasSeat =
    isRegion &&
    entries.some(
      (other) =>
        other !== entry &&
        gazetteer.regionOf(other) === gazetteer.regionOf(entry) &&
        (/^PPL[AC]$/.test(gazetteer.codeOf(other)) || gazetteer.populationOf(other) >= metropolis),
    )
  const isLike = main[0] === key[0] || tolerantKey(main) === tolerantKey(key) || main.split(' ').at(-1)?.[0] === key[0]
  const otherness = gazetteer.codeOf(entry) === 'PCLI' ? 2.5 : isLike ? 0.5 : 3
  const isVillage =
    gazetteer.populationOf(entry) < villageInhabitants &&
    isTown(gazetteer.codeOf(entry)) &&
    entries.some((other) => gazetteer.codeOf(other) === 'PCLI' && gazetteer.mainKey(other) === key)
  return score - (isOther ? otherness : 0) - (hasSeat ? 2 : 0) - (isVillage ? 4 : 0)
}

/** Ranks the entries of each name, all names of an article together: the likeliest place first. */
export function rankNames(names: readonly RankedName[], gazetteer: Gazetteer): Map<string, number[]> {
  const ranked = new Map<string, number[]>()
  const likelihoods = new Map<string, Map<number, number>>()
  for (const { key, entries } of names) {
    const great = entries.toSorted((a, b) => prominence(b, gazetteer) - prominence(a, gazetteer)).slice(0, mostEntries)
    const scored = great.map((entry) => [entry, likelihoodOf(entry, key, great, gazetteer)] as const)
    likelihoods.set(key, new Map(scored))
    ranked.set(
      key,
      scored.toSorted((a, b) => b[1] - a[1]).map(([entry]) => entry),
    )
  }
  const anchors = names
    .filter(({ certainty }) => certainty > 0.3)
    .toSorted((a, b) => b.count * b.certainty - a.count * a.certainty)
    .slice(0, mostAnchors)
  const ambiguous = (name: RankedName): AmbiguousName => ({
    key: name.key,
    entries: ranked.get(name.key) ?? [],
    weight: weightOf(name),
  })
  for (const [key, scores] of neighbourScores(names.map(ambiguous), anchors.map(ambiguous), gazetteer)) {
    const known = likelihoods.get(key)
    for (const [entry, score] of scores)
      known?.set(entry, (known.get(entry) ?? 0) + neighbourWeight * Math.log2(1 + score))
  }
  for (let round = 0; round < rounds; round++) {
    const context = contextOf(anchors, ranked, gazetteer)
    for (const name of names) {
      const entries = ranked.get(name.key) ?? []
      if (entries.length < 2) continue
      const scored = entries.map(
        (entry) =>
          [
            entry,
            (likelihoods.get(name.key)?.get(entry) ?? 0) + contextScore(entry, name, context, gazetteer),
          ] as const,
      )
      ranked.set(
        name.key,
        scored.toSorted((a, b) => b[1] - a[1]).map(([entry]) => entry),
      )
    }
  }
  return ranked
}

/** How much a name says about others: more if it is certain, and a little more each time that it is said. */
function weightOf({ count, certainty }: RankedName): number {
  return Math.log2(1 + count) * certainty
}

interface Context {
  readonly anchors: readonly {
    readonly name: RankedName
    readonly entry: number
    readonly weight: number
    readonly isPoint: boolean
  }[]
  /** How much the article is about each country and region. */
  readonly divisions: ReadonlyMap<string, number>
}

function contextOf(
  anchors: readonly RankedName[],
  ranked: ReadonlyMap<string, readonly number[]>,
  gazetteer: Gazetteer,
): Context {
  const divisions = new Map<string, number>()
  const add = (code: string, weight: number): void => void divisions.set(code, (divisions.get(code) ?? 0) + weight)
  const points = anchors.flatMap((name) => {
    const [entry] = ranked.get(name.key) ?? []
    if (entry === undefined) return []
    const code = gazetteer.codeOf(entry)
    const weight = weightOf(name) * (name.entries.length === 1 ? 1.3 : 1)
    const country = gazetteer.countryOf(entry)
    if (code === 'ADM1') add(gazetteer.regionOf(entry), weight * 1.5)
    else if (code !== 'PCLI') add(gazetteer.regionOf(entry), weight * 0.5)
    add(country, weight * (code === 'PCLI' ? 1 : 0.5))
    return [{ name, entry, weight, isPoint: code !== 'ADM1' && !isArea(code) }]
  })
  return { anchors: points, divisions }
}

/** How well an entry fits what else the article names. */
function contextScore(entry: number, name: RankedName, { anchors, divisions }: Context, gazetteer: Gazetteer): number {
  const country = gazetteer.countryOf(entry)
  const region = gazetteer.regionOf(entry)
  const code = gazetteer.codeOf(entry)
  let score = 0
  if (name.containers.has(region) || name.containers.has(country))
    score += code === 'PCLI' || (code === 'ADM1' && name.containers.has(region)) ? 0 : 8
  if (name.isDivision) score += code === 'ADM1' || code === 'ADM2' ? 4 : 0
  if (name.isArticled && isTown(code) && name.entries.some((other) => isArea(gazetteer.codeOf(other)))) score -= 6
  let near = 0
  // A name says nothing for itself.
  let [ownRegion, ownCountry] = [0, 0]
  for (const anchor of anchors) {
    if (anchor.name === name) {
      const kind = gazetteer.codeOf(anchor.entry)
      if (gazetteer.regionOf(anchor.entry) === region) ownRegion = anchor.weight * (kind === 'ADM1' ? 1.5 : 0.5)
      if (gazetteer.countryOf(anchor.entry) === country) ownCountry = anchor.weight * (kind === 'PCLI' ? 1 : 0.5)
      continue
    }
    if (!anchor.isPoint || anchor.entry === entry) continue
    near += anchor.weight * Math.exp(-kilometres(entry, anchor.entry, gazetteer) / 100)
  }
  const share = (value: string, own: number): number => Math.log2(1 + Math.max(0, (divisions.get(value) ?? 0) - own))
  return (
    score +
    2.2 * Math.min(3, Math.log2(1 + near) * 1.5) +
    1.8 * share(region, ownRegion) +
    1.5 * share(country, ownCountry)
  )
}
