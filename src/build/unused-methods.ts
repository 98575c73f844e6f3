import type { Plugin } from 'vite'

/**
 * Methods that neither the map nor what it uses calls, by the end of their file's path: nothing else can drop a method. Some
 * are still named where an option that is not used here would call them.
 */
export const unusedMethods: Readonly<Record<string, readonly string[]>> = {
  'leaflet/src/core/Events.js': ['addEventParent', 'removeEventParent'],
  'leaflet/src/geo/LatLng.js': ['distanceTo', 'toBounds', 'toString', 'wrap'],
  'leaflet/src/geo/LatLngBounds.js': ['equals', 'intersects', 'overlaps', 'toBBoxString'],
  'leaflet/src/geo/crs/CRS.js': ['wrapLatLng', 'wrapLatLngBounds'],
  'leaflet/src/geometry/Bounds.js': ['equals', 'getBottomRight', 'getTopLeft', 'overlaps', 'pad'],
  'leaflet/src/geometry/Point.js': ['toString'],
  'leaflet/src/layer/DivOverlay.js': [
    '_initOverlay',
    '_prepareOpen',
    'bringToBack',
    'close',
    'getContent',
    'isOpen',
    'openOn',
    'toggle',
  ],
  'leaflet/src/layer/Layer.js': ['eachLayer', 'getAttribution'],
  'leaflet/src/layer/LayerGroup.js': ['clearLayers', 'getLayer', 'getLayers', 'hasLayer', 'invoke', 'setZIndex'],
  'leaflet/src/layer/Popup.js': [
    '_movePopup',
    '_onKeyPress',
    '_openPopup',
    'bindPopup',
    'closePopup',
    'getPopup',
    'isPopupOpen',
    'openOn',
    'openPopup',
    'setPopupContent',
    'togglePopup',
    'unbindPopup',
  ],
  'leaflet/src/layer/marker/Marker.js': [
    '_getPopupAnchor',
    '_getTooltipAnchor',
    '_panOnFocus',
    'getIcon',
    'setIcon',
    'setOpacity',
  ],
  'leaflet/src/layer/tile/GridLayer.js': [
    '_keyToBounds',
    '_setAutoZIndex',
    '_tileCoordsToBounds',
    '_tileCoordsToNwSe',
    'bringToBack',
    'bringToFront',
    'createTile',
    'getContainer',
    'initialize',
    'isLoading',
    'redraw',
    'setOpacity',
    'setZIndex',
  ],
  'leaflet/src/layer/tile/TileLayer.js': ['setUrl'],
  'leaflet/src/layer/vector/SVG.js': [
    '_addPath',
    '_bringToBack',
    '_bringToFront',
    '_initPath',
    '_removePath',
    '_setPath',
    '_updateCircle',
    '_updatePath',
    '_updatePoly',
    '_updateStyle',
  ],
  'leaflet/src/map/Map.js': [
    '_handleGeolocationError',
    '_handleGeolocationResponse',
    '_latLngBoundsToNewLayerBounds',
    'fitWorld',
    'flyToBounds',
    'getPanes',
    'locate',
    'mouseEventToLatLng',
    'mouseEventToLayerPoint',
    'panInside',
    'stop',
    'stopLocate',
    'wrapLatLng',
    'wrapLatLngBounds',
    'zoomIn',
    'zoomOut',
  ],
  'leaflet/src/map/handler/Map.Drag.js': ['_onPreDragWrap', '_onZoomEnd', 'moving'],
}

/** Removes unused methods of packages. A method that is not there any more is an error: the list has to change with the package. */
export function withoutUnusedMethods(): Plugin {
  const files = Object.keys(unusedMethods)
  return {
    name: 'without-unused-methods',
    enforce: 'pre',
    transform: {
      filter: { id: new RegExp(`(${files.join('|')})$`) },
      handler: (code, id) => {
        const names = unusedMethods[files.find((file) => id.endsWith(file)) ?? ''] ?? []
        return names.reduce((rest, name) => without(rest, name, id), code.replaceAll('\r\n', '\n'))
      },
    },
  }
}

/** Removes the methods of a name. Each ends with a brace as far in as its name. */
function without(code: string, name: string, file: string): string {
  const method = new RegExp(
    `^(\\t| {4})(static )?${name}( ?: function ?)?\\(.*\\n(?:\\1\\s.*\\n|\\n)*\\1\\},?\\n`,
    'gm',
  )
  const rest = code.replace(method, '')
  if (rest === code) throw new Error(`There is no method ${name} in ${file} to leave out.`)
  return rest
}
