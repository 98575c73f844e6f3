import type { Position } from 'geojson'
import type { BasemapLabel, Bounds } from '../../cartography/basemap.ts'
import type { LabelFile } from '../../cartography/basemap-file.ts'
import type { Country } from './countries.ts'
import { distanceBetween } from './detail.ts'
import type { Extent } from './extent.ts'
import type { Lake } from './lakes.ts'
import { contains, isInBox } from './rings.ts'
import type { River } from './rivers.ts'
import { otherNames } from './town-names.ts'
import table from './waters.json' with { type: 'json' }

/** How far, in kilometres, a label's point may lie from the course of its river. */
const OFF_COURSE = 25

/** A river that passes this near to a place is named there too, in kilometres. */
const NEAR_PLACE = 25

/** Of so many places at the most it is asked which river they lie on. */
const MOST_PLACES = 20

/** The zoom from which on a river is named beside a place. */
const CITY_ZOOM = 10

/** A sea's other names come this many zoom levels later. */
const REPEAT_LATER = 2.5

/** As far, in kilometres, from a known point of its course a river still has its name. */
const SAME_RIVER = 250

/** A label, with the coarseness from which on what it names is left out. */
export interface SeenLabel {
  readonly row: LabelFile
  readonly coarsest: number
}

/** Labels of the seas, and of the rivers and lakes that the map shows, each with its name in other languages. */
export function createWaterLabels(
  extent: Extent,
  countries: readonly Country[],
  rivers: readonly River[],
  lakes: readonly Lake[],
): SeenLabel[] {
  const besidePlaces = extent.positions
    .slice(0, MOST_PLACES)
    .flatMap((place) => nearestOnRivers(rivers, place, NEAR_PLACE))
  return table.waters.flatMap(([kind, minZoom, name, ...rest]): SeenLabel[] => {
    const anchors = anchorsWithin(rest.pop() as number[][], extent.bounds)
    const names = otherNames(name as string, rest as string[])
    const label = ([x = 0, y = 0]: Position, zoom: number, coarsest = Infinity, angle?: number): SeenLabel => {
      const more = { names, ...(angle === undefined ? {} : { angle }) }
      return { row: [kind as BasemapLabel['kind'], roundOff(x), roundOff(y), name as string, zoom, more], coarsest }
    }
    const zoom = minZoom as number
    if (kind === 'sea') {
      const inSea = anchors.filter((anchor) => !countries.some(({ rings }) => contains(rings, anchor)))
      return inSea.map((anchor, index) => label(anchor, index === 0 ? zoom : zoom + REPEAT_LATER))
    }
    if (kind === 'lake') {
      for (const anchor of anchors) {
        const shown = lakes.find((lake) => isNear(lake, anchor))
        if (shown) return [label(anchor, zoom, shown.coarsest)]
      }
      return []
    }
    const courses = anchors.flatMap((anchor) => nearestOnRivers(rivers, anchor, OFF_COURSE))
    const isKnown = (course: Course): boolean =>
      courses.some(
        ({ river, position }) => river === course.river && distanceBetween(position, course.position) < SAME_RIVER,
      )
    return [
      ...courses.map(({ position, angle, river }) => label(position, zoom, river.coarsest, angle)),
      ...besidePlaces
        .filter(isKnown)
        .slice(0, 1)
        .map(({ position, angle, river }) => label(position, CITY_ZOOM, river.coarsest, angle)),
    ]
  })
}

function anchorsWithin(anchors: readonly (readonly number[])[], [west, south, east, north]: Bounds): Position[] {
  return anchors
    .map(([longitude = 0, latitude = 0]): Position => [longitude + 360 * Math.ceil((west - longitude) / 360), latitude])
    .filter(([longitude = 0, latitude = 0]) => longitude <= east && latitude >= south && latitude <= north)
}

function isNear({ rings, box }: Lake, anchor: Position): boolean {
  return (
    isInBox(anchor, box, 0.2) &&
    (contains(rings, anchor) || rings.some((ring) => ring.some((position) => distanceBetween(position, anchor) < 12)))
  )
}

/** Whether it is worth measuring how far apart two positions are. */
function isClose([lng1 = 0, lat1 = 0]: Position, [lng2 = 0, lat2 = 0]: Position): boolean {
  return Math.abs(lat1 - lat2) < 0.5 && Math.abs(lng1 - lng2) < 1.5
}

/** A point of a river, and the direction of its course there: degrees clockwise from east, -90 to 90. */
interface Course {
  readonly river: River
  readonly position: Position
  readonly angle: number
}

/** The nearest point of the nearest river. */
function nearestOnRivers(rivers: readonly River[], to: Position, within: number): Course[] {
  let best: Course | undefined
  let nearest = within
  for (const river of rivers) {
    const { rank, line, box } = river
    if (rank > 3 || !isInBox(to, box, 1.5)) continue
    line.forEach((position, index) => {
      if (!isClose(position, to)) return
      const apart = distanceBetween(position, to) * (1 + 0.3 * (rank - 1))
      if (apart >= nearest) return
      nearest = apart
      best = { river, position, angle: courseAngle(line, index) }
    })
  }
  return best ? [best] : []
}

function courseAngle(line: readonly Position[], index: number): number {
  const at = line[index] ?? []
  const away = (step: 1 | -1): Position => {
    let i = index
    while (line[i + step] && distanceBetween(line[i] ?? at, at) < 12) i += step
    return line[i] ?? at
  }
  const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [away(-1), away(1)]
  const degrees = (Math.atan2(-(y2 - y1), (x2 - x1) * Math.cos((y1 * Math.PI) / 180)) * 180) / Math.PI
  return Math.round(degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees)
}

function roundOff(degrees: number): number {
  return Math.round(degrees * 1000) / 1000
}
