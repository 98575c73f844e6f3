import type { StoryMap } from '../map/story-map.ts'
import { renderPaper } from '../view/paper.ts'
import type { ViewContext } from '../view/view-context.ts'

/**
 * Prepares the interface for paper before the page is printed, and takes it back afterwards. On the screen the list
 * scrolls and popups cover the map; on paper every place stands under the map, with all its quotes.
 */
export function connectPrinting(context: ViewContext, element: HTMLElement, map: StoryMap, signal: AbortSignal): void {
  const print = (on: boolean) => (): void => {
    element.querySelector('.paper')?.remove()
    element.classList.toggle('printing', on)
    if (on) element.append(renderPaper(context, location.href))
    map.print(on)
  }
  window.addEventListener('beforeprint', print(true), { signal })
  window.addEventListener('afterprint', print(false), { signal })
}
