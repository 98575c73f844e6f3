import type { Basemap } from '../cartography/basemap.ts'
import {
  type Corner,
  corners,
  insetBox,
  type Leader,
  leadersOf,
  locatorOf,
  type PlannedInset,
  type Unplaced,
} from '../cartography/inset.ts'
import { type Box, boxAround, overlap } from '../cartography/label-placement.ts'
import { nameIn } from '../cartography/label-requests.ts'
import { metresAround, type Point, project, zoomOfWorldSize } from '../cartography/mercator.ts'
import { middleOf } from '../cartography/popup-placement.ts'
import type { PlaceGroup } from '../cartography/place-groups.ts'
import type { OpeningView } from '../cartography/opening-view.ts'
import { fitInset, manyPlaces } from './inset-fit.ts'
import { footAndButtons, indexPlaces, layOutPlaces, projectionOf } from './static/static-placement.ts'
import type { ViewContext } from './view-context.ts'

/** A map has at most so many. */
const most = 2

/** Of a story of more places, no group is parted: what an inset would show are groups again. */
const mostParted = 500

/** The places of an inset are so near to one another, in shares of what the map shows: the inset shows them much closer. */
const nearness = 1 / 20

/**
 * The insets of a map that shows the whole story: one for each of the largest groups that it cannot part, if an inset can; else the
 * one that shows where in the world this is. Each stands in a corner in which it covers no marker and no name of a place.
 * @param basemap on the world copy of the view
 * @param size of the map, in pixels
 */
export function planInsets(context: ViewContext, basemap: Basemap, view: OpeningView, size: Point): PlannedInset[] {
  const locator = locatorOf(basemap, context.story.places, view, view)
  if (!locator && !mayPart(context)) return []
  const opening = layOutOpening(context, view, size)
  const { breakpoint, markers, namesClearOf } = opening
  const toMap = projectionOf(view, breakpoint)
  const labels = basemap.labels
    .filter(({ minZoom }) => minZoom <= breakpoint.zoom)
    .map(({ position }) => boxAround(toMap(position).point, 0))
  const shown = partGroups(context, basemap, view, opening)
  const wanted: Unplaced<PlannedInset>[] = shown.length === 0 && locator ? [locator] : shown
  const names = (insets: readonly Box[]): Box[] => {
    if (markers.length > manyPlaces) return []
    return namesClearOf([...footAndButtons(size).ofAll, ...insets]).map(({ box }) => box)
  }
  const around = { size, buttons: buttonsOf(context), markers: markers.map(({ box }) => box), labels, names }
  const place = (ordered: readonly Unplaced<PlannedInset>[]) => placeInsets(ordered, around)
  const [inOrder, turned] = [place(wanted), place([...wanted].reverse())]
  const more = turned.insets.length - inOrder.insets.length
  return more > 0 || (more === 0 && turned.cost < inOrder.cost) ? turned.insets : inOrder.insets
}

/** The map over a strip, in pixels: on a common phone. */
const mapOverStrip: Point = { x: 390, y: 262 }

/**
 * What the strip under the map of a phone shows, where the list stands under it: the largest of the groups that the map cannot part at
 * the opening; undefined if there is none.
 * @param basemap on the world copy of the view
 */
export function planStrip(context: ViewContext, basemap: Basemap, view: OpeningView): Unplaced | undefined {
  return mayPart(context)
    ? partGroups(context, basemap, view, layOutOpening(context, view, mapOverStrip))[0]
    : undefined
}

function mayPart({ story }: ViewContext): boolean {
  return story.places.length <= mostParted
}

/** Lays out the places of a map of a size, in pixels, that shows the whole story. */
function layOutOpening(context: ViewContext, view: OpeningView, size: Point) {
  const scale = Math.min(size.x, (size.y * view.width) / view.height)
  const breakpoint = { scale, zoom: zoomOfWorldSize(scale / view.width), size }
  const index = indexPlaces(context.story.places)
  return { index, breakpoint, ...layOutPlaces(context, view, breakpoint, index) }
}

/** Parts the largest groups of a map that an inset can part. */
function partGroups(
  context: ViewContext,
  basemap: Basemap,
  view: OpeningView,
  { index, markers }: ReturnType<typeof layOutOpening>,
): Unplaced<PlannedInset>[] {
  if (!mayPart(context)) return []
  return markers
    .filter(({ group }) => group.count > 1)
    .sort((a, b) => b.group.count - a.group.count)
    .slice(0, 2 * most)
    .flatMap(({ group, box }) => {
      const title = titleOf(context, basemap, group)
      const inside = fitInset(context, group, title, index, nearness * Math.max(view.width, view.height))
      return inside ? [{ view: inside, places: group.places.map(({ id }) => id), title, marker: box }] : []
    })
    .slice(0, most)
}

/** A group lies in a town that is so near, in metres. */
const nearTown = 12_000

/** What the inset of a group is titled with: the town in which it lies, or else the name of its first place. */
function titleOf({ story, words }: ViewContext, { labels }: Basemap, { lead, position }: PlaceGroup): string {
  if (lead.precision === 'city') return lead.name
  const middle = project(position)
  const towns = [
    ...story.places.filter(({ precision }) => precision === 'city'),
    ...labels.filter(({ kind }) => kind === 'town' || kind === 'capital'),
  ].map((town) => {
    const { x, y } = project(town.position)
    const across = x - middle.x
    const away = Math.hypot(across - Math.round(across), y - middle.y) * metresAround(position)
    return { away, name: 'kind' in town ? nameIn(town, words.language) : town.name }
  })
  const nearest = towns.reduce((best, town) => (town.away < best.away ? town : best), {
    away: nearTown,
    name: lead.name,
  })
  return nearest.name
}

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
function placeInsets(
  insets: readonly Unplaced<PlannedInset>[],
  around: Surroundings,
): { insets: PlannedInset[]; cost: number } {
  const boxes: Box[] = []
  let sum = 0
  const placed = insets.flatMap((inset): PlannedInset[] => {
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

/** Whether a leader goes through a box. */
function crosses([from, to]: Leader, box: Box): boolean {
  return Array.from({ length: 21 }, (_, i) => i / 20).some((share) =>
    overlap(boxAround({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, 0), box),
  )
}
