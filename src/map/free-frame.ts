import type { Map as LeafletMap } from 'leaflet'
import type { Box } from '../cartography/label-placement.ts'
import { boxOf } from './box-of.ts'

/** Room between what must be seen and the map's edge or what lies over it, in pixels. */
const margin = 8

/** The part of a map that nothing lies over, in pixels of the map: its buttons are at its side, the rest at its foot. */
export function freeFrame(map: LeafletMap, overlays: readonly HTMLElement[]): Box {
  const { clientWidth, clientHeight } = map.getContainer()
  const frame = { left: margin, top: margin, right: clientWidth - margin, bottom: clientHeight - margin }
  for (const overlay of overlays) {
    const { left, top, right, bottom } = boxOf(overlay, map)
    if (right - left === 0) continue
    if (bottom - top < right - left) frame.bottom = Math.min(frame.bottom, top - margin)
    else if (left > clientWidth / 2) frame.right = Math.min(frame.right, left - margin)
    else frame.left = Math.max(frame.left, right + margin)
  }
  return frame
}
