import type { MapConnection, MapListener } from './map-connection.ts'
import type { SelectableMap } from './selectable-map.ts'

/** Connects a page with a map that is an element of it: the same as `connectFrame`, without a frame between. */
export function connectElement(map: SelectableMap, { onReady, onSelected, onReveal }: MapListener): MapConnection {
  const controller = new AbortController()
  const { signal } = controller
  const ready = (): void => {
    // Undefined, not null, as long as the element's definition is not loaded.
    if (!map.story || signal.aborted) return
    onReady?.(map.story.places)
    onSelected?.(map.selected)
  }
  map.addEventListener('story-load', ready, { signal })
  map.addEventListener('place-select', () => onSelected?.(map.selected), { signal })
  map.addEventListener(
    'place-reveal',
    () => {
      if (map.selected !== null) onReveal?.(map.selected)
    },
    { signal },
  )
  // The listener is not called before it has the connection.
  queueMicrotask(ready)
  return {
    select: (id) => map.select(id),
    setPassages(ids) {
      map.passages = ids
    },
    disconnect: () => controller.abort(),
  }
}
