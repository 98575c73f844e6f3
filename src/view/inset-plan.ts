import type { Basemap } from '../cartography/basemap.ts'
import type { Breakpoint } from '../cartography/breakpoints.ts'
import {
  type Corner,
  corners,
  type Inset,
  insetBox,
  insetRatio,
  type Leader,
  leadersOf,
  leastInset,
  locatorOf,
} from '../cartography/inset.ts'
import { type Box, boxAround, overlap } from '../cartography/label-placement.ts'
import { guessWidth } from '../cartography/label-requests.ts'
import { metresAround, type Point, project, unproject, zoomOfWorldSize } from '../cartography/mercator.ts'
import { middleOf } from '../cartography/popup-placement.ts'
import type { OpeningView } from '../cartography/opening-view.ts'
import type { PlaceGroup, PlaceIndex } from '../cartography/place-groups.ts'
import { footAndButtons, indexPlaces, layOutPlaces } from './static/static-placement.ts'
import type { ViewContext } from './view-context.ts'

/** A map has at most so many. */
const most = 2

/** The places of an inset are so near to one another, in shares of what the map shows: the inset shows them much closer. */
const nearness = 1 / 20

/** Of more places than this, only some have room for their names: which, is not thought about. */
const manyPlaces = 30

/** The least width of what an inset shows, in metres: closer up, there is nothing around the places. */
const leastWidth = 600

/** How much room an inset leaves around its places, in pixels of the least one: at its sides, and above and below. */
const room = { x: 20, y: 18 }

/** What is tried for an inset, the first that is as good as any: how many times wider than needed, and shifted by what share. */
const trials = [1, 1.15, 1.3, 1.5, 1.75, 2].flatMap((wider) =>
  [0, -0.1, 0.1, -0.2, 0.2, -0.3, 0.3].map((shift) => ({ wider, shift })),
)

/**
 * The insets of a map that shows the whole story: one for each of the largest groups that it cannot part, if an inset can; else the
 * one that shows where in the world this is. Each stands in a corner in which it covers no marker and no name of a place.
 * @param basemap on the world copy of the view
 * @param size of the map, in pixels
 */
export function planInsets(context: ViewContext, basemap: Basemap, view: OpeningView, size: Point): Inset[] {
  const scale = Math.min(size.x, (size.y * view.width) / view.height)
  const breakpoint = { scale, zoom: zoomOfWorldSize(scale / view.width), size }
  const index = indexPlaces(context.story.places)
  const { markers, namesClearOf } = layOutPlaces(context, view, breakpoint, index)
  const labels = basemap.labels
    .filter(({ minZoom }) => minZoom <= breakpoint.zoom)
    .map(({ position }) => boxAround(pointOn(view, breakpoint, project(position)), 0))
  const shown = markers
    .filter(({ group }) => group.count > 1)
    .sort((a, b) => b.group.count - a.group.count)
    .slice(0, 2 * most)
    .flatMap(({ group, box }) => {
      const inside = fitInset(context, group, index, nearness * Math.max(view.width, view.height))
      return inside ? [{ view: inside, group, places: group.places, marker: box }] : []
    })
    .slice(0, most)
  const locator = shown.length === 0 && locatorOf(basemap, context.story.places, view, view)
  const wanted: Unplaced[] = locator ? [locator] : shown
  const names = (insets: readonly Box[]): Box[] => {
    if (markers.length > manyPlaces) return []
    return namesClearOf([...footAndButtons(size).ofAll, ...insets]).map(({ box }) => box)
  }
  const around = { size, buttons: buttonsOf(context), markers: markers.map(({ box }) => box), labels, names }
  const place = (ordered: readonly Unplaced[]) => placeInsets(ordered, around)
  const [inOrder, turned] = [place(wanted), place([...wanted].reverse())]
  const more = turned.insets.length - inOrder.insets.length
  return more > 0 || (more === 0 && turned.cost < inOrder.cost) ? turned.insets : inOrder.insets
}

/** An inset that has no corner yet. */
type Unplaced = Omit<Inset, 'corner'>

/** What is on a map, in pixels, for which insets are planned. */
interface Surroundings {
  readonly size: Point
  readonly buttons: 'left' | 'right'
  /** What no inset covers. */
  readonly markers: readonly Box[]
  /** What insets had better not cover. */
  readonly labels: readonly Box[]
  /** The names of places that have room beside insets. */
  readonly names: (insets: readonly Box[]) => readonly Box[]
}

