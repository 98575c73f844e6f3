import type { Position } from 'geojson'
import type { BasemapLabel, Bounds } from '../../cartography/basemap.ts'
import type { LabelFile } from '../../cartography/basemap-file.ts'
import { distanceBetween } from './detail.ts'
import { contains } from './rings.ts'
import type { River } from './rivers.ts'
import type { Lake } from './lakes.ts'
import type { Extent } from './extent.ts'
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

/** A sea's second name comes this many zoom levels later. */
const REPEAT_LATER = 1.5

/** As far, in kilometres, from a known point of its course a river still has its name. */
const SAME_RIVER = 250

/** Labels of the seas, and of the rivers and lakes that the map shows, each with its name in other languages. */
export function createWaterLabels(
  extent: Extent,
  rivers: readonly River[],
  lakes: readonly Lake[],
  land: readonly (readonly Position[])[],
): LabelFile[] {
  const places = extent.positions.slice(0, MOST_PLACES)
  const besidePlaces = places.flatMap((place) => nearestOnRivers(rivers, place, NEAR_PLACE))
  return table.waters.flatMap(([kind, rank, minZoom, name, ...rest]): LabelFile[] => {
    const anchors = anchorsWithin(rest.pop() as number[][], extent.bounds)
    const names = otherNames(name as string, rest as string[])
    const row = (position: Position, zoom: number, angle?: number): LabelFile => [
      kind as BasemapLabel['kind'],
      roundOff(position[0] ?? 0),
      roundOff(position[1] ?? 0),
      name as string,
      rank as number,
      zoom,
      { names, ...(angle === undefined ? {} : { angle }) },
    ]
    const zoom = minZoom as number
    if (kind === 'sea') {
      const inSea = anchors.filter((anchor) => !contains(land, anchor))
      return inSea.map((anchor, index) => row(anchor, index === 0 ? zoom : zoom + REPEAT_LATER))
    }
    if (kind === 'lake') {
      const shown = anchors.find((anchor) => lakes.some((lake) => isNear(lake, anchor)))
      return shown ? [row(shown, zoom)] : []
    }
    const courses = anchors.flatMap((anchor) => nearestOnRivers(rivers, anchor, OFF_COURSE))
    const beside = besidePlaces.filter((course) =>
      courses.some(
        (known) => known.line === course.line && distanceBetween(known.position, course.position) < SAME_RIVER,
      ),
    )
    return [
      ...courses.map(({ position, angle }) => row(position, zoom, angle)),
      ...beside.slice(0, 1).map(({ position, angle }) => row(position, CITY_ZOOM, angle)),
    ]
  })
}

function anchorsWithin(anchors: readonly (readonly number[])[], [west, south, east, north]: Bounds): Position[] {
  return anchors
    .map(([longitude = 0, latitude = 0]): Position => [longitude + 360 * Math.ceil((west - longitude) / 360), latitude])
    .filter(([longitude = 0, latitude = 0]) => longitude <= east && latitude >= south && latitude <= north)
}

function isNear({ rings, box }: Lake, anchor: Position): boolean {
  const [west = 0, east = 0, south = 0, north = 0] = box
  const [x = 0, y = 0] = anchor
  if (x < west - 0.2 || x > east + 0.2 || y < south - 0.2 || y > north + 0.2) return false
  return (
    contains(rings, anchor) || rings.some((ring) => ring.some((position) => distanceBetween(position, anchor) < 12))
  )
}

/** Whether it is worth measuring how far apart two positions are. */
function isClose([lng1 = 0, lat1 = 0]: Position, [lng2 = 0, lat2 = 0]: Position): boolean {
  return Math.abs(lat1 - lat2) < 0.5 && Math.abs(lng1 - lng2) < 1.5
}

/** The nearest point of the nearest river, and the direction of its course there: degrees clockwise from east, -90 to 90. */
function nearestOnRivers(rivers: readonly River[], to: Position, within: number) {
  let best: { position: Position; angle: number; line: River['line'] } | undefined
  let nearest = within
  const [x = 0, y = 0] = to
  for (const { rank, line, box } of rivers) {
    const [west = 0, east = 0, south = 0, north = 0] = box
    if (rank > 3 || x < west - 1.5 || x > east + 1.5 || y < south - 0.5 || y > north + 0.5) continue
    line.forEach((position, index) => {
      if (!isClose(position, to)) return
      const apart = distanceBetween(position, to) * (1 + 0.3 * (rank - 1))
      if (apart >= nearest) return
      nearest = apart
      best = { position, angle: courseAngle(line, index), line }
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
