import type { Position } from 'geojson'
import type { Bounds } from '../../cartography/basemap.ts'
import { nearestLongitude, type Point, unproject } from '../../cartography/mercator.ts'
import { openingView, positionsOf } from '../../cartography/opening-view.ts'
import type { Place } from '../../story/story.ts'

/** Kilometres in a degree of latitude. */
export const KM_PER_DEGREE = 111.195

/** Just short of where Web Mercator ends, on all grids of the basemap. */
const MAX_LATITUDE = 85

/** Stories whose map is wider than this, in degrees, get the whole world. */
const WORLD_FROM = 170

/** The containers that a map is made for, as width by height; their corners must be on the map at the opening view and one level further out. */
const WIDEST = 16 / 9
const TALLEST = 1 / 2

/** How much more than the opening view's box is shown in containers of other shapes. */
const FOCUS = 1.5

/** A little more, for readers who pan. What is far away is coarse and costs little. */
const SPARE = 1.2

/** A map of a village still shows which country it lies in: as many degrees around it at the least. */
const LEAST_REACH = 7

/** In kilometres: readers look at a village's country as well. */
const LEAST_RADIUS = 300

/** Where a story takes place, and the part of the world that its basemap covers. */
export interface Extent {
  /** Positions of the places; their longitudes pass 180 where the bounds do. */
  readonly positions: readonly Position[]
  readonly bounds: Bounds
  /** What the opening view shows, with a little around it. */
  readonly focus: Bounds
  /** From the middle of the opening view to its corner, in kilometres, or to what readers look at next. */
  readonly radius: number
}

/** The whole world but the Antarctic, without a story. */
export const WORLD: Extent = {
  positions: [],
  bounds: [-180, -60, 180, 84],
  focus: [-180, -60, 180, 84],
  radius: 20_000,
}

/** The extent of a story's map: so wide that the clip's edge is not seen at the opening view, nor one zoom level further out. */
export function createExtent(places: readonly Place[]): Extent {
  const { center, width, height } = openingView(places)
  const least = LEAST_REACH / 360
  const [longitude = 0, latitude = 0] = unproject(center)
  const corner = Math.hypot(width, height) * 180 * KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)
  const radius = Math.max(corner, LEAST_RADIUS)
  const positions = places
    .flatMap((place) => [place.position, ...positionsOf(place)])
    .map(([lng = 0, lat = 0]): Position => [nearestLongitude(lng, longitude), lat])

  // Twice the half of the view, since one level further out everything is half as large.
  const reachX = SPARE * Math.max(width, height * WIDEST, least * WIDEST)
  const reachY = SPARE * Math.max(height, width / TALLEST, least)
  const focus = boxAround(center, (width / 2) * FOCUS, (height / 2) * FOCUS)
  if (reachX * 720 > WORLD_FROM) return { ...WORLD, positions, radius, focus }
  const [west, south, east, north] = boxAround(center, reachX, reachY)
  const bounds = [
    Math.floor(west),
    Math.max(Math.floor(south), -MAX_LATITUDE),
    Math.ceil(east),
    Math.min(Math.ceil(north), MAX_LATITUDE),
  ] as const
  return { positions, bounds, focus, radius }
}

/** @param center in shares of the world's width, as are half the width and half the height */
function boxAround({ x, y }: Point, halfWidth: number, halfHeight: number): Bounds {
  const [west = 0, north = 0] = unproject({ x: x - halfWidth, y: y - halfHeight })
  const [east = 0, south = 0] = unproject({ x: x + halfWidth, y: y + halfHeight })
  return [west, south, east, north]
}
