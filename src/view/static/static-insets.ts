import type { Basemap } from '../../cartography/basemap.ts'
import { type Breakpoint, step } from '../../cartography/breakpoints.ts'
import {
  asideOf,
  type Corner,
  insetBox,
  insetRatio,
  leadersOf,
  leastInset,
  mapShapes,
  type PlannedInset,
  shapeOf,
  type Unplaced,
} from '../../cartography/inset.ts'
import type { Box } from '../../cartography/label-placement.ts'
import type { Point } from '../../cartography/mercator.ts'
import { middleOf } from '../../cartography/popup-placement.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import { createElement } from '../element.ts'
import { type DrawInset, renderInset } from '../inset.ts'
import { buttonsOf } from '../inset-plan.ts'
import type { ViewContext } from '../view-context.ts'
import { type Ratios, renderStaticBasemap } from './static-basemap.ts'
import { renderStaticShapes } from './static-shapes.ts'

/** An inset of the static map, with its leaders. */
export interface StaticInset {
  readonly elements: readonly HTMLElement[]
  /** The CSS of its leaders. */
  readonly style: string
  /** Where it may be on a map of a breakpoint, in pixels. */
  readonly boxesAt: (breakpoint: Breakpoint) => Box[]
}

/** A strip is at most so many times as wide as high, as the style sheet has it. */
const widestStrip = 520 / 161

/** An inset, as it was planned for each of the shapes of map that show it. */
type InsetOfShapes = ReadonlyMap<number, PlannedInset>

/**
 * Draws the insets of a static map, each for the shapes of map that show it.
 * @param plans those of each of {@link mapShapes}
 */
export function renderStaticInsets(
  context: ViewContext,
  basemap: Basemap,
  view: OpeningView,
  plans: readonly (readonly PlannedInset[])[],
  placeLink: (id: string) => string,
): StaticInset[] {
  return byInset(plans).flatMap((planned, i) => {
    const [inset] = planned.values()
    if (!inset) return []
    const element = renderInset(context, basemap, inset, drawStaticInset(context, basemap), placeLink)
    // Of one element, the corner depends on the map.
    element.className = `inset inset-${i}`
    const sides = [0, 1].map((side) => `leader-${i}-${side}`)
    return {
      elements: [...sides.map((name) => createElement(context.document, 'div', { class: `leader ${name}` })), element],
      style: writePlaces(context, view, planned, [`inset-${i}`, ...sides]),
      boxesAt: ({ scale, size }: Breakpoint) =>
        [...planned].flatMap(([index, { corner }]) => {
          const shape = mapShapes[index] ?? leastInset
          if (shapeOf(size) !== index && !isOfScale(shape, scale, view)) return []
          const map = { x: Math.max(shape.x, size.x), y: Math.max(shape.y, size.y) }
          const box = insetBox(corner, map, buttonsOf(context))
          return [moved(box, (size.x - map.x) / 2, (size.y - map.y) / 2)]
        }),
    }
  })
}

/** Writes where an inset and its leaders are, by their classes: on a larger shape of map, where they are on a smaller one. */
function writePlaces(
  context: ViewContext,
  view: OpeningView,
  planned: InsetOfShapes,
  names: readonly string[],
): string {
  const before: (string | undefined)[] = []
  const styles = mapShapes.map((size, shape) => {
    const { corner, marker } = planned.get(shape) ?? {}
    const place = corner && `inset:${writeCorner(corner, asideOf(corner, buttonsOf(context)))}`
    const places = [place, ...(corner && marker ? writeLeaders(context, corner, marker, view, size) : [])]
    const rules = names.flatMap((name, i) => {
      const now = places[i]
      if (now === before[i]) return []
      before[i] = now
      return [`.${name}{display:${now === undefined ? 'none' : `block;${now}`}}`]
    })
    return rules.length > 0
      ? `@container stage (min-width:${size.x}px) and (min-height:${size.y}px){${rules.join('')}}`
      : ''
  })
  return styles.join('')
}

