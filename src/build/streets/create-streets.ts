import type { Bounds, StreetKind } from '../../cartography/basemap.ts'
import type { LabelFile } from '../../cartography/basemap-file.ts'
import { clipLine } from '../../cartography/line-clipping.ts'
import { simplifyLine, simplifyRing } from '../../cartography/line-simplification.ts'
import { isStreetArea, streetKinds, type StreetsFile } from '../../cartography/streets.ts'
import type { Position } from '../../story/geometry.ts'
import type { Story } from '../../story/story.ts'
import { encodeArcs } from '../../cartography/encode-arcs.ts'
import { boxOf, doBoxesMeet, isInBox, ringArea, ringWithin } from '../basemap/rings.ts'
import { gzip } from '../gzip.ts'
import { joinWays } from './join-ways.ts'
import { createStreetExtent, grow, type StreetExtent, toMetres } from './street-extent.ts'
import { createStreetLabel, isRepeated } from './street-labels.ts'
import type { StreetFeature } from './street-source.ts'
import type { StreetSource } from './read-streets.ts'

/** The most that a story's streets may weigh, in bytes of gzip; they are a part of the page. Buildings may weigh more. */
export const streetsBudget = 16_000
const buildingsBudget = 10_000

/** Buildings are drawn up to this far from a place, in metres. */
const nearPlace = 400

/** Lines may be off by this much, in metres: near the places, and around them, where nobody looks closely. */
const tolerance = 1.5
const toleranceAround = 8

/** Smaller areas are not drawn, in km². */
const leastArea = 0.0002

/** Grid steps in a degree: of about a metre. */
const steps = 100_000

/** Streets, and what there was no room for. */
export interface Streets {
  readonly file: StreetsFile
  /** `paths around the places`, the first to go first. */
  readonly leftOut: readonly string[]
}

/** What is left out, one after the other, until the rest fits: kinds around the places or everywhere, or their names. */
interface Sacrifice {
  readonly what: string
  readonly kinds: readonly StreetKind[]
  readonly of: 'around' | 'all' | 'names'
}

const grounds: readonly StreetKind[] = ['green', 'open', 'site', 'built-up']

const sacrifices: readonly Sacrifice[] = [
  { what: 'paths around the places', kinds: ['path'], of: 'around' },
  { what: 'service roads around the places', kinds: ['service'], of: 'around' },
  { what: 'minor streets around the places', kinds: ['minor'], of: 'around' },
  { what: 'names of paths and service roads', kinds: ['path', 'service'], of: 'names' },
  { what: 'paths', kinds: ['path'], of: 'all' },
  { what: 'major streets around the places', kinds: ['major', 'rail', 'waterway'], of: 'around' },
  { what: 'service roads', kinds: ['service'], of: 'all' },
  { what: 'motorways around the places', kinds: ['motorway'], of: 'around' },
  { what: 'parks and sites around the places', kinds: grounds, of: 'around' },
  { what: 'names of minor streets', kinds: ['minor'], of: 'names' },
  { what: 'railways and small waters', kinds: ['rail', 'waterway'], of: 'all' },
  { what: 'parks and sites', kinds: grounds, of: 'all' },
  { what: 'minor streets', kinds: ['minor'], of: 'all' },
  { what: 'names', kinds: streetKinds, of: 'names' },
]

/** With nothing left to give, lines get coarser, so many times at most. */
const mostCoarser = 5

/**
 * Creates the streets around a story's exact and approximate places: all of them near the places, the greater ones around
 * that, as far as the budget allows.
 * @param buildings whether buildings are drawn, too
 * @returns undefined if the source has nothing there
 */
export function createStreets(
  story: Story,
  { features, credit }: StreetSource,
  buildings = false,
): Streets | undefined {
  const extent = createStreetExtent(story.places)
  const taken = new Set(
    story.places
      .flatMap(({ name, localName, aliases }) => [name, localName?.value ?? name, ...aliases])
      .map((name) => name.toLowerCase()),
  )
  const besidePlaces = story.places.map(({ position: [x, y] }) => grow([x, y, x, y], nearPlace))
  const wanted = features.filter(
    ({ kind, lines }) =>
      kind !== 'building' || (buildings && besidePlaces.some((box) => doBoxesMeet(box, boxOf(lines.flat())))),
  )
  const close = clipAll(wanted, extent.near)
  if (close.length === 0) return undefined
  const around = clipAll(wanted, extent.around)
  const isClose = (line: readonly Position[]): boolean => extent.near.some((box) => doBoxesMeet(boxOf(line), box))
  const budget = streetsBudget + (buildings ? buildingsBudget : 0)
  const labelsOf = new Map(
    streetKinds.map((kind) => [
      kind,
      createLabels(
        around.filter((feature) => feature.kind === kind),
        taken,
      ),
    ]),
  )
  for (let count = 0; count <= sacrifices.length + mostCoarser; count++) {
    const given = sacrifices.slice(0, count)
    const without = (of: Sacrifice['of']) => new Set(given.filter((one) => one.of === of).flatMap(({ kinds }) => kinds))
    const [gone, near, nameless] = [without('all'), without('around'), without('names')]
    const kept = [
      ...around.filter(({ kind }) => !near.has(kind) && !gone.has(kind)),
      ...close.filter(({ kind }) => near.has(kind) && !gone.has(kind)),
    ]
    const shapes = createShapes(
      kept,
      (line) => (isClose(line) ? tolerance : toleranceAround) * 2 ** Math.max(0, count - sacrifices.length),
    )
    const labels = streetKinds
      .filter((kind) => !gone.has(kind) && !nameless.has(kind))
      .flatMap((kind) => {
        const all = labelsOf.get(kind) ?? []
        return near.has(kind) ? all.filter(([, x, y]) => extent.near.some((box) => isInBox([x, y], box))) : all
      })
      .toSorted((a, b) => a[4] - b[4])
    const file = { bounds: coveredBy(kept, extent), steps, shapes, labels, credits: [credit] }
    if (gzip(JSON.stringify(file)).length <= budget) return { file, leftOut: said(given) }
  }
  throw new Error('The streets cannot be drawn within their budget.')
}

