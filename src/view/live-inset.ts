import type { Basemap } from '../cartography/basemap.ts'
import type { Unplaced } from '../cartography/inset.ts'
import { smallestCircle } from '../cartography/marker-size.ts'
import { metresAround, nearestLongitude, unproject } from '../cartography/mercator.ts'
import { circleRadius, type Place } from '../story/story.ts'
import { renderShapes } from './basemap-shapes.ts'
import { createSvg } from './element.ts'
import { type DrawInset, renderInset } from './inset.ts'
import { boxWidth, createProjection } from './static/static-projection.ts'
import type { ViewContext } from './view-context.ts'

/** A press may move so far, in pixels. */
const slack = 5

/** What a press on an inset does. */
export interface InsetActions {
  /** On the marker of a place, or of several of which this is the first. */
  readonly select: (place: Place) => void
  /** Beside all markers, of which this place's is the first. */
  readonly open: (first: Place | undefined) => void
}

/**
 * Renders an inset that can be pressed. By the keyboard its places are reached in the list and on the map.
 * @param drawn the same inset, where it is drawn already
 */
export function renderLiveInset(
  context: ViewContext,
  basemap: Basemap,
  inset: Unplaced,
  actions: InsetActions,
  drawn?: HTMLElement,
): HTMLElement {
  const element = drawn ?? renderInset(context, basemap, inset, draw(context.document, basemap))
  for (const link of element.querySelectorAll('a')) {
    link.removeAttribute('href')
    link.removeAttribute('tabindex')
  }
  connectInset(element, context, actions)
  return element
}

/** Makes an inset one that can be pressed: its links lead nowhere then. @param options how it listens */
export function connectInset(
  element: HTMLElement,
  { story }: ViewContext,
  actions: InsetActions,
  options: AddEventListenerOptions = {},
): void {
  const markers = '[data-places]'
  const placeOf = (marker: Element | null): Place | undefined => {
    const first = parseInt(marker?.getAttribute('data-places') ?? '', 10)
    return story.places.find(({ number }) => number === first)
  }
  let start = { x: 0, y: 0 }
  element.addEventListener('pointerdown', (event) => (start = event), options)
  const press = (event: MouseEvent): void => {
    event.preventDefault()
    // It would be one on the map under it.
    event.stopPropagation()
    // What moved the map was no press.
    if (Math.hypot(event.x - start.x, event.y - start.y) > slack) return
    const place = placeOf((event.target as Element).closest(markers))
    if (place) actions.select(place)
    else actions.open(placeOf(element.querySelector(markers)))
  }
  element.addEventListener('click', press, options)
}

/** Draws as the static map does, but all that there is: what lies outside is cut off by the browser. */
function draw(document: Document, basemap: Basemap): DrawInset {
  return (view, places, { zoom, scale }) => {
    const project = createProjection(view)
    const paths = renderShapes(document, basemap, zoom, ({ lines }) =>
      lines.map((line) => writePath(line.map(project))).join(''),
    )
    const circles = places.flatMap((place) => {
      const r = ((circleRadius(place) ?? 0) / metresAround(place.position) / view.width) * boxWidth
      const [longitude, latitude] = place.position
      const { x, y } = project([nearestLongitude(longitude, unproject(view.center)[0]), latitude])
      if ((r * scale) / boxWidth < smallestCircle) return []
      return createSvg(document, 'circle', { class: `accuracy ${place.precision}`, r, cx: x, cy: y })
    })
    return [paths, ...circles]
  }
}

/** The data of an SVG path in whole units, without the steps that round to nothing. */
function writePath(points: readonly { readonly x: number; readonly y: number }[]): string {
  const steps = points.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)
  return `M${steps.filter((step, i) => step !== steps[i - 1]).join(' ')}`
}
