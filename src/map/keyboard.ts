import type { Map as LeafletMap } from 'leaflet'

const step = 80
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/**
 * Arrow keys move the map, plus and minus zoom it, while the map itself has the focus (WCAG 2.1.4). It stands in for
 * Leaflet's handler, whose `focus()` at the first click scrolls the page around the map (Leaflet#5392).
 */
export function connectKeyboard(map: LeafletMap, signal: AbortSignal): void {
  const container = map.getContainer()
  container.tabIndex = 0
  container.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== container || event.altKey || event.ctrlKey || event.metaKey) return
      const direction = directions[event.key]
      if (direction) map.panBy([...direction])
      else if (event.key === '+' || event.key === '=') map.zoomIn()
      else if (event.key === '-' || event.key === '_') map.zoomOut()
      else return
      event.preventDefault()
    },
    { signal },
  )
  map.on('click', () => container.focus({ preventScroll: true }))
}
