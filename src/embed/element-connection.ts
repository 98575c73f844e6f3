import type { MapConnection, MapListener } from './map-connection.ts'
import type { SelectableMap } from './selectable-map.ts'

/** Connects a page with a map that is an element in it. It does for an element what `connectFrame` does for a frame. */
export function connectElement(map: SelectableMap, { onReady, onSelected, onReveal }: MapListener): MapConnection {
  const controller = new AbortController()
  const { signal } = controller
  const ready = (): void => {
    // Until the element is defined, its story is undefined rather than null.
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
  // Not at once: the listener may use the connection that is returned here.
  queueMicrotask(ready)
  return {
    select: (id, options) => map.select(id, options),
    setPassages(ids) {
      map.passages = ids
    },
    disconnect: () => controller.abort(),
  }
}
