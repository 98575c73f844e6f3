import type { Bounds } from '../../cartography/basemap.ts'
import { nearestLongitude, type Point, unproject } from '../../cartography/mercator.ts'
import { openingView } from '../../cartography/opening-view.ts'
import { type Position, positionsOf } from '../../story/geometry.ts'
import type { Place } from '../../story/story.ts'
import { kmPerDegree } from './kilometres.ts'

/** Just short of where Web Mercator ends, on all grids of the basemap. */
const lastLatitude = 85

/** Stories whose map is wider than this, in degrees, get the whole world. */
const worldFrom = 170

/** The containers that a map is made for, as width by height; their corners must be on the map at the opening view and one level further out. */
const widest = 16 / 9
const tallest = 1 / 2

/** A share of the opening view that is surely seen with a name around it. */
const inner = 0.9

/** How much more than the opening view's box is shown in containers of other shapes. */
const focus = 1.5

/** A little more, for readers who pan. What is far away is coarse and costs little. */
const spare = 1.2

/** A map of a village still shows which country it lies in: as many degrees around it at the least. */
const leastReach = 7

/** In kilometres: readers look at a village's country as well. */
const leastRadius = 300

/** Of so many places at the most it is asked how far away something is. */
const mostPositions = 100

/** Places south of this get the Antarctic. */
const antarctic = -55

/** Where a story takes place, and the part of the world that its basemap covers. */
export interface Extent {
  /** Where the places are: of thousands, one in each cell of a grid. Their longitudes pass 180 where the bounds do. */
  readonly positions: readonly Position[]
  readonly bounds: Bounds
  /** What the opening view shows in every container, and with what it shows in those of other shapes. */
  readonly views: readonly Bounds[]
  /** From the middle of the opening view to its corner, in kilometres, or to what readers look at next. */
  readonly radius: number
}

/** The whole world but the Antarctic, without a story. */
export const worldExtent: Extent = {
  positions: [],
  bounds: [-180, -60, 180, 84],
  views: [],
  radius: 20_000,
}

/** The extent of a story's map: so wide that the clip's edge is not seen at the opening view, nor one zoom level further out. */
export function createExtent(places: readonly Place[]): Extent {
  const { center, width, height } = openingView(places)
  const least = leastReach / 360
  const [longitude, latitude] = unproject(center)
  const corner = Math.hypot(width, height) * 180 * kmPerDegree * Math.cos((latitude * Math.PI) / 180)
  const radius = Math.max(corner, leastRadius)
  const positions = thinOut(
    places
      .flatMap((place) => [place.position, ...positionsOf(place.geometry)])
      .map(([lng, lat]): Position => [nearestLongitude(lng, longitude), lat]),
  )

  // Twice the half of the view, since one level further out everything is half as large.
  const reachX = spare * Math.max(width, height * widest, least * widest)
  const reachY = spare * Math.max(height, width / tallest, least)
  const views = [inner, focus].map((factor) => boxAround(center, (width / 2) * factor, (height / 2) * factor))
  if (reachX * 720 > worldFrom) {
    const [, worldSouth, , worldNorth] = worldExtent.bounds
    const mostSouth = positions.some(([, lat]) => lat < antarctic) ? -lastLatitude : worldSouth
    const middle = Math.round(longitude)
    return { positions, bounds: [middle - 180, mostSouth, middle + 180, worldNorth], views, radius }
  }
  const [west, south, east, north] = boxAround(center, reachX, reachY)
  const bounds = [
    Math.floor(west),
    Math.max(Math.floor(south), -lastLatitude),
    Math.ceil(east),
    Math.min(Math.ceil(north), lastLatitude),
  ] as const
  return { positions, bounds, views, radius }
}

/** @param center in shares of the world's width, as are half the width and half the height */
function boxAround({ x, y }: Point, halfWidth: number, halfHeight: number): Bounds {
  const [west, north] = unproject({ x: x - halfWidth, y: y - halfHeight })
  const [east, south] = unproject({ x: x + halfWidth, y: y + halfHeight })
  return [west, south, east, north]
}

/** Keeps one position in each cell of a grid, which is as fine as the number of positions allows. */
function thinOut(positions: readonly Position[]): Position[] {
  for (let cell = 0.01; ; cell *= 2) {
    const cells = new Map(
      positions.map(([lng, lat]) => [`${Math.round(lng / cell)},${Math.round(lat / cell)}`, [lng, lat]] as const),
    )
    if (cells.size <= mostPositions) return [...cells.values()]
  }
}
