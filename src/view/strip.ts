import type { Place } from '../story/story.ts'

/** The class of a layout that has a strip, and makes room for it. */
export const withStrip = 'with-strip'

/** Puts an inset between the map and the list of a layout: a strip, where the list stands under the map and both leave it room. */
export function addStrip(layout: Element, inset: HTMLElement): void {
  inset.className = 'strip'
  layout.querySelector('.stage')?.after(inset)
  layout.classList.add(withStrip)
}

/** Whether a layout has room for a strip now. */
export function hasStripRoom(layout: Element): boolean {
  return getComputedStyle(layout).getPropertyValue('--strip-room') !== ''
}

/** Marks the chosen place in the strip of a layout, if there is one. */
export function markInStrip(layout: Element, place: Place | null): void {
  for (const marker of layout.querySelectorAll('.strip a')) {
    marker.toggleAttribute('aria-current', marker.matches(`[data-places~="${place?.number}"]`))
  }
}
