import { findLandmarks } from '../gazetteer/landmarks.ts'
import { type PlaceMention, findPlaces } from '../gazetteer/find-places.ts'
import type { Gazetteer, GazetteerPlace } from '../gazetteer/gazetteer.ts'
import { isArea, isTown } from '../gazetteer/place-kind.ts'
import type { ArticleFile } from './article-file.ts'
import type { ListedPlace } from './place-list-file.ts'
import { describePlace } from './place-report.ts'
import { type Language, languageOf } from '../words/language.ts'
import { enoughDecimals } from '../story/check-places.ts'
import { distanceBetween } from '../story/earth.ts'
import type { Position } from '../story/geometry.ts'

/** Asks which of several places a name is. @returns its index; undefined if it is none of them */
export type ChoosePlace = (name: string, places: readonly GazetteerPlace[]) => Promise<number | undefined>

/** A name of the article, with all forms in which it is written there, and where it stands first. */
interface NamedPlace {
  readonly start: number
  readonly names: readonly string[]
  readonly candidates: readonly GazetteerPlace[]
}

/**
 * The places of an article, in their order: towns and regions with their positions, and landmarks without. Countries are
 * there only where it names nothing smaller.
 * @param choose asked of each name that may well be another place; without it the likeliest is taken, and a remark says so
 */
export async function proposePlaces(
  { text: { text }, metadata }: ArticleFile,
  gazetteer: Gazetteer,
  choose?: ChoosePlace,
): Promise<ListedPlace[]> {
  const language = languageOf(metadata.inLanguage ?? 'en')
  const mentions = findPlaces(text, { language, gazetteer })
  const named = namedPlaces(mentions)
  const small = named.filter(({ candidates: [best] }) => best && !isArea(best.code))
  const landmarks = small.length > 0 ? namedLandmarks(text, language, mentions) : []
  const proposals: ListedPlace[] = []
  for (const place of [...(small.length > 0 ? small : named), ...landmarks].toSorted((a, b) => a.start - b.start)) {
    const proposal = await propose(place, choose)
    if (proposal !== undefined) proposals.push(proposal)
  }
  return proposals
}

/** Each place once, with its names: those of one entry of the gazetteer are one place's. */
function namedPlaces(mentions: readonly PlaceMention[]): NamedPlace[] {
  const places = new Map<number, NamedPlace>()
  for (const { start, text: name, kind, candidates } of mentions) {
    const [best] = candidates
    if (kind === 'demonym' || best === undefined) continue
    const known = places.get(best.entry)
    if (known === undefined) places.set(best.entry, { start, names: [name], candidates })
    else if (!known.names.includes(name)) places.set(best.entry, { ...known, names: [...known.names, name] })
  }
  return [...places.values()]
}

/** Each landmark once, but none that the gazetteer knows as a place, as it does Puerto Cabello. */
function namedLandmarks(text: string, language: Language, mentions: readonly PlaceMention[]): NamedPlace[] {
  const places = new Map<string, NamedPlace>()
  for (const { start, end, text: name } of findLandmarks(text, language)) {
    const key = name.toLowerCase()
    const isPlace = mentions.some((mention) => mention.start <= start && mention.end >= end)
    if (!isPlace && !places.has(key)) places.set(key, { start, names: [name], candidates: [] })
  }
  return [...places.values()]
}

async function propose({ names, candidates }: NamedPlace, choose?: ChoosePlace): Promise<ListedPlace | undefined> {
  // A dateline may have it in capitals.
  const name = names.find((form) => form !== form.toUpperCase()) ?? names[0] ?? ''
  const aliases = names.filter((form) => form !== name && form.toLowerCase() !== name.toLowerCase())
  const [best, ...others] = candidates
  // Its position is left to do.
  if (best === undefined) return { name: name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()), names }
  const rivals = others.filter((other) => isRival(other, best))
  const likely = [best, ...rivals].slice(0, 5)
  const chosen = rivals.length > 0 && choose ? await choose(name, likely) : 0
  const place = chosen === undefined ? undefined : likely[chosen]
  if (place === undefined) return undefined
  const remark =
    rivals.length > 0 &&
    !choose &&
    `taken for ${describePlace(best)}; or is it ${rivals.slice(0, 2).map(describePlace).join(', or ')}`
  return {
    name,
    names,
    ...(aliases.length > 0 && { aliases }),
    ...localNameOf(place, name),
    geometry: { type: 'Point', coordinates: roundedPosition(place) },
    precision: isTown(place.code) ? 'city' : 'region',
    accuracy: accuracyOf(place),
    source: place.source,
    ...(remark && { remark }),
  }
}

const positionOf = ({ longitude, latitude }: GazetteerPlace): Position => [longitude, latitude]

/** To no more decimals than its accuracy allows. */
function roundedPosition(place: GazetteerPlace): Position {
  const decimals = enoughDecimals(accuracyOf(place))
  return [Number(place.longitude.toFixed(decimals)), Number(place.latitude.toFixed(decimals))]
}

/** Whether a reader could take a name for another place too: one elsewhere that is not much smaller. */
function isRival(other: GazetteerPlace, best: GazetteerPlace): boolean {
  if (!isTown(other.code) || !isTown(best.code) || distanceBetween(positionOf(other), positionOf(best)) < 50_000)
    return false
  return other.population * 3 >= best.population
}

/**
 * A radius in metres in which a place truly lies: of a town, that of a circle with 4,000 inhabitants to the square kilometre,
 * and at least 500; of a division, what is usual for its level.
 */
function accuracyOf({ code, population }: GazetteerPlace): number {
  if (code === 'ADM2') return 25_000
  if (code === 'ADM1') return 100_000
  if (isArea(code)) return 500_000
  const radius = Math.sqrt(population / 4000 / Math.PI) * 1000
  return Math.max(500, Math.round(radius / 100) * 100)
}

/** The name of a place in the script of its country, where that is not Latin: CLDR's likely subtags tell script and language. */
function localNameOf({ country, otherNames }: GazetteerPlace, name: string): Pick<ListedPlace, 'localName'> {
  if (country === '') return {}
  const { language, script = 'Latn' } = new Intl.Locale(`und-${country}`).maximize()
  if (script === 'Latn' || language === 'und') return {}
  const isOfScript = scriptPatterns[script]
  const value = otherNames.find((other) => isOfScript?.test(other))
  return value === undefined || value === name ? {} : { localName: { value, lang: language } }
}

const scriptPatterns: Readonly<Record<string, RegExp>> = Object.fromEntries(
  [
    ['Jpan', String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`],
    ['Kore', String.raw`\p{Script=Hangul}`],
    ['Hans', String.raw`\p{Script=Han}`],
    ['Hant', String.raw`\p{Script=Han}`],
    ...[
      'Arab',
      'Armn',
      'Beng',
      'Cyrl',
      'Deva',
      'Ethi',
      'Geor',
      'Grek',
      'Hebr',
      'Khmr',
      'Laoo',
      'Mymr',
      'Sinh',
      'Thai',
    ].map((script) => [script, String.raw`\p{Script=${script}}`] as const),
  ].map(([script = '', characters = '']) => [script, new RegExp(String.raw`^[${characters}\s\p{P}\p{M}]+$`, 'u')]),
)
