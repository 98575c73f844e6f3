import type { Bounds, StreetKind } from '../../cartography/basemap.ts'
import { isStreetArea, streetKinds, type StreetsFile } from '../../cartography/streets.ts'
import type { Position } from '../../story/geometry.ts'
import type { Story } from '../../story/story.ts'
import { boxAround, boxOf, doBoxesMeet, isInBox } from '../basemap/rings.ts'
import { gzip } from '../gzip.ts'
import { namesOfPlaces } from '../story-names.ts'
import type { StreetSource } from './read-streets.ts'
import { createSea } from './sea.ts'
import { createStreetExtent, lengthOf, type StreetExtent } from './street-extent.ts'
import { createStreetLabels, sortLabels } from './street-labels.ts'
import { clipFeatures, createStreetShapes, roundToGrid, streetSteps } from './street-shapes.ts'
import type { StreetFeature } from './street-source.ts'

/** The most that a story's streets may weigh, in bytes of gzip; they are a part of the page. Buildings may weigh more. */
export const streetsBudget = 16_000
const buildingsBudget = 10_000

/** Buildings are drawn up to this far from a place, in kilometres. */
const nearPlace = 0.4

/** A street that goes on for less than this where only what is near is wanted is no more than a stump, in metres. */
const shortStreet = 300

/** Lines may be off by this much, in metres: near the places, and around them, where nobody looks closely. */
const tolerance = 1.5
const toleranceAround = 8

/** Streets, and what there was no room for. */
export interface Streets {
  readonly file: StreetsFile
  /** `paths around the places`, the first to go first. */
  readonly leftOut: readonly string[]
}

/** What is left out, one after the other, until the rest fits: kinds around the places or everywhere, or their names, all or those of short streets. */
interface Sacrifice {
  readonly what: string
  readonly kinds: readonly StreetKind[]
  readonly of: 'around' | 'all' | 'names' | 'short'
}

const grounds: readonly StreetKind[] = ['green', 'open', 'site', 'built-up']

const sacrifices: readonly Sacrifice[] = [
  { what: 'paths around the places', kinds: ['path'], of: 'around' },
  { what: 'service roads around the places', kinds: ['service'], of: 'around' },
  { what: 'minor streets around the places', kinds: ['minor'], of: 'around' },
  { what: 'names of paths and service roads', kinds: ['path', 'service'], of: 'names' },
  { what: 'paths', kinds: ['path'], of: 'all' },
  { what: 'names of the shortest streets', kinds: streetKinds, of: 'short' },
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

/** The names of the shortest streets find room from this zoom on. */
const shortNames = 17

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
  { features, coastlines, credit }: StreetSource,
  buildings = false,
): Streets | undefined {
  const extent = createStreetExtent(story.places)
  const taken = namesOfPlaces(story.places)
  const besidePlaces = story.places.map(({ position }) => boxAround(position, nearPlace))
  const streets = features.filter(
    ({ kind, lines }) =>
      kind !== 'building' || (buildings && besidePlaces.some((box) => doBoxesMeet(box, boxOf(lines.flat())))),
  )
  if (clipFeatures(streets, extent.near).length === 0) return undefined
  const wanted = [...coveredBy(streets, extent).flatMap((box) => shoresOf(coastlines, box)), ...streets]
  const around = clipFeatures(wanted, extent.around)
  const isClose = (line: readonly Position[]): boolean => extent.near.some((box) => doBoxesMeet(boxOf(line), box))
  const close = streetsIn(wanted, extent)
  const budget = streetsBudget + (buildings ? buildingsBudget : 0)
  const [labelsAround, labelsClose] = [around, close].map(
    (features) =>
      new Map(
        streetKinds.map((kind) => [
          kind,
          createStreetLabels(
            features.filter((feature) => feature.kind === kind),
            taken,
          ),
        ]),
      ),
  )
  for (let count = 0; count <= sacrifices.length + mostCoarser; count++) {
    const given = sacrifices.slice(0, count)
    const without = (of: Sacrifice['of']) => new Set(given.filter((one) => one.of === of).flatMap(({ kinds }) => kinds))
    const [gone, near, nameless, short] = [without('all'), without('around'), without('names'), without('short')]
    const kept = [
      ...around.filter(({ kind }) => !near.has(kind) && !gone.has(kind)),
      ...close.filter(({ kind }) => near.has(kind) && !gone.has(kind)),
    ]
    const shapes = createStreetShapes(
      kept,
      (line) => (isClose(line) ? tolerance : toleranceAround) * 2 ** Math.max(0, count - sacrifices.length),
    )
    const named = streetKinds
      .filter((kind) => !gone.has(kind) && !nameless.has(kind))
      .flatMap((kind) => (near.has(kind) ? labelsClose : labelsAround)?.get(kind) ?? [])
      .filter(([, , , , zoom]) => zoom < shortNames || short.size === 0)
    const labels = sortLabels(named)
    const file = { bounds: coveredBy(kept, extent), steps: streetSteps, shapes, labels, credits: [credit] }
    if (gzip(JSON.stringify(file)).length <= budget) return { file, leftOut: said(given) }
  }
  throw new Error('The streets cannot be drawn within their budget.')
}

/**
 * What is drawn where only what is near is wanted. Cut off along a box, a town would look like a stamp: so a short street is
 * drawn as a whole, if its middle is near, or else not at all.
 */
function streetsIn(features: readonly StreetFeature[], { near, around }: StreetExtent): StreetFeature[] {
  const isNear = ({ kind, lines: [line = []] }: StreetFeature): boolean => {
    const middle = line[line.length >> 1]
    return near.some((box) => (isStreetArea(kind) ? doBoxesMeet(boxOf(line), box) : middle && isInBox(middle, box)))
  }
  const others = features.filter((feature) => !isNear(feature) && !isStreetArea(feature.kind))
  return [
    ...clipFeatures(features.filter(isNear), around),
    ...clipFeatures(others, near).filter(({ lines: [line = []] }) => lengthOf(line) > shortStreet),
  ]
}

/** What is said of what was left out: not of its surroundings, where all of it is gone. */
function said(given: readonly Sacrifice[]): string[] {
  const isWhole = ({ kinds, of }: Sacrifice): boolean =>
    of === 'all' || !given.some((other) => other.of === 'all' && kinds.every((kind) => other.kinds.includes(kind)))
  return given.filter(isWhole).map(({ what }) => what)
}

/** The land and the sea in a box, where a coastline runs through it. */
function shoresOf(coastlines: StreetSource['coastlines'], box: Bounds): StreetFeature[] {
  const sea = createSea(coastlines, box)
  if (!sea) return []
  const [west, south, east, north] = sea.box
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return [
    { kind: 'ground', lines: [ring], tags: {} },
    ...sea.areas.map((lines): StreetFeature => ({ kind: 'sea', lines, tags: {} })),
  ]
}

/** The part of each box in which there is anything. */
function coveredBy(features: readonly StreetFeature[], { around }: StreetExtent): Bounds[] {
  return around.flatMap((box) => {
    const inside = features
      .flatMap(({ lines }) => lines.flat())
      .filter(([x, y]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])
    const [west, south, east, north] = boxOf(inside)
    return west < east && south < north
      ? [[roundToGrid(west), roundToGrid(south), roundToGrid(east), roundToGrid(north)] as const]
      : []
  })
}
