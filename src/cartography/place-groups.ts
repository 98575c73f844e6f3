import type { Position } from '../story/geometry.ts'
import type { Place, Precision } from '../story/story.ts'
import type { Bounds } from './basemap.ts'
import { type Cluster, joinNear } from './group-levels.ts'
import { anyOverlap, mergeOverlapping } from './group-merging.ts'
import { symbolRoom } from './marker-size.ts'
import { spreadOut } from './marker-spreading.ts'
import { nearestLongitude, type Point, project, unproject, worldSize } from './mercator.ts'
import { takeAll } from '../story/steps.ts'
import { storyMiddle } from './story-outline.ts'

/** Places with one marker, since their own markers would overlap at this zoom; or a single place. */
export interface PlaceGroup {
  /** A place's own id, or made of a group's count and lead. No two groups of one zoom share an id. */
  readonly id: string
  readonly position: Position
  readonly count: number
  /** The place that leads the group and lends it its name: the first region, else the first city, else the first place. */
  readonly lead: Place
  /** In the story's order. */
  readonly places: readonly Place[]
  /** The zoom from which on the group falls apart; for a single place, the zoom that was asked for. */
  readonly splitZoom: number
  /** How far the marker is moved from its position, in pixels: not 0 only where places coincide at the closest zoom. */
  readonly offset: Point
}

/** Finds, for any zoom, which places are drawn together. */
export interface PlaceIndex {
  /** Finds the groups of a zoom step by step, so that {@link groupsAt} has them at once: those of closer zooms come first. */
  prepare(zoom: number): Generator<undefined, void>
  /** The groups within bounds at a zoom, in the story's order. */
  groupsAt(zoom: number, bounds: Bounds): PlaceGroup[]
  /** The lowest zoom at which the place has a marker of its own. */
  zoomOf(place: Place): number
  /** Finds, step by step, the lowest zoom, of whole ones from a given one on, at which every place has a marker of its own. */
  apartFrom(zoom: number): Generator<undefined, number>
  /** The place's position on the world copy on which the story is drawn. */
  positionOf(place: Place): Position
}

/** The closest zoom of the map. No places are grouped there. */
export const maxZoom = 18

/** How near to each other places are grouped. */
export interface GroupDistance {
  /** Nearer than this many pixels. */
  readonly radius: number
  /** Half the width and height of the room of a marker, in pixels: where two of them overlap. */
  readonly room: number
}

/** So that markers are easy to press, and names have room. */
const usual: GroupDistance = { radius: 50, room: symbolRoom }

const nowhere: Point = { x: 0, y: 0 }
const breadth: Record<Precision, number> = { region: 0, city: 1, exact: 2, approximate: 2 }

/** The clusters of whole zooms, with all that is closer than the zoom that was last asked for. */
interface Levels {
  /** How much closer the zooms are than whole ones. */
  readonly fraction: number
  readonly at: (readonly Cluster[])[]
}

