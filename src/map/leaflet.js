// The parts of Leaflet that a story's map uses, from its own modules: its bundle has all of it in one piece, which no
// tool can take apart, and a quarter of it (controls, tooltips, canvas, GeoJSON, video …) would reach readers unused.
// Only the build reads this file, in place of 'leaflet'; the types are Leaflet's own.
import { Map } from 'leaflet/src/map/Map.js'
import { SVG } from 'leaflet/src/layer/vector/SVG.js'
import { DoubleClickZoom } from 'leaflet/src/map/handler/Map.DoubleClickZoom.js'
import { Drag } from 'leaflet/src/map/handler/Map.Drag.js'
import { ScrollWheelZoom } from 'leaflet/src/map/handler/Map.ScrollWheelZoom.js'
import { TouchZoom } from 'leaflet/src/map/handler/Map.TouchZoom.js'

export { LatLngBounds } from 'leaflet/src/geo/LatLngBounds.js'
export { Point } from 'leaflet/src/geometry/Point.js'
export { Layer } from 'leaflet/src/layer/Layer.js'
export { LayerGroup } from 'leaflet/src/layer/LayerGroup.js'
export { Popup } from 'leaflet/src/layer/Popup.js'
export { Marker } from 'leaflet/src/layer/marker/Marker.js'
export { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js'
export { Map, SVG }

Object.assign(Map, { DoubleClickZoom, Drag, ScrollWheelZoom, TouchZoom })
