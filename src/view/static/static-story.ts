import type { Basemap } from '../../cartography/basemap.ts'
import { mapShapes, type PlannedInset } from '../../cartography/inset.ts'
import { unproject } from '../../cartography/mercator.ts'
import { openingView } from '../../cartography/opening-view.ts'
import { nearestWorldCopy } from '../../cartography/world-copy.ts'
import { plural } from '../../words/words.ts'
import { renderCredit } from '../attribution.ts'
import { createElement } from '../element.ts'
import { renderLayout } from '../layout.ts'
import { mostRows } from '../place-list.ts'
import { renderMapImage } from '../map-image.ts'
import type { ViewContext } from '../view-context.ts'
import { type Breakpoint, breakpointsOf } from '../../cartography/breakpoints.ts'
import { planInsets, planStrip } from '../inset-plan.ts'
import { addStrip } from '../strip.ts'
import { renderStaticInsets, renderStaticStrip } from './static-insets.ts'
import { renderStaticMap } from './static-map.ts'
import { footAndButtons, type KeptClear } from './static-placement.ts'
import { renderScaleBars } from './static-scale.ts'
import { writeStaticStyle } from './static-style.ts'

/** A story as a page shows it without a script. */
export interface StaticStory {
  /** The content of `<article-map>`. */
  readonly element: HTMLElement
  /** The CSS of this story, besides the style sheets that all stories share. */
  readonly style: string
  /** Its insets, for each of {@link mapShapes}. */
  readonly insets: readonly (readonly PlannedInset[])[]
}

/**
 * Renders a whole story with a static map: its headline, the map, and the list of its places with all their quotes. The
 * layout is that of the live map, which replaces it without a jump.
 * @param placeLink gives the hash that leads to a place, `#place=ID`, as on the live map
 * @param storyUrl where the story's file is, with all of its places, for a list that holds only the first
 */
export function renderStaticStory(
  context: ViewContext,
  basemap: Basemap,
  placeLink: (id: string) => string,
  storyUrl: string,
): StaticStory {
  const { document, words, story } = context
  const view = openingView(story, basemap)
  const breakpoints = breakpointsOf(view)
  const copy = nearestWorldCopy(basemap, unproject(view.center)[0])
  const plans = mapShapes.map((size) => planInsets(context, copy, view, size))
  const insets = renderStaticInsets(context, copy, view, plans, placeLink)
  const keptClear = (breakpoint: Breakpoint): KeptClear => {
    const { ofAll, ofNames } = footAndButtons(breakpoint.size)
    const over = insets.flatMap(({ boxesAt }) => boxesAt(breakpoint))
    return { ofAll: [...ofAll, ...over], ofNames }
  }
  const map = renderStaticMap(context, basemap, { view, breakpoints, placeLink, keptClear })
  const scaleBars = renderScaleBars(context, view, breakpoints)
  const stage = createElement(
    document,
    'div',
    { class: 'stage' },
    renderMapImage(context),
    createElement(
      document,
      'div',
      { class: 'map', role: 'group', 'aria-label': words.mapData, dir: 'ltr' },
      map.element,
    ),
    ...insets.flatMap(({ elements }) => elements),
    createElement(
      document,
      'div',
      { class: 'foot' },
      createElement(
        document,
        'a',
        { class: 'text-button list-toggle', href: '#places' },
        plural(words, words.places, story.places.length),
      ),
      ...scaleBars.map(({ element }) => element),
      createElement(
        document,
        'div',
        { class: 'attribution' },
        createElement(document, 'a', { class: 'credits-toggle', href: '#credits', 'aria-label': words.credits }, 'i'),
        // Spaces for programs that read the page without its style.
        ...renderCredits(document, basemap).flatMap((credit) => [' ', credit]),
      ),
    ),
  )
  const element = renderLayout(context, {
    stage,
    placeLink,
    foot: [
      ...(story.places.length > mostRows
        ? [
            createElement(
              document,
              'p',
              { class: 'all-places' },
              createElement(
                document,
                'a',
                { href: storyUrl },
                `${plural(words, words.places, story.places.length)} (GeoJSON)`,
              ),
            ),
          ]
        : []),
      // Keeps the room for the live map's button.
      createElement(document, 'span', { class: 'text-button embed-room', 'aria-hidden': 'true' }, words.embed),
      createElement(
        document,
        'p',
        { class: 'credits', id: 'credits' },
        `${words.mapData}: `,
        ...renderCredits(document, basemap).flatMap((credit, i) => (i === 0 ? [credit] : [', ', credit])),
      ),
    ],
  })
  element.classList.add('static')
  const strip = planStrip(context, copy, view)
  if (strip) addStrip(element, renderStaticStrip(context, copy, strip, placeLink))
  return { element, style: writeStaticStyle(view, map.points, breakpoints, scaleBars, insets), insets: plans }
}

function renderCredits(document: Document, { credits }: Basemap): HTMLElement[] {
  return credits.map((credit) => renderCredit(document, credit))
}