/** Indexes places for grouping, zoom by zoom from the closest on, as Supercluster does; each only when it is asked for. */
export function createPlaceIndex(places: readonly Place[], { radius, room }: GroupDistance = usual): PlaceIndex {
  const middle = storyMiddle(places)
  const positionOf = ({ position: [lng, lat] }: Place): Position => [nearestLongitude(lng, middle), lat]
  let singles: readonly Cluster[] | undefined
  const placesOf = new WeakMap<Cluster, readonly Place[]>()
  const startLevels = (fraction: number): Levels => {
    singles ??= places.map((lead) => ({ ...project(positionOf(lead)), count: 1, lead, parts: [], splitZoom: maxZoom }))
    const at: (readonly Cluster[])[] = []
    at[maxZoom] = singles
    return { fraction, at }
  }
  let whole: Levels | undefined
  let fractional: Levels | undefined

  /** The clusters of a zoom, which are made of those of the next one, and so on up to the closest. */
  function* levelAt(zoom: number): Generator<undefined, readonly Cluster[]> {
    const floor = Math.min(maxZoom, Math.floor(zoom))
    const fraction = zoom - Math.floor(zoom)
    if (fraction > 0 && fractional?.fraction !== fraction) fractional = startLevels(fraction)
    const { at } = (fraction > 0 && fractional) || (whole ??= startLevels(0))
    let from = floor
    while (!at[from]) from++
    for (; from > floor; from--) {
      const closer = at[from] ?? []
      at[from - 1] = joinNear(closer, radius / worldSize(from - 1 + fraction), from, compareLead)
      yield
    }
    return at[floor] ?? []
  }

  function* prepare(zoom: number): Generator<undefined, void> {
    for (const cluster of yield* levelAt(zoom)) {
      if (cluster.count === 1) continue
      sortedPlaces(cluster)
      yield
    }
  }

  function sortedPlaces(cluster: Cluster): readonly Place[] {
    if (cluster.count === 1) return [cluster.lead]
    const known = placesOf.get(cluster)
    if (known) return known
    const found = collectPlaces(cluster, []).sort((a, b) => a.number - b.number)
    placesOf.set(cluster, found)
    return found
  }

  function groupsAt(zoom: number, [west, south, east, north]: Bounds): PlaceGroup[] {
    const { x: left, y: bottom } = project([west, south])
    const { x: right, y: top } = project([east, north])
    const groups = takeAll(levelAt(zoom))
      .filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
      .map((cluster): PlaceGroup => {
        const { count, lead } = cluster
        return {
          id: count === 1 ? lead.id : `group-of-${count}-${lead.id}`,
          position: count === 1 ? positionOf(lead) : unproject(cluster),
          count,
          lead,
          places: sortedPlaces(cluster),
          // The zooms differ by whole ones.
          splitZoom: count === 1 ? zoom : Math.min(maxZoom, cluster.splitZoom + zoom - Math.floor(zoom)),
          offset: nowhere,
        }
      })
    const apart = zoom < maxZoom ? mergeOverlapping(groups, zoom, room, joinGroups) : spreadOut(groups, zoom)
    return [...apart].sort((a, b) => (a.places[0]?.number ?? 0) - (b.places[0]?.number ?? 0))
  }

  function zoomOf(place: Place): number {
    const [lng, lat] = positionOf(place)
    for (let zoom = maxZoom; zoom > 0; zoom--) {
      // As far away as a marker that its own could be merged with.
      const near = (360 * 3 * radius) / worldSize(zoom - 1)
      const found = groupsAt(zoom - 1, [lng - near, lat - near, lng + near, lat + near])
      if (!found.some((group) => group.count === 1 && group.lead === place)) return zoom
    }
    return 0
  }

  function* apartFrom(zoom: number): Generator<undefined, number> {
    const markers = places.map((place) => ({ position: positionOf(place), count: 1 }))
    // What is grouped at a zoom is grouped farther away too.
    let apart = maxZoom
    while (apart > zoom) {
      const { length } = yield* levelAt(apart - 1)
      if (length < places.length || anyOverlap(markers, apart - 1, room)) break
      apart--
      yield
    }
    return Math.max(apart, zoom)
  }

  return { prepare, groupsAt, zoomOf, apartFrom, positionOf }
}

/** Makes one group of several, in the middle of their places. */
function joinGroups(groups: readonly PlaceGroup[]): PlaceGroup {
  const places = groups.flatMap((group) => group.places).sort((a, b) => a.number - b.number)
  const [lead] = groups.map((group) => group.lead).sort(compareLead) as [Place]
  const mean = (axis: 0 | 1): number =>
    groups.reduce((sum, { position, count }) => sum + position[axis] * count, 0) / places.length
  return {
    id: `group-of-${places.length}-${lead.id}`,
    position: [mean(0), mean(1)],
    count: places.length,
    lead,
    places,
    splitZoom: Math.min(...groups.map(({ count, splitZoom }) => (count === 1 ? splitZoom + 1 : splitZoom))),
    offset: nowhere,
  }
}

function collectPlaces({ parts, lead }: Cluster, places: Place[]): Place[] {
  if (parts.length === 0) places.push(lead)
  for (const part of parts) collectPlaces(part, places)
  return places
}

function compareLead(a: Place, b: Place): number {
  return breadth[a.precision] - breadth[b.precision] || a.number - b.number
}
