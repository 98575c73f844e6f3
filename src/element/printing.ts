import type { StoryMap } from '../map/story-map.ts'
import type { LiveLayout } from '../view/live-layout.ts'
import { renderMapImage } from '../view/map-image.ts'
import type { ViewContext } from '../view/view-context.ts'

/**
 * Prepares the map for paper before the page is printed, and takes it back afterwards: it is drawn at the size that it will
 * have. The style does the rest: on paper the list is whole and stands under the map.
 */
export function connectPrinting(
  { element, list, map: container, writeAddress }: LiveLayout,
  map: StoryMap,
  context: ViewContext,
  signal: AbortSignal,
): void {
  let image: HTMLElement | undefined
  const print = (on: boolean) => (): void => {
    writeAddress(location.href)
    element.classList.toggle('printing', on)
    list.print(on)
    map.print(on)
    image?.remove()
    image = on ? renderMapImage(context) : undefined
    if (image) container.before(image)
  }
  window.addEventListener('beforeprint', print(true), { signal })
  window.addEventListener('afterprint', print(false), { signal })
}
