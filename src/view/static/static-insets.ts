import type { Basemap } from '../../cartography/basemap.ts'
import { type Breakpoint, step } from '../../cartography/breakpoints.ts'
import {
  asideOf,
  type Corner,
  type Inset,
  insetBox,
  insetRatio,
  leadersOf,
  leastInset,
  mapShapes,
  shapeOf,
} from '../../cartography/inset.ts'
import type { Box } from '../../cartography/label-placement.ts'
import type { Point } from '../../cartography/mercator.ts'
import { middleOf } from '../../cartography/popup-placement.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import { createElement } from '../element.ts'
import { type DrawInset, renderInset } from '../inset.ts'
import { buttonsOf, planInsets } from '../inset-plan.ts'
import type { ViewContext } from '../view-context.ts'
import { renderStaticBasemap } from './static-basemap.ts'
import { renderStaticShapes } from './static-shapes.ts'

/** An inset of the static map, with its leaders. */
export interface StaticInset {
  readonly elements: readonly HTMLElement[]
  /** The CSS of its leaders. */
  readonly style: string
  /** Where it may be on a map of a breakpoint, in pixels. */
  readonly boxesAt: (breakpoint: Breakpoint) => Box[]
}

/** An inset, as it was planned for each of the shapes of map that show it. */
type InsetOfShapes = ReadonlyMap<number, Inset>

/** Draws the insets of a static map, each for the shapes of map that show it. */
export function renderStaticInsets(
  context: ViewContext,
  basemap: Basemap,
  view: OpeningView,
  placeLink: (id: string) => string,
): StaticInset[] {
  return planAll(context, basemap, view).flatMap((planned, i) => {
    const [inset] = planned.values()
    if (!inset) return []
    const element = renderInset(context, basemap, inset, drawStaticInset(context, basemap), placeLink)
    // Of one element, the corner depends on the map.
    element.className = ['inset', `inset-${i}`, ...namesOf(planned.keys())].join(' ')
    const leaders = new Map<string, number[]>()
    for (const [shape, { corner, marker }] of planned) {
      const lines = marker ? writeLeaders(context, corner, marker, view, mapShapes[shape] ?? leastInset) : []
      for (const line of lines) leaders.set(line, [...(leaders.get(line) ?? []), shape])
    }
    const name = (side: number): string => `leader-${i}-${side}`
    return {
      elements: [
        ...[...leaders.values()].map((shapes, side) =>
          createElement(context.document, 'div', { class: ['leader', name(side), ...namesOf(shapes)].join(' ') }),
        ),
        element,
      ],
      style: [
        ...[...planned].map(([shape, { corner }]) => {
          const { x, y } = mapShapes[shape] ?? leastInset
          const place = writeCorner(corner, asideOf(corner, buttonsOf(context)))
          return `@container stage (min-width:${x}px) and (min-height:${y}px){.inset-${i}{inset:${place}}}`
        }),
        ...[...leaders.keys()].map((line, side) => `.${name(side)}{${line}}`),
      ].join(''),
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

/** Writes a corner as the value of the property `inset`. */
function writeCorner(corner: Corner, aside: number): string {
  const [top, bottom] = corner.startsWith('top') ? ['10px', 'auto'] : ['auto', 'calc(var(--foot) + 2px)']
  const [left, right] = corner.endsWith('left') ? [`${aside}px`, 'auto'] : ['auto', `${aside}px`]
  return [top, right, bottom, left].join(' ')
}

/** The classes of what is shown by maps of some shapes. */
function namesOf(shapes: Iterable<number>): string[] {
  return [...shapes].map((shape) => `on-${shape}`)
}

/** Draws what lies under the places of an inset in as few bytes as possible. */
export function drawStaticInset(context: ViewContext, basemap: Basemap): DrawInset {
  const { document, story } = context
  const ratios = { narrowest: insetRatio, widest: insetRatio }
  return ({ view, places }, breakpoint) => [
    renderStaticBasemap(document, basemap, view, breakpoint.zoom, ratios),
    ...renderStaticShapes({ ...context, story: { ...story, places } }, view, [breakpoint]),
  ]
}

/** Whether a map of a shape shows what is laid out for a scale. */
function isOfScale({ x, y }: Point, scale: number, { width, height }: OpeningView): boolean {
  const own = Math.min(x, (y * width) / height)
  return own >= scale && own < scale * step
}

function planAll(context: ViewContext, basemap: Basemap, view: OpeningView): InsetOfShapes[] {
  const planned = new Map<string, Map<number, Inset>>()
  for (const [shape, size] of mapShapes.entries()) {
    for (const inset of planInsets(context, basemap, view, size)) {
      const key = inset.group?.id ?? ''
      planned.set(key, (planned.get(key) ?? new Map<number, Inset>()).set(shape, inset))
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
