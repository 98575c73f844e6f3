import type { Map as LeafletMap } from 'leaflet'

/**
 * Leaves the page its scrolling. A wheel scrolls the page unless Ctrl or ⌘ is held; one finger scrolls the page, two move the
 * map. While `isFree()`, as in full screen, the map takes them all.
 * @param hold is told which gesture was left to the page, so that the hint fits it
 * @returns what adapts the gestures when `isFree()` may have changed
 */
export function connectGestures(
  map: LeafletMap,
  isFree: () => boolean,
  hold: (what: 'wheel' | 'touch') => void,
  signal: AbortSignal,
): () => void {
  const container = map.getContainer()

  function adapt(): void {
    // On the element, which goes before Leaflet's style sheet: that takes every finger while the map can be dragged.
    container.style.touchAction = isFree() ? '' : 'pan-x pan-y'
  }
  adapt()

  container.addEventListener(
    'wheel',
    (event) => {
      if (isFree() || event.ctrlKey || event.metaKey || isInPopup(event)) return
      // Leaflet's own listener is on the same element, after this one.
      event.stopImmediatePropagation()
      hold('wheel')
    },
    { capture: true, passive: true, signal },
  )

  // Leaflet hears touches as pointer events and drags with one finger. It is let do so only with a mouse or pen.
  container.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch' || isFree()) map.dragging.enable()
      else map.dragging.disable()
    },
    { capture: true, signal },
  )
  let start: { x: number; y: number } | undefined
  container.addEventListener(
    'touchstart',
    ({ touches }) => {
      const [touch] = touches
      start = touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : undefined
    },
    { passive: true, signal },
  )
  container.addEventListener(
    'touchmove',
    (event) => {
      const [touch] = event.touches
      if (isFree() || !start || event.touches.length !== 1 || !touch || isInPopup(event)) return
      if (Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > 12) hold('touch')
    },
    { passive: true, signal },
  )
  return adapt
}

/** A popup scrolls by itself. */
function isInPopup({ target }: Event): boolean {
  return target instanceof Element && target.closest('.leaflet-popup') !== null
}
