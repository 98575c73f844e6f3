import { type Map as LeafletMap, type Point, SVG } from 'leaflet'
import type { Plane } from '../cartography/course.ts'
import { worldSize } from '../cartography/mercator.ts'

// Every private member of Leaflet 1.9.4 on which this project leans. Before Leaflet is updated, compare its new version with
// this file and with the modules that leaflet.js and leaflet-absent.js name.

/** What Leaflet keeps of an animation that is under way (map/Map.js, map/anim/Map.PanAnimation.js). */
interface Animated {
  readonly _animatingZoom?: boolean
  readonly _panAnim?: { readonly _inProgress?: boolean; _complete(): void; stop(): void }
  _onZoomTransitionEnd?(): void
}

/**
 * Ends a zoom that is under way by going to its end, and stops a pan where it is. Leaflet's own `stop()` does neither
 * well: it leaves a timer, which would end the next flight too early, and it throws in a map that has been removed.
 */
export function endAnimation(map: LeafletMap): void {
  const animated: Animated = map as LeafletMap & Animated
  if (animated._animatingZoom) animated._onZoomTransitionEnd?.()
  animated._panAnim?.stop()
}

/**
 * Ends a pan where it is on the screen. `stop()` goes where it would be by now, which on a busy machine is elsewhere.
 * @returns whether there was one
 */
export function endPanHere(map: LeafletMap): boolean {
  const { _panAnim: pan }: Animated = map as LeafletMap & Animated
  if (!pan?._inProgress) return false
  pan._complete()
  return true
}

/**
 * Draws its lines anew at each step of a zoom (layer/vector/Renderer.js). Leaflet's renderer stretches the drawing until
 * the zoom has ended, which turns a river into a lake on a flight from a country to a street.
 */
export class CrispSvg extends SVG {
  declare _reset: () => void
  /** What its paths stand in. */
  declare _rootGroup: SVGGElement
  /** What it draws, in pixels from the layer's origin. */
  declare _bounds: { readonly min: Point; readonly max: Point }
  _onZoom(): void {
    this._reset()
  }
  /** The plane of its map, as it draws it now. */
  get plane(): Plane {
    const { min, max } = this._bounds
    const size = worldSize(this._map.getZoom())
    const { x, y } = this._map.getPixelOrigin()
    return { size, x, y, seen: [(min.x + x) / size, (min.y + y) / size, (max.x + x) / size, (max.y + y) / size] }
  }
}
