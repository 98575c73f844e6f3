import { TileLayer } from 'leaflet'
import type { TileSource } from './tile-source.ts'

/** From this zoom on the bundled map has no more detail, and streets are asked for. */
export const firstStreetZoom = 11

/** So long may the first tile take, in milliseconds; then the source counts as out of reach. */
const longestWait = 12_000

/**
 * Street tiles over the bundled map. They never replace it: while they are missing, it is what one sees. `report` is
 * told once whether tiles arrive; a source of which none does is given up and not asked again.
 */
export function createStreetLayer(source: TileSource, report: (arrived: boolean) => void): TileLayer {
  const layer = new TileLayer(source.url, {
    minZoom: firstStreetZoom,
    maxZoom: 19,
    updateWhenZooming: false,
    keepBuffer: 1,
    className: 'streets',
    // OpenStreetMap refuses tiles to requests that do not say where they come from.
    referrerPolicy: 'strict-origin-when-cross-origin',
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  let settled = false

  function settle(arrived: boolean): void {
    if (settled) return
    settled = true
    clearTimeout(timer)
    // Not at once: Leaflet is still at work with the tile that it tells of.
    if (!arrived) setTimeout(() => layer.remove())
    report(arrived)
  }

  layer.on('loading', () => {
    if (!settled) timer ??= setTimeout(() => settle(false), longestWait)
  })
  layer.on('tileload', () => settle(true))
  // All tiles of the view have been answered, and none has loaded.
  layer.on('load', () => settle(false))
  layer.on('remove', () => clearTimeout(timer))
  return layer
}
