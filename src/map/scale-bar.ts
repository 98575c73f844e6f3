import type { Map as LeafletMap } from 'leaflet'
import { overlap } from '../cartography/label-placement.ts'
import { roundLength } from '../cartography/scale.ts'
import { boxOf } from './box-of.ts'

/**
 * Keeps a scale bar true to the map: a round number of metres or kilometres, at most 100 pixels wide, measured across the
 * middle of the map. (Leaflet's own control sets its text as markup, which Trusted Types refuse.)
 */
export function connectScaleBar(map: LeafletMap, bar: HTMLElement, formatLength: (metres: number) => string): void {
  const widest = 100
  const update = (): void => {
    const { x, y } = map.getSize()
    if (x === 0) return
    const left = map.containerPointToLatLng([x / 2 - widest / 2, y / 2])
    const metres = map.distance(left, map.containerPointToLatLng([x / 2 + widest / 2, y / 2]))
    if (!(metres > 0)) return
    const length = roundLength(metres)
    bar.style.setProperty('inline-size', `${Math.round((widest * length) / metres)}px`)
    bar.textContent = formatLength(length)
  }
  map.on('moveend resize', update)
}

/** Hides a scale bar while it would lie over a marker. Call it when the markers have moved. */
export function clearScaleBar(map: LeafletMap, bar: HTMLElement): void {
  const box = boxOf(bar, map)
  const markers = [...map.getContainer().querySelectorAll('.marker')]
  bar.style.visibility = markers.some((marker) => overlap(boxOf(marker, map), box)) ? 'hidden' : ''
}
