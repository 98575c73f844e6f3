/** Leaflet's own style sheet, as text: for the shadow root, where a sheet of the page does not reach. */
export { default as leafletStyle } from 'leaflet/dist/leaflet.css?inline'
