import type { StoryMap } from '../map/story-map.ts'
import type { LiveLayout } from '../view/live-layout.ts'

/**
 * Prepares the map for paper before the page is printed, and takes it back afterwards: it is drawn at the size that it will
 * have. The style does the rest: on paper the list is whole and stands under the map.
 */
export function connectPrinting({ element, list, writeAddress }: LiveLayout, map: StoryMap, signal: AbortSignal): void {
  const print = (on: boolean) => (): void => {
    writeAddress(location.href)
    element.classList.toggle('printing', on)
    list.print(on)
    map.print(on)
  }
  window.addEventListener('beforeprint', print(true), { signal })
  window.addEventListener('afterprint', print(false), { signal })
}
