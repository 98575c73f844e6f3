import { type Map as LeafletMap, Point } from 'leaflet'

const step = 80
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/**
 * Arrow keys move the map, plus and minus zoom it, while the map itself has the focus (WCAG 2.1.4). It replaces
 * Leaflet's handler, whose `focus()` at the first click scrolls the page around the map (Leaflet#5392).
 * @param actions how the map is moved, in pixels, and zoomed, in steps
 */
export function connectKeyboard(
  map: LeafletMap,
  actions: { readonly move: (by: Point) => void; readonly zoomBy: (steps: number) => void },
  signal: AbortSignal,
): void {
  const container = map.getContainer()
  container.tabIndex = 0
  container.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== container || event.altKey || event.ctrlKey || event.metaKey) return
      const direction = directions[event.key]
      if (direction) actions.move(new Point(...direction))
      else if (event.key === '+' || event.key === '=') actions.zoomBy(1)
      else if (event.key === '-' || event.key === '_') actions.zoomBy(-1)
      else return
      event.preventDefault()
    },
    { signal },
  )
  map.on('click', () => container.focus({ preventScroll: true }))
  container.addEventListener(
    'focusin',
    ({ target }) => {
      // A card gets the focus when it is already in sight. For anything else, only the keyboard moves the map.
      if (!(target instanceof Element) || target === container || target.matches('.card .name, :not(:focus-visible)'))
        return
      // The browser scrolls the map's box to what has the focus, which Leaflet would undo.
      container.scrollTo(0, 0)
      const by = wayIntoSight(target.closest('.leaflet-popup') ?? target, container)
      if (by.x !== 0 || by.y !== 0) map.panBy(by, { animate: false })
    },
    { signal },
  )
}

/** Pixels that a focused marker keeps free at the map's edges, for its ring, and at its foot, for the credits. */
const edge = 8
const foot = 44

/** By how much to move the map, in pixels, so that a part of it which has the focus is seen (WCAG 2.4.7, 2.4.11). */
function wayIntoSight(part: Element, container: HTMLElement): Point {
  const box = part.getBoundingClientRect()
  const frame = container.getBoundingClientRect()
  const below = part.matches('.leaflet-popup') ? 0 : foot
  const shift = (low: number, high: number): number => Math.min(0, low) + Math.max(0, high)
  return new Point(
    shift(box.left - frame.left - edge, box.right - frame.right + edge),
    shift(box.top - frame.top - edge, box.bottom - frame.bottom + below),
  )
}
