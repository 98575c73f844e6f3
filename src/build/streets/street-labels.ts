import type { LabelFile } from '../../cartography/basemap-file.ts'
import { guessWidth } from '../../cartography/label-requests.ts'
import { simplifyLine } from '../../cartography/line-simplification.ts'
import { metresAround, worldSize, zoomOfWorldSize } from '../../cartography/mercator.ts'
import { maxZoom } from '../../cartography/place-groups.ts'
import type { StreetKind } from '../../cartography/basemap.ts'
import { isStreetArea } from '../../cartography/streets.ts'
import type { Position } from '../../story/geometry.ts'
import { labelAngle } from '../basemap/label-angle.ts'
import { boxOf, contains } from '../basemap/rings.ts'
import { joinWays } from './join-ways.ts'
import { toMetres } from './street-extent.ts'
import type { StreetFeature } from './street-source.ts'

/** The zoom from which on a kind is named; kinds that are not here have no names. */
const namedFrom: Readonly<Partial<Record<StreetKind, number>>> = {
  motorway: 13,
  major: 13,
  minor: 15,
  service: 16,
  waterway: 13,
  water: 13,
  green: 14,
  site: 14,
  open: 15,
}

/** A name runs along a stretch that is no more crooked than this, as a share of its length. */
const crooked = 0.05

/** The shortest name that says anything, unlike that of quay A, and the longest that finds room on a map, in characters. */
const [shortest, longest] = [2, 48]

/** The languages of the map's words. */
const languages = ['ar', 'de', 'en', 'es', 'fr', 'tr']

/**
 * Creates a label for each street, along its longest straight stretch, and for each area.
 * @param taken names that the story itself shows, in lower case
 */
export function createStreetLabels(features: readonly StreetFeature[], taken: ReadonlySet<string>): LabelFile[] {
  const byName = new Map<string, StreetFeature[]>()
  for (const feature of features) {
    const { kind, tags } = feature
    if (tags['name'] === undefined && tags['name:en'] === undefined) continue
    const key = `${kind} ${tags['name']} ${tags['name:en']}`
    byName.set(key, [...(byName.get(key) ?? []), feature])
  }
  const labels: LabelFile[] = []
  for (const same of byName.values()) {
    const [first] = same
    if (!first) continue
    const whole = isStreetArea(first.kind)
      ? same
      : joinWays(same.flatMap(({ lines }) => lines)).map((line) => ({ ...first, lines: [line] }))
    labels.push(...whole.flatMap((feature) => createStreetLabel(feature, taken)))
  }
  return labels
}

/** Labels in the order of their zoom, without those that would be seen close to another of the same name. */
export function sortLabels(labels: readonly LabelFile[]): LabelFile[] {
  const kept: LabelFile[] = []
  for (const label of labels.toSorted((a, b) => a[4] - b[4])) if (!isRepeated(label, kept)) kept.push(label)
  return kept
}

/**
 * Creates the label of a line or area, where it has a name for which there is room.
 */
function createStreetLabel({ kind, lines, tags }: StreetFeature, taken: ReadonlySet<string>): LabelFile[] {
  const from = namedFrom[kind]
  const { name, names } = namesOf(tags)
  if (from === undefined || name === undefined) return []
  if ([name, ...Object.values(names)].some((text) => taken.has(text.toLowerCase()))) return []
  const room = isStreetArea(kind) ? middleOf(lines) : straightest(lines[0] ?? [])
  if (!room) return []
  const label = labelKindOf(kind, room)
  const [longitude, latitude] = room.position
  // The zoom at which the name is as long as the room for it.
  const fits = zoomOfWorldSize((guessWidth(name, label) / room.length) * metresAround(room.position))
  const zoom = Math.ceil(Math.max(from, fits) * 2) / 2
  if (zoom > maxZoom) return []
  const more = { ...(Object.keys(names).length > 0 && { names }), ...(room.angle !== 0 && { angle: room.angle }) }
  const row = [label, roundOff(longitude), roundOff(latitude), name, zoom] as const
  return [Object.keys(more).length > 0 ? [...row, more] : row]
}

/** Water that is named along its bank is a river. */
function labelKindOf(kind: StreetKind, { angle }: Room): 'lake' | 'river' | 'area' | 'street' {
  if (kind === 'waterway') return 'river'
  if (kind === 'water') return angle === 0 ? 'lake' : 'river'
  return isStreetArea(kind) ? 'area' : 'street'
}

/** Whether two labels of one name would be seen close together, so that the second says nothing new. */
function isRepeated(label: LabelFile, others: readonly LabelFile[]): boolean {
  const [kind, longitude, latitude, name, zoom] = label
  return others.some(([otherKind, x, y, otherName, otherZoom]) => {
    if (otherKind !== kind || otherName !== name) return false
    const pixels = (worldSize(Math.max(zoom, otherZoom)) / 360) * Math.hypot(x - longitude, y - latitude)
    return pixels < 400
  })
}

