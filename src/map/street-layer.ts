import { type Map as LeafletMap, TileLayer } from 'leaflet'
import type { TileSource } from '../cartography/tiles.ts'

/** Whether streets are in sight, or cannot be had. */
export type StreetState = 'shown' | 'hidden' | 'failed'

/** From this zoom on the bundled map has no more detail, and streets are asked for. */
const firstStreetZoom = 11

/** How long the first tile may take, in milliseconds. After that the source counts as out of reach. */
const longestWait = 12_000

/**
 * Adds street tiles over the bundled map. They never replace it: where they are missing, it shows. `report` hears when streets
 * come into sight and when they leave it. It hears of a failure once, if no tile arrives; the source is not asked again.
 * @param source `null` where it would refuse: then `report` hears of the failure when streets would come into sight
 */
export function addStreets(map: LeafletMap, source: TileSource | null, report: (state: StreetState) => void): void {
  const isNear = (): boolean => Math.round(map.getZoom()) >= firstStreetZoom
  if (!source) {
    const look = (): void => {
      if (!isNear()) return
      map.off('moveend', look)
      report('failed')
    }
    map.on('moveend', look)
    return look()
  }
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
  let state: StreetState = 'hidden'

  function update(): void {
    const next = isNear() ? 'shown' : 'hidden'
    if (next !== state) report(next)
    state = next
  }

  function settle(arrived: boolean): void {
    if (settled) return
    settled = true
    clearTimeout(timer)
    if (arrived) {
      update()
      map.on('moveend', update)
    } else {
      // Not at once: Leaflet is still at work with the tile that it tells of.
      setTimeout(() => layer.remove())
      report('failed')
    }
  }

  layer.on('loading', () => {
    if (!settled) timer ??= setTimeout(() => settle(false), longestWait)
  })
  layer.on('tileload', () => settle(true))
  // All tiles of the view have been answered, and none has loaded.
  layer.on('load', () => settle(false))
  layer.on('remove', () => clearTimeout(timer))
  layer.addTo(map)
}
