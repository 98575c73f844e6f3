import type { Basemap } from '../../cartography/basemap.ts'
import { type Anchor, boxAround, placeLabels } from '../../cartography/label-placement.ts'
import { basemapLabel, guessWidth, type MapLabel, placeLabel } from '../../cartography/label-requests.ts'
import { pinHeight, symbolRoom, symbolSize } from '../../cartography/marker-size.ts'
import { type Point, project } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import { createPlaceIndex, type PlaceGroup, type PlaceIndex } from '../../cartography/place-groups.ts'
import { nameGroup } from '../group-name.ts'
import { groupHalfWidth } from '../symbol.ts'
import type { ViewContext } from '../view-context.ts'
import type { Breakpoint } from './breakpoints.ts'

/** A marker or a label. It has the same size in pixels on maps of any size, and is drawn between two breakpoints. */
export interface StaticItem {
  readonly group?: PlaceGroup
  readonly label?: MapLabel
  readonly anchor?: Anchor
  /** Its position relative to the middle of the map, in shares of the width of the opening view's box. */
  readonly at: Point
  /** The index of the breakpoint from which on it is drawn. */
  readonly from: number
  /** The index of the last breakpoint at which it is drawn; `Infinity` if it is drawn at all larger ones. */
  readonly to: number
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
): StaticItem[] {
  const index = createPlaceIndex(context.story.places)
  const items: StaticItem[] = []
  let standing = new Map<string, StaticItem>()
  for (const [i, breakpoint] of breakpoints.entries()) {
    const next = new Map<string, StaticItem>()
    for (const item of layOutAt(breakpoint, context, basemap, view, index)) {
      const { x, y } = item.at
      const key = [item.group?.id, item.label?.text, item.anchor, x.toFixed(4), y.toFixed(4)].join()
      next.set(key, standing.get(key) ?? { ...item, from: i })
    }
    for (const [key, item] of standing) if (!next.has(key)) items.push({ ...item, to: i - 1 })
    standing = next
  }
  return [...items, ...standing.values()]
}

function layOutAt(
  { scale, zoom, size }: Breakpoint,
  context: ViewContext,
  basemap: Basemap,
  view: OpeningView,
  index: PlaceIndex,
): StaticItem[] {
  const { words } = context
  const shareOf = ({ x, y }: Point): Point => ({
    x: (x - view.center.x) / view.width,
    y: (y - view.center.y) / view.width,
  })
  const pixelsOf = ({ x, y }: Point): Point => ({ x: size.x / 2 + x * scale, y: size.y / 2 + y * scale })
  const always = { from: 0, to: Infinity }

  const markers = index.groupsAt(zoom, everywhere).map((group) => {
    const at = shareOf(project(group.position))
    const { x, y } = pixelsOf(at)
    return { group, at, middle: { x, y: y - riseOf(group) }, halfWidth: halfWidth(context, group) }
  })
  const obstacles = markers.map(({ middle, halfWidth }) => boxAround(middle, halfWidth, symbolRoom))
  const names = markers.map(({ group, at, middle, halfWidth }) => ({
    at,
    ...placeLabel(group, nameGroup(words, group), middle, halfWidth, guessWidth),
  }))
  const others = basemap.labels
    .filter(({ minZoom }) => minZoom <= zoom)
    .map((label) => {
      const at = shareOf(project(label.position))
      return { at, ...basemapLabel(label, words.language, pixelsOf(at), guessWidth) }
    })
  const foot = { left: 0, top: size.y - 30, right: size.x, bottom: size.y }
  const placedNames = placeLabels(names, [...obstacles, foot], size)
  // Only names of places may stand where the live map will have its buttons.
  const buttons = { left: size.x - 44, top: 0, right: size.x, bottom: 104 }
  const taken = [...obstacles, ...placedNames.map(({ box }) => box), foot, buttons]
  const labels = [...placedNames, ...placeLabels(others, taken, size)]
  return [
    ...markers.map(({ group, at }) => ({ group, at, ...always })),
    ...labels.map(({ request, anchor }) => ({ label: request, anchor, at: request.at, ...always })),
  ]
}

const everywhere = [-540, -90, 540, 90] as const

/** Half the width of the symbol of a place or group, in pixels. */
export function halfWidth({ words }: ViewContext, { count }: PlaceGroup): number {
  return count === 1 ? symbolSize / 2 : groupHalfWidth(words, count)
}

/** How far the middle of a symbol stands above its position, in pixels. */
export function riseOf({ count, lead }: PlaceGroup): number {
  return count === 1 && lead.precision === 'exact' ? pinHeight : 0
}
