import type { Basemap, Bounds } from './basemap.ts'
import type { Box } from './label-placement.ts'
import { metresAround, type Point, project, unproject } from './mercator.ts'
import type { Place } from '../story/story.ts'
import { clamp } from './popup-placement.ts'
import type { ViewBox } from './view-range.ts'

/**
 * A small map in a corner of the map, at another scale: closer, it parts a group of places that the map shows as one; farther, it
 * shows where in the world the map is.
 */
export interface Inset {
  readonly corner: Corner
  /** What it shows, in the shape of {@link insetRatio}. */
  readonly view: ViewBox
  /** The ids of the places that it shows. */
  readonly places: readonly string[]
  /** What is written over it, where it parts a group. */
  readonly title?: string
  /** What the map shows, where the inset shows where that is. */
  readonly frame?: ViewBox
}

/** An inset of the map at its opening, on a map of a size. */
export interface PlannedInset extends Inset {
  /** The box of the marker of the group that it parts, in pixels. */
  readonly marker?: Box
}

/** What an inset shows, wherever it stands. */
export type Unplaced<I extends Inset = Inset> = Omit<I, 'corner'>

/** A corner of the map, for those who see it: left is left, whatever the language's direction. */
export type Corner = (typeof corners)[number]

/** The best first, where no other covers less. */
export const corners = ['bottom left', 'bottom right', 'top left', 'top right'] as const

/** An inset is so many times as wide as high. */
export const insetRatio = 1.3

/** The least inset, in pixels: names stand beside their markers on it. */
export const leastInset: Point = { x: 210, y: 210 / insetRatio }

/**
 * The shapes of map for which insets are planned, by their least size in pixels: on paper and in low frames, in an article's column,
 * and in windows. A map has the last that it is as large as. A smaller one has no room for an inset.
 */
export const mapShapes: readonly Point[] = [
  { x: 640, y: 270 },
  { x: 520, y: 360 },
  { x: 640, y: 390 },
  { x: 780, y: 500 },
  { x: 900, y: 640 },
]

/** The index of a map's shape; -1 without one. */
export function shapeOf({ x, y }: Point): number {
  return mapShapes.reduce((last, least, i) => (x >= least.x && y >= least.y ? i : last), -1)
}

/** A locator shows so many times as much as the map, or there is none. */
const farther = 3

/** A place so near to the middle of the frame, in shares of the locator's width, is not shown apart. */
const besideFrame = 0.09

/** A locator is at least this many metres wide, where the basemap is. */
const leastAround = 400_000

/** What a locator shows: the whole story, and as much around it as lets a reader know where that is. */
function locatorView({ center, width, height }: ViewBox, [west, , east]: Bounds): ViewBox {
  const around = Math.min((east - west) / 360, leastAround / metresAround(unproject(center)))
  const across = Math.max(width, height * insetRatio, around)
  return { center, width: across, height: across / insetRatio }
}

/**
 * The locator of a map, if it is of use: not where the map shows nearly as much.
 * @param story what the map shows of the whole story
 * @param frame what it shows now
 */
export function locatorOf(
  { bounds }: Pick<Basemap, 'bounds'>,
  places: readonly Place[],
  story: ViewBox,
  frame: ViewBox,
): Unplaced | undefined {
  const view = locatorView(story, bounds)
  if (Math.max(frame.width, frame.height * insetRatio) * farther > view.width) return undefined
  // What is beside the frame would lie on it.
  const half = (length: number): number => Math.max(length / 2, view.width * besideFrame)
  const isFramed = ({ position }: Place): boolean => {
    const { x, y } = project(position)
    const across = x - frame.center.x
    return (
      Math.abs(across - Math.round(across)) < half(frame.width) && Math.abs(y - frame.center.y) < half(frame.height)
    )
  }
  return { view, places: places.filter((place) => !isFramed(place)).map(({ id }) => id), frame }
}

/** The least width of a locator's frame, in shares of the locator's. */
const leastFrame = 0.05

/** Where the frame of a locator is, as the attributes of an SVG `<rect>`: in percent, and no smaller than can be seen. */
export function frameOf({
  view,
  frame = view,
}: Pick<Inset, 'view' | 'frame'>): Record<'x' | 'y' | 'width' | 'height', string> {
  const width = Math.max(frame.width / view.width, leastFrame)
  const height = Math.max(frame.height / view.height, leastFrame * insetRatio)
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
  return {
    x: percent((frame.center.x - view.center.x) / view.width + (1 - width) / 2),
    y: percent((frame.center.y - view.center.y) / view.height + (1 - height) / 2),
    width: percent(width),
    height: percent(height),
  }
}

/** How far an inset is from the map's edge, in pixels; beside the buttons; and over the foot. */
const margins = { edge: 10, buttons: 52, foot: 40 }

/** How far an inset in a corner is from the edge at its side, in pixels. @param buttons on which side of the map its buttons are */
export function asideOf(corner: Corner, buttons: 'left' | 'right'): number {
  return corner === `top ${buttons}` ? margins.buttons : margins.edge
}

/** The width of an inset on a map of a size, in pixels, as the style sheet sets it. */
export function insetWidth({ x, y }: Point): number {
  return clamp(Math.min(0.34 * x, 0.58 * y), leastInset.x, 330)
}

/**
 * The box of an inset in a corner of a map, as the style sheet sets it.
 * @param size that of the map, in pixels
 * @param buttons on which side of the map its buttons are
 */
export function insetBox(corner: Corner, { x, y }: Point, buttons: 'left' | 'right'): Box {
  const width = insetWidth({ x, y })
  const height = width / insetRatio
  const aside = asideOf(corner, buttons)
  const left = corner.endsWith('left') ? aside : x - aside - width
  const top = corner.startsWith('top') ? margins.edge : y - margins.foot - height
  return { left, top, right: left + width, bottom: top + height }
}

/** A line on the map between two points, in pixels. */
export type Leader = readonly [from: Point, to: Point]

/** Half the height of a group's marker, in pixels. */
const groupHeight = 12

/** A leader flatter than this would be lost among roads and borders. */
const flattest = 0.25

/** The lines that tie an inset to the marker whose places it shows, from one side of its box to the marker's: two, or the shorter. */
export function leadersOf(inset: Box, { left, top, right, bottom }: Box): Leader[] {
  const middle = (top + bottom) / 2
  const marker = { left, top: middle - groupHeight, right, bottom: middle + groupHeight }
  if (marker.bottom > inset.top && marker.top < inset.bottom) {
    const [x, to] = marker.left > inset.right ? [inset.right, marker.left] : [inset.left, marker.right]
    return [inset.top, inset.bottom].map((y) => [
      { x, y },
      { x: to, y: middle },
    ])
  }
  const [y, to] = marker.top < inset.top ? [inset.top, marker.bottom] : [inset.bottom, marker.top]
  const leaders = (['left', 'right'] as const).map((side): Leader => [
    { x: inset[side], y },
    { x: marker[side], y: to },
  ])
  const run = ([from, end]: Leader): number => Math.abs(end.x - from.x)
  const steep = leaders.filter((leader) => run(leader) * flattest < Math.abs(to - y))
  return steep.length > 0 ? steep : leaders.sort((a, b) => run(a) - run(b)).slice(0, 1)
}