/** A name in Latin letters where there is one, and those in the languages of the map's words that differ from it. */
function namesOf(tags: StreetFeature['tags']): { name: string | undefined; names: Record<string, string> } {
  const clean = (text: string | undefined): string | undefined =>
    text === undefined || text.length > longest || text.trim().length < shortest || /[\p{C}]/u.test(text)
      ? undefined
      : text.trim()
  const local = clean(tags['name'])
  const isLatin = local !== undefined && /^[\p{Script=Latin}\p{Script=Common}\p{M}]*$/u.test(local)
  const name = (isLatin ? local : undefined) ?? clean(tags['name:en']) ?? clean(tags['int_name']) ?? local
  const names: Record<string, string> = {}
  for (const language of languages) {
    const text = clean(tags[`name:${language}`])
    if (text !== undefined && text !== name) names[language] = text
  }
  return { name, names }
}

interface Room {
  readonly position: Position
  /** In metres. */
  readonly length: number
  /** In degrees clockwise from east, -90 to 90. */
  readonly angle: number
}

/** The longest nearly straight stretch of a line. */
function straightest(whole: readonly Position[]): Room | undefined {
  const start = whole[0]?.[1] ?? 0
  const all = whole.map((position) => {
    const [x, y] = toMetres(position, start)
    return { x, y, position }
  })
  // Of its corners only: what is a little crooked is straight to a name.
  const corners = simplifyLine(all, 4)
  const line = corners.map(({ position }) => position)
  const points = corners.map(({ x, y }) => [x, y] as const)
  let best: Room | undefined
  for (let first = 0; first < points.length - 1; first++) {
    for (let last = points.length - 1; last > first; last--) {
      const [[x1, y1], [x2, y2]] = [points[first] ?? [0, 0], points[last] ?? [0, 0]]
      const [dx, dy] = [x2 - x1, y2 - y1]
      const length = Math.hypot(dx, dy)
      if (length <= (best?.length ?? 0)) continue
      const away = ([x, y]: readonly [number, number]): number => Math.abs(dx * (y - y1) - dy * (x - x1)) / length
      if (points.slice(first + 1, last).some((point) => away(point) > length * crooked)) continue
      const [a, b] = [line[first], line[last]]
      if (!a || !b) continue
      best = { position: halfway(line.slice(first, last + 1)), length, angle: labelAngle(dx, dy) }
      break
    }
  }
  return best
}

/** The point of a short line that is as far from its start as from its end. */
function halfway(line: readonly Position[]): Position {
  const lengths = line.slice(1).map(([x, y], i) => {
    const [beforeX, beforeY] = line[i] ?? [x, y]
    return Math.hypot((x - beforeX) * Math.cos((y * Math.PI) / 180), y - beforeY)
  })
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2
  const i = lengths.findIndex((length) => (rest -= length) <= 0)
  const [a, b] = [line[i], line[i + 1]]
  if (!a || !b) return line[0] ?? [NaN, NaN]
  const share = 1 + rest / (lengths[i] ?? 1)
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
}

/** The middle of an area, where that lies in it; else where the area is widest, along its bank. */
function middleOf(rings: readonly (readonly Position[])[]): Room | undefined {
  const [west, south, east, north] = boxOf(rings[0] ?? [])
  const position: Position = [(west + east) / 2, (south + north) / 2]
  if (!contains(rings, position)) return betweenBanks(rings)
  // A name may be a little wider than what it names.
  const [length] = toMetres([(east - west) * 1.3, 0], south)
  return { position, length, angle: 0 }
}

/** Where a bent area, such as a river, is widest. */
function betweenBanks(rings: readonly (readonly Position[])[]): Room | undefined {
  const [ring = []] = rings
  const points = ring.map((position) => toMetres(position, ring[0]?.[1] ?? 0))
  const apart = (a: number, b: number): number => {
    const [[x1, y1], [x2, y2]] = [points[a] ?? [0, 0], points[b] ?? [0, 0]]
    return Math.hypot(x1 - x2, y1 - y2)
  }
  let best: { from: number; to: number; width: number } | undefined
  for (let from = 3; from < ring.length - 3; from++) {
    // The nearest point of the other bank, not the next ones of this.
    const others = ring
      .map((_, to) => to)
      .filter((to) => Math.min(Math.abs(to - from), ring.length - Math.abs(to - from)) > 3)
    const to = others.reduce((a, b) => (apart(from, a) < apart(from, b) ? a : b), others[0] ?? from)
    const width = apart(from, to)
    const [a, b] = [ring[from], ring[to]]
    if (!a || !b || width <= (best?.width ?? 0)) continue
    if (contains(rings, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])) best = { from, to, width }
  }
  const [a, b] = [ring[best?.from ?? NaN], ring[best?.to ?? NaN]]
  if (!best || !a || !b) return undefined
  const [[x1, y1], [x2, y2]] = [points[best.from - 1] ?? [0, 0], points[best.from + 1] ?? [0, 0]]
  // As long as a river's name is wide beside it.
  return {
    position: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
    length: best.width * 5,
    angle: labelAngle(x2 - x1, y2 - y1),
  }
}

/** Rounds to about a metre. */
function roundOff(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