/** What is said of what was left out: not of its surroundings, where all of it is gone. */
function said(given: readonly Sacrifice[]): string[] {
  const isWhole = ({ kinds, of }: Sacrifice): boolean =>
    of === 'all' || !given.some((other) => other.of === 'all' && kinds.every((kind) => other.kinds.includes(kind)))
  return given.filter(isWhole).map(({ what }) => what)
}

/** The parts of features within boxes. */
function clipAll(features: readonly StreetFeature[], boxes: readonly Bounds[]): StreetFeature[] {
  return boxes.flatMap((box) =>
    features.flatMap((feature): StreetFeature[] => {
      const { kind, lines } = feature
      if (!doBoxesMeet(boxOf(lines.flat()), box)) return []
      if (!isStreetArea(kind)) {
        return lines.flatMap((line) => clipLine(line, box)).map((part) => ({ ...feature, lines: [part] }))
      }
      const rings = lines.map((ring) => ringWithin(ring, box)).filter((ring) => ring !== undefined)
      return rings.length > 0 ? [{ ...feature, lines: rings }] : []
    }),
  )
}

/** The part of each box in which there is anything. */
function coveredBy(features: readonly StreetFeature[], { around }: StreetExtent): Bounds[] {
  return around.flatMap((box) => {
    const inside = features
      .flatMap(({ lines }) => lines.flat())
      .filter(([x, y]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])
    const [west, south, east, north] = boxOf(inside)
    return west < east && south < north ? [[round(west), round(south), round(east), round(north)] as const] : []
  })
}

/** The shapes of each kind: ways joined, lines simplified, rings turned, all on the grid and in order from west to east. */
function createShapes(
  features: readonly StreetFeature[],
  errorOf: (line: readonly Position[]) => number,
): StreetsFile['shapes'] {
  return streetKinds.flatMap((kind) => {
    const own = features.filter((feature) => feature.kind === kind)
    const lines = isStreetArea(kind)
      ? own.flatMap(({ lines }) => lines.flatMap((ring, i) => simplifyArea(ring, i > 0, errorOf(ring))))
      : joinWays(own.flatMap(({ lines }) => lines)).flatMap((line) => simplify(line, errorOf(line)))
    const sorted = lines.toSorted(([a], [b]) => (a && b ? a[0] - b[0] || a[1] - b[1] : 0))
    return sorted.length > 0 ? [{ kind, arcs: encodeArcs(sorted, steps) }] : []
  })
}

function simplify(line: readonly Position[], error: number): Position[][] {
  const simple = onGrid(simplifyLine(inMetres(line), error))
  return simple.length > 1 ? [simple] : []
}

/** @param isHole holes go around clockwise, outer rings the other way */
function simplifyArea(ring: readonly Position[], isHole: boolean, error: number): Position[][] {
  const simple = onGrid(simplifyRing(inMetres(ring.slice(1)), error))
  const [first] = simple
  if (!first || simple.length < 3 || ringArea(simple) < leastArea) return []
  const closed = [...simple, first]
  return [isClockwise(closed) === isHole ? closed : closed.toReversed()]
}

function isClockwise(ring: readonly Position[]): boolean {
  let sum = 0
  ring.forEach(([x, y], i) => {
    const [beforeX, beforeY] = ring[i - 1] ?? [x, y]
    sum += (x - beforeX) * (y + beforeY)
  })
  return sum > 0
}

/** A line on a plane on which a metre is as long in both directions. */
function inMetres(line: readonly Position[]) {
  return line.map((position) => {
    const [x, y] = toMetres(position, line[0]?.[1] ?? 0)
    return { x, y, position }
  })
}

function onGrid(line: readonly { readonly position: Position }[]): Position[] {
  const rounded = line.map(({ position: [x, y] }): Position => [round(x), round(y)])
  return rounded.filter(([x, y], i) => x !== rounded[i - 1]?.[0] || y !== rounded[i - 1]?.[1])
}

function round(degrees: number): number {
  return Math.round(degrees * steps) / steps
}

/** One label for each name, along the longest straight stretch of its streets; more where they are far apart. */
function createLabels(features: readonly StreetFeature[], taken: ReadonlySet<string>): LabelFile[] {
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
    const own = whole.flatMap((feature) => createStreetLabel(feature, taken)).toSorted((a, b) => a[4] - b[4])
    for (const label of own) if (!isRepeated(label, labels)) labels.push(label)
  }
  return labels
}
