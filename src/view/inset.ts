import type { Basemap } from '../cartography/basemap.ts'
import type { Breakpoint } from '../cartography/breakpoints.ts'
import { frameOf, insetRatio, leastInset, type Unplaced } from '../cartography/inset.ts'
import { metresAround, type Point, unproject, zoomOfWorldSize } from '../cartography/mercator.ts'
import type { OpeningView } from '../cartography/opening-view.ts'
import { roundLength } from '../cartography/scale.ts'
import type { Place } from '../story/story.ts'
import { formatLength } from '../words/words.ts'
import { type Child, createElement, createSvg } from './element.ts'
import { insetParts } from './inset-fit.ts'
import { renderLabel } from './map-label.ts'
import { halfWidth, indexPlaces, layOutAt } from './static/static-placement.ts'
import { renderScaled } from './static/static-projection.ts'
import { renderGroupSymbol, renderSymbol } from './symbol.ts'
import type { ViewContext } from './view-context.ts'

/** Draws what lies under the places of an inset, in the units of `createProjection`, for a map of a breakpoint. */
export type DrawInset = (view: OpeningView, places: readonly Place[], breakpoint: Breakpoint) => readonly SVGElement[]

/**
 * Renders an inset for a box of any size in its shape. It is for the eye alone: whoever does not see it has the list, and the
 * button of the group. Its markers are the links in it, each for the places whose numbers are in `data-places`.
 * @param basemap on the world copy of the view
 * @param placeLink where the marker of a place leads, in a page without a script
 */
export function renderInset(
  context: ViewContext,
  basemap: Basemap,
  inset: Unplaced,
  draw: DrawInset,
  placeLink?: (id: string) => string,
): HTMLElement {
  const { document, story, words } = context
  const { view, title = '', frame } = inset
  const places = story.places.filter(({ id }) => inset.places.includes(id))
  const breakpoint = { scale: leastInset.x, zoom: zoomOfWorldSize(leastInset.x / view.width), size: leastInset }
  const own = { ...context, story: { ...story, places } }
  const keptClear = { ofAll: insetParts(title), ofNames: [] }
  const items = layOutAt(breakpoint, own, basemap, view, indexPlaces(places, true), keptClear, true)
  const metres = metresAround(unproject(view.center)) * view.width
  const length = roundLength(metres * 0.22)
  const at = ({ x, y }: Point, ...children: readonly Child[]): SVGElement =>
    createSvg(
      document,
      'svg',
      { x: percent(0.5 + x), y: percent(0.5 + y * insetRatio), overflow: 'visible' },
      ...children,
    )
  const map = createSvg(
    document,
    'svg',
    { class: 'static-map', width: '100%', height: '100%' },
    renderScaled(document, view, ...draw(view, places, breakpoint)),
    frame && createSvg(document, 'rect', { class: 'frame', ...frameOf(inset) }),
    ...items.flatMap(({ label, anchor, at: point }) =>
      label ? [at(point, renderLabel(document, label, anchor)), ', '] : [],
    ),
    ...items.flatMap(({ group: shown, at: point }) => {
      if (!shown) return []
      const {
        count,
        lead,
        places: [first = lead],
      } = shown
      const numbers = shown.places.map(({ number }) => number).join(' ')
      const symbol =
        count === 1 ? renderSymbol(document, { ...lead, precision: 'disc' }) : renderGroupSymbol(document, words, shown)
      symbol.setAttribute('x', String(-halfWidth(context, shown)))
      symbol.setAttribute('y', '-16')
      const attributes = { href: placeLink?.(first.id), tabindex: placeLink && -1, 'data-places': numbers }
      return [at(point, createSvg(document, 'a', attributes, symbol)), ' ']
    }),
    createSvg(
      document,
      'svg',
      { class: 'inset-scale', x: 8, y: '100%', width: percent(length / metres), overflow: 'visible' },
      createSvg(document, 'line', { x2: '100%', y1: -7, y2: -7 }),
      createSvg(document, 'text', { class: 'label', x: '50%', y: -11 }, formatLength(words, length)),
    ),
    ' ',
    title !== '' && createSvg(document, 'text', { class: 'label place right', x: 8, y: 17 }, title),
  )
  return createElement(
    document,
    'div',
    { class: 'inset', 'data-inset': inset.places.join(' '), dir: 'ltr', 'aria-hidden': 'true' },
    map,
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
