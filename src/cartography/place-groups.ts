import Supercluster, { type PointFeature } from 'supercluster'
import type { Position } from '../story/geometry.ts'
import type { Place, Precision } from '../story/story.ts'
import type { Bounds } from './basemap.ts'
import { mergeOverlapping } from './group-merging.ts'
import { symbolRoom } from './marker-size.ts'
import { spreadOut } from './marker-spreading.ts'
import { nearestLongitude, type Point, worldSize } from './mercator.ts'
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
  /** The groups within bounds at a zoom, in the story's order. */
  groupsAt(zoom: number, bounds: Bounds): PlaceGroup[]
  /** The lowest zoom at which the place has a marker of its own. */
  zoomOf(place: Place): number
  /** The lowest zoom, of whole ones from a given one on, at which every place has a marker of its own. */
  apartFrom(zoom: number): number
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

/** Indexes places for grouping. Supercluster does the work, fast enough for many thousands of places. */
export function createPlaceIndex(places: readonly Place[], { radius, room }: GroupDistance = usual): PlaceIndex {
  const middle = storyMiddle(places)
  const positionOf = ({ position: [lng, lat] }: Place): Position => [nearestLongitude(lng, middle), lat]
  // Supercluster knows one world, from -180 to 180: the story is moved so that its middle is at 0.
  const points = places.map((place): PointFeature<{ lead: Place }> => {
    const [lng, lat] = positionOf(place)
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng - middle, lat] },
      properties: { lead: place },
    }
  })
  // It knows whole zooms only: for a fractional zoom, such as the opening view's, an index with another radius stands in.
  const load = (fraction: number): GroupIndex => createIndex(radius / 2 ** fraction).load(points)
  let whole: GroupIndex | undefined
  let fractional: { fraction: number; index: GroupIndex } | undefined
  const indexFor = (fraction: number): GroupIndex => {
    if (fraction === 0) return (whole ??= load(0))
    if (fractional?.fraction !== fraction) fractional = { fraction, index: load(fraction) }
    return fractional.index
  }
  const moved = ([west, south, east, north]: Bounds): [number, number, number, number] => [
    Math.max(-180, west - middle),
    south,
    Math.min(180, east - middle),
    north,
  ]

  function groupsAt(zoom: number, bounds: Bounds): PlaceGroup[] {
    const floor = Math.floor(zoom)
    const index = indexFor(zoom - floor)
    const groups = index.getClusters(moved(bounds), floor).map((feature): PlaceGroup => {
      const { lead } = feature.properties
      if (!('cluster' in feature.properties)) {
        return {
          id: lead.id,
          position: positionOf(lead),
          count: 1,
          lead,
          places: [lead],
          splitZoom: zoom,
          offset: nowhere,
        }
      }
      const { cluster_id, point_count } = feature.properties
      const leaves = index.getLeaves(cluster_id, Infinity).map(({ properties }) => properties.lead)
      const [lng, lat] = feature.geometry.coordinates as [number, number]
      return {
        id: `group-of-${point_count}-${lead.id}`,
        position: [lng + middle, lat],
        count: point_count,
        lead,
        places: [...leaves].sort((a, b) => a.number - b.number),
        // The index knows whole zooms only; the fraction is in its radius.
        splitZoom: Math.min(maxZoom, index.getClusterExpansionZoom(cluster_id) + zoom - floor),
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

  function apartFrom(zoom: number): number {
    const world: Bounds = [middle - 180, -90, middle + 180, 90]
    const isApart = (at: number): boolean => at >= maxZoom || groupsAt(at, world).every(({ count }) => count === 1)
    return isApart(zoom) ? zoom : apartFrom(zoom + 1)
  }

  return { groupsAt, zoomOf, apartFrom, positionOf }
}

type GroupIndex = Supercluster<{ lead: Place }, { lead: Place }>

function createIndex(groupRadius: number): GroupIndex {
  return new Supercluster({
    radius: groupRadius,
    extent: 256,
    maxZoom: maxZoom - 1,
    map: ({ lead }) => ({ lead }),
    reduce: (group, { lead }) => {
      if (compareLead(lead, group.lead) < 0) group.lead = lead
    },
  })
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

function compareLead(a: Place, b: Place): number {
  return breadth[a.precision] - breadth[b.precision] || a.number - b.number
}
