import type { Basemap } from '../../cartography/basemap.ts'
import { symbolSize } from '../../cartography/marker-size.ts'
import { type Point, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import type { PlaceGroup } from '../../cartography/place-groups.ts'
import { nearestWorldCopy } from '../../cartography/world-copy.ts'
import { createSvg } from '../element.ts'
import { nameMarker } from '../group-name.ts'
import { renderLabel } from '../map-label.ts'
import { renderGroupSymbol, renderSymbol } from '../symbol.ts'
import type { ViewContext } from '../view-context.ts'
import type { Breakpoint } from '../../cartography/breakpoints.ts'
import { renderStaticBasemap } from './static-basemap.ts'
import { halfWidth, type KeptClear, layOut, riseOf, type StaticItem } from './static-placement.ts'
import { renderScaled } from './static-projection.ts'
import { renderStaticShapes } from './static-shapes.ts'

/** A drawing of a story's opening view, for a container of any size. */
export interface StaticMap {
  /** Fills its container. Markers and labels have the classes `p0`, `p1` …, by the index of their point. */
  readonly element: SVGElement
  /** Positions relative to the middle, in shares of the width of the opening view's box. */
  readonly points: readonly Point[]
}

/** What the map is drawn for. */
export interface StaticMapOptions {
  /** The opening view of the story on the basemap. */
  readonly view: OpeningView
  readonly breakpoints: readonly Breakpoint[]
  /** Where the marker of a place leads. */
  readonly placeLink: (id: string) => string
  /** What markers and labels keep clear of: the foot and the buttons, unless it is told otherwise. */
  readonly keptClear?: (breakpoint: Breakpoint) => KeptClear
}

/**
 * Draws the map that a page shows until its script runs, and without one: the same basemap, markers, numbers and names as
 * on the live map when it opens. Lines are scaled with the map; the style sheet positions markers and labels, and shows
 * them from and up to their breakpoints.
 */
export function renderStaticMap(
  context: ViewContext,
  basemap: Basemap,
  { view, breakpoints, placeLink, keptClear }: StaticMapOptions,
): StaticMap {
  const { document } = context
  const copy = nearestWorldCopy(basemap, unproject(view.center)[0])
  const items = layOut(context, copy, view, breakpoints, keptClear)
  const points: Point[] = []
  const classes = ({ at, from, to }: StaticItem): string => {
    const known = points.findIndex(({ x, y }) => x === at.x && y === at.y)
    const index = known < 0 ? points.push(at) - 1 : known
    const range = [from > 0 && `from-${from}`, to < Infinity && `to-${to}`].filter((name) => name !== false)
    return ['at', `p${index}`, ...range].join(' ')
  }
  const labels = items.flatMap((item) =>
    item.label ? [renderLabel(document, item.label, item.anchor, classes(item), riseOf(item.label.group))] : [],
  )
  const markers = items.flatMap((item) =>
    item.group ? [renderLink(context, item.group, classes(item), placeLink(item.group.places[0]?.id ?? ''))] : [],
  )
  const element = createSvg(
    document,
    'svg',
    { class: 'static-map', width: '100%', height: '100%' },
    renderScaled(
      document,
      view,
      renderStaticBasemap(document, copy, view, usualZoom(breakpoints)),
      ...renderStaticShapes(context, view, breakpoints),
    ),
    // What is between them is not drawn; programs that read no SVG have their names apart.
    createSvg(document, 'g', { 'aria-hidden': 'true' }, ...labels.flatMap((label) => [label, ', '])),
    ...markers.flatMap((marker) => [marker, ' ']),
  )
  return { element, points }
}

/** The zoom of a map of middling size. */
function usualZoom(breakpoints: readonly Breakpoint[]): number {
  return breakpoints[Math.floor(breakpoints.length / 2)]?.zoom ?? 0
}

function renderLink(context: ViewContext, group: PlaceGroup, className: string, href: string): SVGElement {
  const { document, words } = context
  const { count, lead } = group
  const symbol = count === 1 ? renderSymbol(document, lead) : renderGroupSymbol(document, words, group)
  symbol.setAttribute('x', String(-halfWidth(context, group)))
  symbol.setAttribute('y', String(-symbolSize / 2 - riseOf(group)))
  return createSvg(document, 'a', { class: className, href, 'aria-label': nameMarker(words, group) }, symbol)
}
