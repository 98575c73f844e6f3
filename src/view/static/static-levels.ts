import type { Basemap } from '../../cartography/basemap.ts'
import { type Anchor, boxAround, placeLabels } from '../../cartography/label-placement.ts'
import { basemapLabel, guessWidth, type MapLabel, placeLabel } from '../../cartography/label-requests.ts'
import { type Point, project, zoomOfWorldSize } from '../../cartography/mercator.ts'
import { type OpeningView, openingView } from '../../cartography/opening-view.ts'
import { createPlaceIndex, type PlaceGroup } from '../../cartography/place-groups.ts'
import { nameGroup } from '../marker.ts'
import { groupHalfWidth, pinHeight, symbolSize } from '../symbol.ts'
import type { ViewContext } from '../view-context.ts'

/** A size of the static map: from it on, what stands on its level has room. Sizes in pixels. */
export interface Level {
  /** How wide the box of the opening view is drawn. */
  readonly scale: number
  readonly zoom: number
  /** The least width and height that a map of this level has. */
  readonly size: Point
}

/** Something that keeps its size in pixels, whatever the size of the map, and stands on it from one level to another. */
export interface StaticItem {
  readonly group?: PlaceGroup
  readonly label?: MapLabel
  readonly anchor?: Anchor
  /** Seen from the middle of the map, in shares of the width of the opening view's box. */
  readonly at: Point
  readonly from: number
  /** The last level; open at the end where it is the last of all. */
  readonly to: number
}

/** The smallest map that there is, in pixels, and how much larger each level is than the one before. */
const smallest: Point = { x: 280, y: 200 }
const step = 1.24

/** The levels of a map that opens with a view. */
export function levelsOf(view: OpeningView, count = 7): Level[] {
  const ratio = view.width / view.height
  return Array.from({ length: count }, (_, i) => {
    const scale = Math.min(smallest.x, smallest.y * ratio) * step ** i
    return {
      scale,
      zoom: zoomOfWorldSize(scale / view.width),
      size: { x: Math.max(smallest.x, scale), y: Math.max(smallest.y, scale / ratio) },
    }
  })
}

/**
 * Lays out markers and labels for each level, as the live map does for its size, so that none covers another there, nor on any
 * larger map of that level: points only move apart as a map grows.
 */
export function layOut(context: ViewContext, basemap: Basemap, levels: readonly Level[]): StaticItem[] {
  const items: StaticItem[] = []
  let standing = new Map<string, StaticItem>()
  for (const [i, level] of levels.entries()) {
    const next = new Map<string, StaticItem>()
    for (const item of layOutLevel(context, basemap, level)) {
      const { x, y } = item.at
      const key = [item.group?.id, item.label?.text, item.anchor, x.toFixed(4), y.toFixed(4)].join()
      next.set(key, standing.get(key) ?? { ...item, from: i })
    }
    for (const [key, item] of standing) if (!next.has(key)) items.push({ ...item, to: i - 1 })
    standing = next
  }
  return [...items, ...standing.values()]
}

function layOutLevel(context: ViewContext, basemap: Basemap, { scale, zoom, size }: Level): StaticItem[] {
  const { story, words } = context
  const view = openingView(story.places, basemap)
  const shareOf = (point: Point): Point => {
    const dx = point.x - view.center.x
    return { x: (dx - Math.round(dx)) / view.width, y: (point.y - view.center.y) / view.width }
  }
  const pixelsOf = ({ x, y }: Point): Point => ({ x: size.x / 2 + x * scale, y: size.y / 2 + y * scale })
  const always = { from: 0, to: Infinity }

  const markers = createPlaceIndex(story.places)
    .groupsAt(zoom, everywhere)
    .map((group) => {
      const at = shareOf(project(group.position))
      const { x, y } = pixelsOf(at)
      return { group, at, middle: { x, y: y - riseOf(group) }, halfWidth: halfWidth(context, group) }
    })
  const obstacles = markers.map(({ middle, halfWidth }) => boxAround(middle, halfWidth, symbolSize / 2 + 1))
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
  // Where buttons will stand there is room for a place's name, but not for a town's.
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
