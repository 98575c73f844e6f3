import { insetRatio, leastInset } from '../cartography/inset.ts'
import { type Box, overlap } from '../cartography/label-placement.ts'
import { guessWidth } from '../cartography/label-requests.ts'
import { metresAround, project, unproject, zoomOfWorldSize } from '../cartography/mercator.ts'
import type { OpeningView } from '../cartography/opening-view.ts'
import type { PlaceGroup, PlaceIndex } from '../cartography/place-groups.ts'
import { indexPlaces, layOutPlaces } from './static/static-placement.ts'
import type { ViewContext } from './view-context.ts'

/** Of more places than this, only some have room for their names: which, is not thought about. */
export const manyPlaces = 30

/** The least width of what an inset shows, in metres: closer up, there is nothing around the places. */
const leastWidth = 600

/** How much room an inset leaves around its places, in pixels of the least one: at its sides, and above and below. */
const room = { x: 20, y: 18 }

/** What is tried for an inset, the first that is as good as any: how many times wider than needed, and shifted by what share. */
const trials = [1, 1.15, 1.3, 1.5, 1.75, 2].flatMap((wider) =>
  [0, -0.1, 0.1, -0.2, 0.2, -0.3, 0.3].map((shift) => ({ wider, shift })),
)

/**
 * What an inset shows of a group: as close as it can be with all names; undefined if it would part nothing.
 * @param title what is written over it
 * @param farthest how far apart its places may be, in shares of the world's width
 */
export function fitInset(
  context: ViewContext,
  { places }: PlaceGroup,
  title: string,
  story: PlaceIndex,
  farthest: number,
): OpeningView | undefined {
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
  const parts = insetParts(title)
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
