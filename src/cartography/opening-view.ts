import type { Story } from '../story/story.ts'
import type { Basemap, Bounds } from './basemap.ts'
import { type Point, project, unproject, zoomOfWorldSize } from './mercator.ts'
import { createPlaceIndex, maxZoom } from './place-groups.ts'
import { storyMiddle } from './story-outline.ts'
import { createViewRange, type ViewBox, viewOfBox } from './view-range.ts'
import { isWorld } from './world-copy.ts'

/**
 * The box of the world that a map shows when it opens, whole and in its middle, whatever the map's size. The static map
 * and the live map both start from it, so that one can replace the other without a jump.
 */
export type OpeningView = ViewBox

/** How many steps there are from a snug fit to all that is around. */
const steps = 8

/** How many cells there are across a snug fit: on the largest of the maps below, one is half as wide as a marker. */
const cells = 64

/** Of more places than this, in cells of their own, markers are not counted. */
const many = 500

/**
 * Markers are counted on maps of these sizes, in pixels: on a phone, in an article's column, and on a page of its own. The
 * view must not depend on the size of the map that shows it, and most readers have one of about these sizes.
 */
const stages: readonly Point[] = [
  { x: 390, y: 430 },
  { x: 680, y: 480 },
  { x: 950, y: 800 },
]

/**
 * The opening view of a story: the one that its author wants, else the widest in which no further markers fall together than in
 * a snug fit. So what lies around the places is shown as far as it costs nothing.
 * @param basemap the map that the story lies on
 */
export function openingView(
  { places, view }: Pick<Story, 'places' | 'view'>,
  basemap?: Pick<Basemap, 'bounds'>,
): OpeningView {
  if (view) return viewOfBox(view, storyMiddle(places))
  const viewWith = createViewRange(places, basemap)
  let [opening, most] = [viewWith(0), 0]
  // Of thousands of places, those in one cell of a grid are seen as one anyway: the cell is smaller than a marker.
  const cellOf = ({ x, y }: Point): string => [x, y].map((at) => Math.floor((at * cells) / opening.width)).join()
  const apart = [...new Map(places.map((place) => [cellOf(project(place.position)), place])).values()]
  // Of so many, some fall together as soon as there is more around them.
  if (apart.length > many) return opening
  const index = createPlaceIndex(apart)
  for (let step = 0; step <= steps; step++) {
    const wider = viewWith(step / steps)
    const markers = stages.flatMap((size) => index.groupsAt(openingZoom(wider, size), [-540, -90, 540, 90])).length
    if (markers < most) break
    ;[opening, most] = [wider, markers]
  }
  return opening
}

/** Where the Antarctic begins, in degrees: a map of the world ends there, unless its story goes on. */
export const antarctic = -60

/**
 * How far a reader can move the map: as far as the basemap reaches, and over the whole opening view, so that every place
 * can be seen, even one that a basemap does not reach.
 * @param bounds those of the basemap, on the world copy of the view
 */
export function reachOf([west, south, east, north]: Bounds, { center, width, height }: OpeningView): Bounds {
  const [left, top] = unproject({ x: center.x - width / 2, y: center.y - height / 2 })
  const [right, bottom] = unproject({ x: center.x + width / 2, y: center.y + height / 2 })
  const end = isWorld([west, south, east, north]) ? Math.max(south, antarctic) : south
  return [Math.min(west, left), Math.min(end, bottom), Math.max(east, right), Math.max(north, top)]
}

/**
 * The fractional zoom at which the view just fits into a container, or the closest of the map.
 * @param size of the container, in pixels
 */
export function openingZoom(view: OpeningView, size: Point): number {
  return Math.min(maxZoom, zoomOfWorldSize(Math.min(size.x / view.width, size.y / view.height)))
}
