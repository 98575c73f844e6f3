import type { Map as LeafletMap } from 'leaflet'
import type { Box } from '../cartography/label-placement.ts'

/** An element's box in pixels of the map. */
export function boxOf(element: Element, map: LeafletMap): Box {
  const frame = map.getContainer().getBoundingClientRect()
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left: left - frame.left, top: top - frame.top, right: right - frame.left, bottom: bottom - frame.top }
}
