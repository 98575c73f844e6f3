import type { Basemap } from '../../cartography/basemap.ts'
import { type Anchor, type Box, boxAround, type PlacedLabel, placeLabels } from '../../cartography/label-placement.ts'
import { basemapLabel, guessWidth, type MapLabel, type Measure, placeLabel } from '../../cartography/label-requests.ts'
import { pinHeight, symbolRoom, symbolSize } from '../../cartography/marker-size.ts'
import { nearestLongitude, type Point, project, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import { createPlaceIndex, type PlaceGroup, type PlaceIndex } from '../../cartography/place-groups.ts'
import type { Position } from '../../story/geometry.ts'
import type { Place } from '../../story/story.ts'
import { nameGroup } from '../group-name.ts'
import { groupHalfWidth } from '../symbol.ts'
import type { ViewContext } from '../view-context.ts'
import type { Breakpoint } from '../../cartography/breakpoints.ts'

/** A marker or a label. It has the same size in pixels on maps of any size, and is drawn between two breakpoints. */
export interface StaticItem {
  readonly group?: PlaceGroup
  readonly label?: MapLabel
  readonly anchor?: Anchor | undefined
  /** Its position relative to the middle of the map, in shares of the width of the opening view's box. */
  readonly at: Point
  /** The index of the breakpoint from which on it is drawn. */
  readonly from: number
  /** The index of the last breakpoint at which it is drawn; `Infinity` if it is drawn at all larger ones. */
  readonly to: number
}

/** What a map keeps clear of, in pixels: markers and all names of one, other names besides of the other. */
export interface KeptClear {
  readonly ofAll: readonly Box[]
  readonly ofNames: readonly Box[]
}

/** Half the width of the marker of a single place in an inset, in pixels. */
const discRadius = 12

/** Names are set smaller in an inset: 12 px. */
const guessInInset: Measure = (text, kind) => guessWidth(text, kind) * (12 / 13)

/** Indexes the places of a story or of an inset for grouping. */
export function indexPlaces(places: readonly Place[], isInset = false): PlaceIndex {
  return createPlaceIndex(places, isInset ? { radius: 2 * discRadius, room: discRadius } : undefined)
}

/**
 * Lays out markers and labels at each breakpoint, as the live map does for its size. None of them covers another, on
 * larger maps either, since points only move apart as a map grows.
 * @param basemap on the world copy of the view
 */
export function layOut(
  context: ViewContext,
  basemap: Basemap,
  view: OpeningView,
  breakpoints: readonly Breakpoint[],
  keptClear: (breakpoint: Breakpoint) => KeptClear = ({ size }) => footAndButtons(size),
): StaticItem[] {
  const index = indexPlaces(context.story.places)
  const items: StaticItem[] = []
  let standing = new Map<string, StaticItem>()
  for (const [i, breakpoint] of breakpoints.entries()) {
    const next = new Map<string, StaticItem>()
    for (const item of layOutAt(breakpoint, context, basemap, view, index, keptClear(breakpoint))) {
      const { x, y } = item.at
      const key = [item.group?.id, item.label?.text, item.anchor, x.toFixed(4), y.toFixed(4)].join()
      next.set(key, standing.get(key) ?? { ...item, from: i })
    }
    for (const [key, item] of standing) if (!next.has(key)) items.push({ ...item, to: i - 1 })
    standing = next
  }
  return [...items, ...standing.values()]
}

/** The markers of a map, and their names. Boxes and points are in pixels. */
export interface PlacedPlaces {
  readonly markers: readonly { readonly group: PlaceGroup; readonly at: Point; readonly box: Box }[]
  /** The names that have room beside their markers, where they keep clear of what else is on the map. */
  readonly namesClearOf: (boxes: readonly Box[]) => readonly PlacedLabel<MapLabel & { readonly at: Point }>[]
}

/** Lays out the places of a story on a map of a size. */
export function layOutPlaces(
  context: ViewContext,
  view: OpeningView,
  breakpoint: Breakpoint,
  index: PlaceIndex,
  isInset = false,
): PlacedPlaces {
  const toMap = projectionOf(view, breakpoint)
  const markers = index.groupsAt(breakpoint.zoom, everywhere).map((group) => {
    const [longitude, latitude] = group.position
    const { at, point } = toMap([nearestLongitude(longitude, unproject(view.center)[0]), latitude])
    const half = halfWidth(context, group, isInset)
    const middle = { x: point.x, y: point.y - (isInset ? 0 : riseOf(group)) }
    return { group, at, middle, half, box: boxAround(middle, half, isInset ? discRadius : symbolRoom) }
  })
  const requests = markers.map(({ group, at, middle, half }) => ({
    at,
    ...placeLabel(group, nameGroup(context.words, group), middle, half, isInset ? guessInInset : guessWidth),
    ...(isInset && { distanceUp: discRadius + 3, height: 15 }),
  }))
  const own = markers.map(({ box }) => box)
  return { markers, namesClearOf: (boxes) => placeLabels(requests, [...own, ...boxes], breakpoint.size) }
}

/** Where a position is on a map, relative to its middle in shares of the view's width, and in pixels. */
export function projectionOf(
  view: OpeningView,
  { scale, size }: Breakpoint,
): (position: Position) => { at: Point; point: Point } {
  return (position) => {
    const { x, y } = project(position)
    const at = { x: (x - view.center.x) / view.width, y: (y - view.center.y) / view.width }
    return { at, point: { x: size.x / 2 + at.x * scale, y: size.y / 2 + at.y * scale } }
  }
}

/** Lays out the places of a story or an inset, and the names of the basemap that have room beside them. */
export function layOutAt(
  breakpoint: Breakpoint,
  context: ViewContext,
  basemap: Basemap,
  view: OpeningView,
  index: PlaceIndex,
  { ofAll, ofNames }: KeptClear,
  isInset?: boolean,
): StaticItem[] {
  const { zoom, size } = breakpoint
  const toMap = projectionOf(view, breakpoint)
  const always = { from: 0, to: Infinity }
  const { markers, namesClearOf } = layOutPlaces(context, view, breakpoint, index, isInset)
  const names = namesClearOf(ofAll)
  const others = basemap.labels
    .filter(({ minZoom }) => minZoom <= zoom)
    .map((label) => {
      const { at, point } = toMap(label.position)
      return { at, ...basemapLabel(label, context.words.language, point, guessWidth) }
    })
  const taken = [...markers, ...names].map(({ box }) => box)
  const labels = [...names, ...placeLabels(others, [...taken, ...ofAll, ...ofNames], size)]
  return [
    ...markers.map(({ group, at }) => ({ group, at, ...always })),
    ...labels.map(({ request, anchor }) => ({ label: request, anchor, at: request.at, ...always })),
  ]
}

/** The foot of a map; and where the live map will have its buttons, only names of places may stand. */
export function footAndButtons({ x, y }: Point): KeptClear {
  return {
    ofAll: [{ left: 0, top: y - 30, right: x, bottom: y }],
    ofNames: [{ left: x - 44, top: 0, right: x, bottom: 104 }],
  }
}

const everywhere = [-540, -90, 540, 90] as const

/** Half the width of the symbol of a place or group, in pixels. */
export function halfWidth({ words }: ViewContext, { count }: PlaceGroup, isInset = false): number {
  if (isInset && count === 1) return discRadius
  return count === 1 ? symbolSize / 2 : groupHalfWidth(words, count)
}

/** How far the middle of a symbol stands above its position, in pixels. */
export function riseOf(group: PlaceGroup | undefined): number {
  return group?.count === 1 && group.lead.precision === 'exact' ? pinHeight : 0
}