/** Writes a corner as the value of the property `inset`. */
function writeCorner(corner: Corner, aside: number): string {
  const [top, bottom] = corner.startsWith('top') ? ['10px', 'auto'] : ['auto', 'calc(var(--foot) + 2px)']
  const [left, right] = corner.endsWith('left') ? [`${aside}px`, 'auto'] : ['auto', `${aside}px`]
  return [top, right, bottom, left].join(' ')
}

/** Renders the inset that is the strip of a static story. */
export function renderStaticStrip(
  context: ViewContext,
  basemap: Basemap,
  inset: Unplaced,
  placeLink: (id: string) => string,
): HTMLElement {
  const draw = drawStaticInset(context, basemap, { narrowest: insetRatio, widest: widestStrip })
  return renderInset(context, basemap, inset, draw, placeLink)
}

/** Draws what lies under the places of an inset in as few bytes as possible. */
export function drawStaticInset(
  context: ViewContext,
  basemap: Basemap,
  ratios: Ratios = { narrowest: insetRatio, widest: insetRatio },
): DrawInset {
  const { document, story } = context
  return (view, places, breakpoint) => [
    renderStaticBasemap(document, basemap, view, breakpoint.zoom, ratios),
    ...renderStaticShapes({ ...context, story: { ...story, places } }, view, [breakpoint]),
  ]
}

/** Whether a map of a shape shows what is laid out for a scale. */
function isOfScale({ x, y }: Point, scale: number, { width, height }: OpeningView): boolean {
  const own = Math.min(x, (y * width) / height)
  return own >= scale && own < scale * step
}

function byInset(plans: readonly (readonly PlannedInset[])[]): InsetOfShapes[] {
  const planned = new Map<string, Map<number, PlannedInset>>()
  for (const [shape, insets] of plans.entries()) {
    for (const inset of insets) {
      const key = inset.frame ? '' : inset.places.join()
      planned.set(key, (planned.get(key) ?? new Map<number, PlannedInset>()).set(shape, inset))
    }
  }
  return [...planned.values()]
}

function moved({ left, top, right, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
}

/** Writes where the leaders of an inset are on a map of any size. */
function writeLeaders(context: ViewContext, corner: Corner, marker: Box, view: OpeningView, size: Point): string[] {
  const box = insetBox(corner, size, buttonsOf(context))
  const scale = Math.min(size.x, (size.y * view.width) / view.height)
  const middle = middleOf(marker)
  const at = { x: (middle.x - size.x / 2) / scale, y: (middle.y - size.y / 2) / scale }
  const aside = asideOf(corner, buttonsOf(context))
  // As the style sheet has it.
  const height = `var(--inset) / ${insetRatio}`
  const [near, far] = corner.endsWith('left')
    ? [`${aside}px`, `${aside}px + var(--inset)`]
    : [`100cqw - ${aside}px - var(--inset)`, `100cqw - ${aside}px`]
  const [top, bottom] = corner.startsWith('top')
    ? ['10px', `10px + ${height}`]
    : [`100cqh - var(--foot) - 2px - ${height}`, '100cqh - var(--foot) - 2px']
  const share = (value: number): string => value.toFixed(4)
  return leadersOf(box, marker).map(([from, to]) => {
    const start = [from.x === box.left ? near : far, from.y === box.top ? top : bottom]
    const end = [
      `50cqw + ${share(at.x)}*var(--s) + ${(to.x - middle.x).toFixed(1)}px`,
      `50cqh + ${share(at.y)}*var(--s) + ${(to.y - middle.y).toFixed(1)}px`,
    ]
    // A line, as an area: moved by a pixel across its direction.
    const slope = (to.x - from.x) * (to.y - from.y) > 0 ? -1 : 1
    const point = ([left, up]: string[], by: number): string => `calc(${left} + ${by}px) calc(${up} + ${by * slope}px)`
    return `clip-path:polygon(${[point(start, -0.5), point(end, -0.5), point(end, 0.5), point(start, 0.5)].join()})`
  })
}
