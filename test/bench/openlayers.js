// The page of OpenLayers, for Vite to bundle.
import Feature from 'ol/Feature.js'
import Map from 'ol/Map.js'
import Overlay from 'ol/Overlay.js'
import View from 'ol/View.js'
import Point from 'ol/geom/Point.js'
import TileLayer from 'ol/layer/Tile.js'
import VectorLayer from 'ol/layer/Vector.js'
import { fromLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import XYZ from 'ol/source/XYZ.js'
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'

const { places, accent } = window
const features = places.map(
  ({ position, passage }) => new Feature({ geometry: new Point(fromLonLat(position)), passage }),
)
const source = new VectorSource({ features })
const fill = new Fill({ color: accent })
const stroke = new Stroke({ color: '#fff', width: 2 })
const markers = new VectorLayer({ source, style: new Style({ image: new CircleStyle({ radius: 10, fill, stroke }) }) })
const popup = document.getElementById('popup')
const overlay = new Overlay({ element: popup, positioning: 'bottom-center', offset: [0, -14], autoPan: true })
const map = new Map({
  target: 'map',
  layers: [
    new TileLayer({ source: new XYZ({ url: '/tiles/{z}/{x}/{y}.png', attributions: 'OpenStreetMap' }) }),
    markers,
  ],
  overlays: [overlay],
  view: new View(),
})
map.getView().fit(source.getExtent(), { padding: [40, 40, 40, 40] })
map.on('click', ({ pixel }) => {
  const feature = map.forEachFeatureAtPixel(pixel, (found) => found)
  popup.textContent = feature?.get('passage') ?? ''
  overlay.setPosition(feature?.getGeometry().getCoordinates())
})
// What is drawn on a canvas can be seen in no other way.
markers.once('postrender', () => {
  window.markerAt = () => map.getPixelFromCoordinate(fromLonLat(places.at(-1).position))
})
