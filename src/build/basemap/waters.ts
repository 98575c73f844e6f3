import type { Bounds } from '../../cartography/basemap.ts'
import type { LabelFile } from '../../cartography/basemap-file.ts'
import type { Position } from '../../story/geometry.ts'
import type { Country } from './countries.ts'
import type { Extent } from './extent.ts'
import { kmBetween } from './kilometres.ts'
import { labelAngle } from './label-angle.ts'
import type { Lake } from './lakes.ts'
import { contains, createArea, isInBox } from './rings.ts'
import type { River } from './rivers.ts'
import { chooseName, namesOf } from './town-names.ts'
import table from './waters.json' with { type: 'json' }

/** A river's label is moved to its course from at most this far away, in kilometres. */
const offCourse = 25

/** A river that passes a place nearer than this is named there too, in kilometres. */
const nearPlace = 25

/** Rivers are named beside the places that lie on them: at most this many places are looked at. */
const mostPlaces = 20

/** The zoom from which on a river is named beside a place. */
const cityZoom = 10

/** A sea's further labels are shown from this many zoom levels later on. */
const repeatLater = 2.5

/** How far from a known point of its course a river still has its name, in kilometres. */
const sameRiver = 250

/** A row of `waters.json`: after the English name come those in the languages of `namesOf`. */
type WaterRow = readonly [
  kind: 'sea' | 'lake' | 'river',
  zoom: number,
  name: string,
  ...names: readonly string[],
  anchors: readonly Position[],
]

const waters = (table.waters as unknown as readonly WaterRow[]).map(([kind, zoom, name, ...rest]) => ({
  kind,
  zoom,
  name,
  names: namesOf(name, rest.slice(0, -1) as readonly string[]),
  anchors: rest.at(-1) as readonly Position[],
}))

/** A label, with the coarseness from which on the thing that it names is left out. */
export interface SeenLabel {
  readonly row: LabelFile
  readonly coarsest: number
}

/**
 * Creates the labels of the seas, and of the rivers and lakes that the map shows.
 * @param languages the story's language, then others of which the map has the names
 */
export function createWaterLabels(
  extent: Extent,
  countries: readonly Country[],
  rivers: readonly River[],
  lakes: readonly Lake[],
  languages: readonly string[],
): SeenLabel[] {
  const besidePlaces = extent.positions
    .slice(0, mostPlaces)
    .flatMap((place) => nearestOnRivers(rivers, place, nearPlace))
  const lands = countries.map(({ rings }) => createArea(rings))
  return waters.flatMap(({ kind, zoom, name: english, names: all, anchors: everywhere }): SeenLabel[] => {
    const anchors = anchorsWithin(everywhere, extent.bounds)
    const { name, names } = chooseName(english, all, languages)
    const label = ([x, y]: Position, minZoom: number, coarsest = Infinity, angle?: number): SeenLabel => {
      const more = { ...(Object.keys(names).length > 0 && { names }), ...(angle !== undefined && { angle }) }
      return { row: [kind, roundOff(x), roundOff(y), name, minZoom, more], coarsest }
    }
    if (kind === 'sea') {
      const inSea = anchors.filter((anchor) => !lands.some((isLand) => isLand(anchor)))
      return onceInView(inSea, extent.views).map((anchor, index) =>
        label(anchor, index === 0 ? zoom : zoom + repeatLater),
      )
    }
    if (kind === 'lake') {
      for (const anchor of anchors) {
        const shown = lakes.find((lake) => isNear(lake, anchor))
        if (shown) return [label(anchor, zoom, shown.coarsest)]
      }
      return []
    }
    const courses = anchors.flatMap((anchor) => nearestOnRivers(rivers, anchor, offCourse))
    const isKnown = (course: Course): boolean =>
      courses.some(({ river, position }) => river === course.river && kmBetween(position, course.position) < sameRiver)
    return [
      ...courses.map(({ position, angle, river }) => label(position, zoom, river.coarsest, angle)),
      ...besidePlaces
        .filter(isKnown)
        .slice(0, 1)
        .map(({ position, angle, river }) => label(position, cityZoom, river.coarsest, angle)),
    ]
  })
}

/** Of the positions where a sea may be named, those outside the opening view, and before them one inside. */
function onceInView(anchors: readonly Position[], views: readonly Bounds[]): readonly Position[] {
  const isSeen = (anchor: Position): boolean => views.some((view) => isInBox(anchor, view))
  const [seen] = views.flatMap((view) => anchors.filter((anchor) => isInBox(anchor, view)))
  return seen === undefined ? anchors : [seen, ...anchors.filter((anchor) => !isSeen(anchor))]
}

function anchorsWithin(anchors: readonly Position[], [west, south, east, north]: Bounds): Position[] {
  return anchors
    .map(([longitude, latitude]): Position => [longitude + 360 * Math.ceil((west - longitude) / 360), latitude])
    .filter(([longitude, latitude]) => longitude <= east && latitude >= south && latitude <= north)
}

function isNear({ rings, box }: Lake, anchor: Position): boolean {
  return (
    isInBox(anchor, box, 0.2) &&
    (contains(rings, anchor) || rings.some((ring) => ring.some((position) => kmBetween(position, anchor) < 12)))
  )
}

/** A cheap test of whether two positions can be near each other at all. */
function isClose([lng1, lat1]: Position, [lng2, lat2]: Position): boolean {
  return Math.abs(lat1 - lat2) < 0.5 && Math.abs(lng1 - lng2) < 1.5
}

/** A point of a river, and the direction of its course there, in degrees clockwise from east, -90 to 90. */
interface Course {
  readonly river: River
  readonly position: Position
  readonly angle: number
}

/** The nearest point of the nearest river, or nothing. Greater rivers count as a little nearer. */
function nearestOnRivers(rivers: readonly River[], to: Position, within: number): Course[] {
  let best: Course | undefined
  let nearest = within
  for (const river of rivers) {
    const { rank, line, box } = river
    if (rank > 3 || !isInBox(to, box, 1.5)) continue
    line.forEach((position, index) => {
      if (!isClose(position, to)) return
      const apart = kmBetween(position, to) * (1 + 0.3 * (rank - 1))
      if (apart >= nearest) return
      nearest = apart
      best = { river, position, angle: courseAngle(line, position, index) }
    })
  }
  return best ? [best] : []
}

function courseAngle(line: readonly Position[], at: Position, index: number): number {
  const away = (step: 1 | -1): Position => {
    let i = index
    while (line[i + step] && kmBetween(line[i] ?? at, at) < 12) i += step
    return line[i] ?? at
  }
  const [[x1, y1], [x2, y2]] = [away(-1), away(1)]
  return labelAngle((x2 - x1) * Math.cos((y1 * Math.PI) / 180), y2 - y1)
}

function roundOff(degrees: number): number {
  return Math.round(degrees * 1000) / 1000
}