/** Puts insets into corners, one after the other. */
function placeInsets(insets: readonly Unplaced[], around: Surroundings): { insets: Inset[]; cost: number } {
  const boxes: Box[] = []
  let sum = 0
  const placed = insets.flatMap((inset): Inset[] => {
    const { corner, cost } = bestCorner(around, boxes, inset.marker)
    if (cost === Infinity) return []
    sum += cost
    boxes.push(insetBox(corner, around.size, around.buttons))
    return [{ ...inset, corner }]
  })
  return { insets: placed, cost: sum }
}

/** On which side of the map its buttons are. */
export function buttonsOf({ direction }: ViewContext): 'left' | 'right' {
  return direction === 'rtl' ? 'left' : 'right'
}

/**
 * The corner in which an inset covers least, and from which its leaders cross nothing. It costs infinitely much where it would cover a
 * marker or another inset, or leave a place without its name.
 */
function bestCorner(
  { size, buttons, markers, labels, names }: Surroundings,
  insets: readonly Box[],
  marker: Box | undefined,
): { corner: Corner; cost: number } {
  const others = markers.filter((box) => box !== marker)
  const before = names(insets)
  const costOf = (corner: Corner, order: number): number => {
    const inset = insetBox(corner, size, buttons)
    if ([...markers, ...insets].some((box) => overlap(box, inset))) return Infinity
    const beside = names([...insets, inset])
    if (beside.length < before.length) return Infinity
    const leaders = marker ? leadersOf(inset, marker) : []
    // Its own name is beside the marker.
    const strangers = beside.filter((box) => !marker || !overlap(box, boxAround(middleOf(marker), halfOf(marker) + 4)))
    const crossed = leaders.some((leader) => [...others, ...insets, ...strangers].some((box) => crosses(leader, box)))
    return labels.filter((label) => overlap(label, inset)).length + (crossed ? 12 : 0) + 2 * order
  }
  return corners
    .map((corner, order) => ({ corner, cost: costOf(corner, order) }))
    .reduce((best, other) => (other.cost < best.cost ? other : best))
}

function halfOf({ left, right }: Box): number {
  return (right - left) / 2
}

/** Where a point of the world is on a map, in pixels. */
function pointOn({ center, width }: OpeningView, { scale, size }: Breakpoint, { x, y }: Point): Point {
  return { x: size.x / 2 + ((x - center.x) / width) * scale, y: size.y / 2 + ((y - center.y) / width) * scale }
}

/** What an inset shows of a group: as close as it can be with all names; undefined if it would part nothing. */
function fitInset(
  context: ViewContext,
  group: PlaceGroup,
  story: PlaceIndex,
  farthest: number,
): OpeningView | undefined {
  const { places } = group
  const points = places.map((place) => project(story.positionOf(place)))
  const extent = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]
  const [[left, right], [top, bottom]] = [extent(points.map(({ x }) => x)), extent(points.map(({ y }) => y))]
  if (Math.max(right - left, bottom - top) > farthest) return undefined
  const center = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const { x: width, y: height } = leastInset
  const snug = Math.max(
    ((right - left) * width) / (width - 2 * room.x),
    ((bottom - top) * width) / (height - 2 * room.y),
    leastWidth / metresAround(unproject(center)),
  )
  const index = indexPlaces(places, true)
  const parts = insetParts(group.lead.name)
  let best: { view: OpeningView; score: number } | undefined
  for (const { wider, shift } of places.length > manyPlaces ? trials.slice(0, 1) : trials) {
    const across = snug * wider
    const view = {
      center: { x: center.x + shift * across, y: center.y },
      width: across,
      height: across / insetRatio,
    }
    const breakpoint = { scale: width, zoom: zoomOfWorldSize(width / across), size: leastInset }
    if (Math.abs(shift) > 0.5 - room.x / width - (right - left) / 2 / across) continue
    const { markers, namesClearOf } = layOutPlaces(context, view, breakpoint, index, true)
    if (markers.some(({ box }) => parts.some((part) => overlap(box, part)))) continue
    const score = markers.length + namesClearOf(parts).length
    if (markers.length > 1 && score > (best?.score ?? 0)) best = { view, score }
    if (score === 2 * places.length) break
  }
  return best?.view
}

/** What names keep clear of in an inset: its title, and its scale. */
export function insetParts(title: string): Box[] {
  return [
    { left: 0, top: 0, right: 12 + guessWidth(title, 'place'), bottom: 24 },
    { left: 0, top: leastInset.y - 24, right: 60, bottom: leastInset.y },
  ]
}

/** Whether a leader goes through a box. */
function crosses([from, to]: Leader, box: Box): boolean {
  return Array.from({ length: 21 }, (_, i) => i / 20).some((share) =>
    overlap(boxAround({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, 0), box),
  )
}
