import type { Bounds } from '../../cartography/basemap.ts'
import { nearestLongitude, type Point, unproject } from '../../cartography/mercator.ts'
import { antarctic } from '../../cartography/opening-view.ts'
import { storyMiddle } from '../../cartography/story-outline.ts'
import { createViewRange, type ViewBox, viewOfBox } from '../../cartography/view-range.ts'
import { type Position, positionsOf } from '../../story/geometry.ts'
import type { Story } from '../../story/story.ts'
import { kmPerDegree } from './kilometres.ts'

/** The last latitude of a basemap: just short of the end of Web Mercator, and on every grid. */
const lastLatitude = 85

/** A map wider than this, in degrees, gets the whole world. */
const worldFrom = 170

/**
 * A basemap fills containers of these ratios of width to height, at the opening view and one zoom level further out.
 */
const widest = 16 / 9
const tallest = 1 / 2

/** The share of the opening view in which a name is seen whole. */
const inner = 0.9

/** How much more than the opening view's box containers of other ratios show. */
const focus = 1.5

/** A basemap is larger by this factor, for readers who pan. Far away it is coarse and costs little. */
const spare = 1.2

/**
 * From the middle of a map to its north and south edge at least, in degrees: a village's map shows the country around
 * it.
 */
const leastReach = 7

/** The least radius of an extent, in kilometres: readers look at a village's country as well. */
const leastRadius = 300

/** Distances are measured from at most this many positions. */
const mostPositions = 100

/** A map of the world includes the Antarctic if a place lies south of this. */
const southernmost = -55

/** Where a story takes place, and the part of the world that its basemap covers. */
export interface Extent {
  /** Where the places are, on the world copy of the bounds. If there are too many, one in each cell of a grid. */
  readonly positions: readonly Position[]
  readonly bounds: Bounds
  /** What the opening view shows in every container, then what it shows in those of other ratios. */
  readonly views: readonly Bounds[]
  /** From the middle of the opening view to its corner, in kilometres, or the least radius. */
  readonly radius: number
}

/** The extent of the map of the world, which has no story. The Antarctic is shown only to stories that are there. */
export const worldExtent: Extent = {
  positions: [],
  bounds: [-180, -lastLatitude, 180, 84],
  views: [],
  radius: 20_000,
}

/**
 * Creates the extent of a story's map. It is made for the widest view that the map may open with, which shows what lies around
 * the places, and for the view that the author wants: its edge is not seen there, nor one zoom level further out.
 */
export function createExtent({ places, view }: Pick<Story, 'places' | 'view'>): Extent {
  const widestView = createViewRange(places)(1)
  const { center, width, height } = view ? join(widestView, viewOfBox(view, storyMiddle(places))) : widestView
  const least = leastReach / 360
  const [longitude, latitude] = unproject(center)
  const corner = Math.hypot(width, height) * 180 * kmPerDegree * Math.cos((latitude * Math.PI) / 180)
  const radius = Math.max(corner, leastRadius)
  const positions = thinOut(
    places
      .flatMap((place) => [place.position, ...positionsOf(place.geometry)])
      .map(([lng, lat]): Position => [nearestLongitude(lng, longitude), lat]),
  )

  // On each side as much as the whole view: one zoom level further out, the basemap still fills the map.
  const reachX = spare * Math.max(width, height * widest, least * widest)
  const reachY = spare * Math.max(height, width / tallest, least)
  const views = [inner, focus].map((factor) => boxAround(center, (width / 2) * factor, (height / 2) * factor))
  if (reachX * 720 > worldFrom) {
    const [, , , worldNorth] = worldExtent.bounds
    const mostSouth = positions.some(([, lat]) => lat < southernmost) ? -lastLatitude : antarctic
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

/** The box around two boxes. */
function join(a: ViewBox, b: ViewBox): ViewBox {
  const span = (axis: 'x' | 'y', size: 'width' | 'height'): readonly [middle: number, length: number] => {
    const from = Math.min(a.center[axis] - a[size] / 2, b.center[axis] - b[size] / 2)
    const to = Math.max(a.center[axis] + a[size] / 2, b.center[axis] + b[size] / 2)
    return [(from + to) / 2, to - from]
  }
  const [[x, width], [y, height]] = [span('x', 'width'), span('y', 'height')]
  return { center: { x, y }, width, height }
}

/** The bounds around a point. All lengths in shares of the world's width. */
function boxAround({ x, y }: Point, halfWidth: number, halfHeight: number): Bounds {
  const [west, north] = unproject({ x: x - halfWidth, y: y - halfHeight })
  const [east, south] = unproject({ x: x + halfWidth, y: y + halfHeight })
  return [west, south, east, north]
}

/** Keeps one position in each cell of the finest grid that leaves few enough positions. */
function thinOut(positions: readonly Position[]): Position[] {
  for (let cell = 0.01; ; cell *= 2) {
    const cells = new Map(
      positions.map(([lng, lat]) => [`${Math.round(lng / cell)},${Math.round(lat / cell)}`, [lng, lat]] as const),
    )
    if (cells.size <= mostPositions) return [...cells.values()]
  }
}
