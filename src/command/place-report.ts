import { printable } from '../build/printable.ts'
import type { GazetteerPlace } from '../gazetteer/gazetteer.ts'
import type { PlaceMention } from '../gazetteer/find-places.ts'
import { placeKind } from '../gazetteer/place-kind.ts'

/** What `article-map places` found, as JSON has it. */
export interface MentionRow {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lat: number
  readonly lon: number
  readonly kind: string
  readonly candidates: readonly CandidateRow[]
}

interface CandidateRow {
  readonly name: string
  readonly localNames: readonly string[]
  readonly kind: string
  readonly country: string
  readonly region: string
  readonly population: number
  readonly lat: number
  readonly lon: number
  readonly source: string
}

/** The mentions of a text for programs. */
export function mentionRows(mentions: readonly PlaceMention[]): MentionRow[] {
  return mentions.flatMap(({ start, end, text, kind, candidates }) => {
    const [best] = candidates
    if (best === undefined) return []
    const { latitude: lat, longitude: lon } = best
    return [
      {
        start,
        end,
        text,
        lat,
        lon,
        kind: kind === 'demonym' ? kind : placeKind(best.code),
        candidates: candidates.map(candidateRow),
      },
    ]
  })
}

function candidateRow(place: GazetteerPlace): CandidateRow {
  const { name, otherNames, code, country, region, population, latitude, longitude, source } = place
  return {
    name,
    localNames: otherNames,
    kind: placeKind(code),
    country,
    region,
    population,
    lat: latitude,
    lon: longitude,
    source,
  }
}

/** How many other candidates of a name a reader is told. */
const others = 4

/** The places of a text for people: each name once, in its order, and what else it may be. Demonyms are no places on a map. */
export function describePlaces(mentions: readonly PlaceMention[]): string {
  const names = new Map<string, { mention: PlaceMention; count: number }>()
  for (const mention of mentions) {
    if (mention.kind === 'demonym') continue
    const key = `${mention.text.toLowerCase()} ${mention.candidates[0]?.entry ?? ''}`
    const known = names.get(key)
    names.set(key, { mention: known?.mention ?? mention, count: (known?.count ?? 0) + 1 })
  }
  const lines = [...names.values()].flatMap(({ mention: { text, candidates }, count }) => {
    const [best, ...more] = candidates
    if (best === undefined) return []
    const times = count === 1 ? 'once' : `${count} times`
    const also = more.slice(0, others).map((place) => `    or ${describePlace(place)}`)
    return [`${text} (${times}): ${describePlace(best)}`, ...also]
  })
  return lines.map((line) => `${printable(line)}\n`).join('')
}

/** A place in a line: where it lies, what it is, how many live there, its position and who says so. */
export function describePlace(place: GazetteerPlace): string {
  const { name, code, country, region, population, latitude, longitude, source } = place
  const land = country === '' ? '' : (countryNames.of(country) ?? country)
  const where = [name, region === name ? '' : region, land === name ? '' : land].filter(Boolean).join(', ')
  const people = population > 0 ? `, ${population.toLocaleString('en')} inhabitants` : ''
  return `${where}: ${placeKind(code)}${people}, ${latitude} ${longitude}, ${source}`
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' })
