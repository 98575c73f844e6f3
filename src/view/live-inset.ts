import type { Basemap } from '../cartography/basemap.ts'
import type { Unplaced } from '../cartography/inset.ts'
import { pathDataOf, type Plane } from '../cartography/course.ts'
import { smallestCircle } from '../cartography/marker-size.ts'
import { metresAround, nearestLongitude, unproject } from '../cartography/mercator.ts'
import { circleRadius, type Place } from '../story/story.ts'
import { renderShapes } from './basemap-shapes.ts'
import { createSvg } from './element.ts'
import { type DrawInset, renderInset } from './inset.ts'
import { boxWidth, createProjection } from './static/static-projection.ts'
import type { ViewContext } from './view-context.ts'

/** A strip shows so much on either side of its middle, in widths of that. */
const reach = 1.3

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

/** Draws as the static map does, as far as an inset or a strip reaches. */
function draw(document: Document, basemap: Basemap): DrawInset {
  return (view, places, { zoom, scale }) => {
    const { center, width, height } = view
    const size = boxWidth / width
    const [middle] = unproject(center)
    const x = (middle + 180) / 360
    const plane: Plane = {
      size,
      x: x * size,
      y: center.y * size,
      seen: [x - width * reach, center.y - height, x + width * reach, center.y + height],
    }
    const paths = renderShapes(document, basemap, zoom, (shape) => pathDataOf(shape, plane))
    const project = createProjection(view)
    const circles = places.flatMap((place) => {
      const r = ((circleRadius(place) ?? 0) / metresAround(place.position) / width) * boxWidth
      const [longitude, latitude] = place.position
      const at = project([nearestLongitude(longitude, middle), latitude])
      if ((r * scale) / boxWidth < smallestCircle) return []
      return createSvg(document, 'circle', { class: `accuracy ${place.precision}`, r, cx: at.x, cy: at.y })
    })
    return [paths, ...circles]
  }
}
