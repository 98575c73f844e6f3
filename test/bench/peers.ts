import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import type { Position } from '../../src/story/geometry.ts'

/** A place as the pages of other maps have it. */
export interface PeerPlace {
  readonly name: string
  /** Longitude and latitude. */
  readonly position: Position
  readonly passage: string
}

/** The colour of our markers, and a marker as inline SVG. */
const accent = '#a3261b'
const pin = `<svg width="24" height="32" viewBox="0 0 24 32"><path d="M12 32C9 24 1 20 1 12a11 11 0 0 1 22 0c0 8-8 12-11 20Z" fill="${accent}" stroke="#fff"/></svg>`

const packages = join(import.meta.dirname, 'node_modules')
const full = 'body{margin:0}#map{height:100vh}'

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Places</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`

/** Data for a script: nothing in it ends that. */
const json = (places: readonly PeerPlace[]): string => JSON.stringify(places).replace(/</g, '\\u003c')

const read = (path: string): string => readFileSync(join(packages, path), 'utf8')

/** What no map can be faster than. */
export const blankPage = page('', '<h1>A page</h1>')

/** Leaflet as its tutorial has it: a marker with a popup for each place. */
export function plainLeaflet(places: readonly PeerPlace[]): string {
  return page(
    `<link rel="stylesheet" href="/packages/leaflet/dist/leaflet.css"><script src="/packages/leaflet/dist/leaflet.js"></script><style>${full}</style>`,
    `<div id="map"></div><script>
const map = L.map('map')
L.tileLayer('/tiles/{z}/{x}/{y}.png', { maxZoom: 19, attribution: 'OpenStreetMap' }).addTo(map)
const markers = ${json(places)}.map(({ name, position: [lng, lat], passage }) => L.marker([lat, lng], { title: name }).bindPopup(passage).addTo(map))
map.fitBounds(L.featureGroup(markers).getBounds())
</script>`,
  )
}

/** Leaflet with its circles on one canvas, which is what its users turn to for many places. */
export function canvasLeaflet(places: readonly PeerPlace[]): string {
  return page(
    `<link rel="stylesheet" href="/packages/leaflet/dist/leaflet.css"><script src="/packages/leaflet/dist/leaflet.js"></script><style>${full}</style>`,
    `<div id="map"></div><script>
const places = ${json(places)}
const map = L.map('map', { preferCanvas: true })
L.tileLayer('/tiles/{z}/{x}/{y}.png', { maxZoom: 19, attribution: 'OpenStreetMap' }).addTo(map)
map.fitBounds(places.map(({ position: [lng, lat] }) => [lat, lng]))
for (const { position: [lng, lat], passage } of places) L.circleMarker([lat, lng], { radius: 8 }).bindPopup(passage).addTo(map)
// Leaflet draws its canvas in the next frame.
L.Util.requestAnimFrame(() => { window.markerAt = () => { const { x, y } = map.latLngToContainerPoint(places[0].position.toReversed()); return [x, y] } })
</script>`,
  )
}

/** Leaflet with the lines and areas of a story file, as its tutorial has it: in SVG, or on one canvas. */
export function geoJsonLeaflet(story: string, preferCanvas: boolean): string {
  return page(
    `<link rel="stylesheet" href="/packages/leaflet/dist/leaflet.css"><script src="/packages/leaflet/dist/leaflet.js"></script><style>${full}</style>`,
    `<div id="map"></div><script>
const story = ${story.replace(/</g, '\\u003c')}
const map = L.map('map', { preferCanvas: ${preferCanvas} })
L.tileLayer('/tiles/{z}/{x}/{y}.png', { maxZoom: 19, attribution: 'OpenStreetMap' }).addTo(map)
const layer = L.geoJSON(story, { onEachFeature: ({ properties }, shape) => shape.bindPopup(properties.quotes[0].exact) })
map.fitBounds(layer.getBounds())
layer.addTo(map)
// Leaflet draws its canvas in the next frame.
L.Util.requestAnimFrame(() => { window.markerAt = () => [innerWidth / 2, innerHeight / 2] })
</script>`,
  )
}

/**
 * Leaflet as somebody has it who knows the web: one file, with script and style in it, so that nothing waits for a second
 * request; the map's box and the places stand before the script; markers are inline SVG and need no picture.
 */
export function tunedLeaflet(places: readonly PeerPlace[]): string {
  const style = read('leaflet/dist/leaflet.css')
    .replace(/\s+/g, ' ')
    .replace(/\/\*.*?\*\//g, '')
  const script = read('leaflet/dist/leaflet.js').replace(/\/\/# sourceMappingURL.*/, '')
  return page(
    `<style>${style}${full}.pin svg{display:block}</style>`,
    `<div id="map"></div><script>${script}</script><script>
const map = L.map('map')
const icon = L.divIcon({ className: 'pin', html: '${pin}', iconSize: [24, 32], iconAnchor: [12, 32], popupAnchor: [0, -30] })
const places = ${json(places)}
map.fitBounds(places.map(({ position: [lng, lat] }) => [lat, lng]))
for (const { name, position: [lng, lat], passage } of places) L.marker([lat, lng], { title: name, icon }).bindPopup(passage).addTo(map)
// The tiles come last: the markers are what readers wait for.
L.tileLayer('/tiles/{z}/{x}/{y}.png', { maxZoom: 19, attribution: 'OpenStreetMap' }).addTo(map)
</script>`,
  )
}

/** The parts of OpenLayers that its page needs, in one script, as a bundler makes it. */
export async function bundleOpenLayers(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'openlayers.js'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  return output.output[0].code
}

/** OpenLayers with features on its canvas, and an overlay as its popup, as in its examples. */
export function openLayers(places: readonly PeerPlace[]): string {
  return page(
    `<link rel="stylesheet" href="/packages/ol/ol.css"><style>${full}#popup{width:300px;padding:12px;background:#fff;border:1px solid #ccc}</style>`,
    `<div id="map"></div><div id="popup"></div><script>window.places = ${json(places)}; window.accent = '${accent}'</script><script src="/openlayers.js"></script>`,
  )
}

/** MapLibre as its documentation has it, with raster tiles and its own markers. */
export function mapLibre(places: readonly PeerPlace[]): string {
  return page(
    `<link rel="stylesheet" href="/packages/maplibre-gl/dist/maplibre-gl.css"><link rel="modulepreload" href="/packages/maplibre-gl/dist/maplibre-gl.mjs"><link rel="modulepreload" href="/packages/maplibre-gl/dist/maplibre-gl-shared.mjs"><style>${full}</style>`,
    `<div id="map"></div><script type="module">
import { LngLatBounds, Map, Marker, Popup } from '/packages/maplibre-gl/dist/maplibre-gl.mjs'
const places = ${json(places)}
const map = new Map({
  container: 'map',
  bounds: places.reduce((bounds, { position }) => bounds.extend(position), new LngLatBounds()),
  fitBoundsOptions: { padding: 40 },
  style: { version: 8, sources: { tiles: { type: 'raster', tiles: [location.origin + '/tiles/{z}/{x}/{y}.png'], tileSize: 256, attribution: 'OpenStreetMap' } }, layers: [{ id: 'tiles', type: 'raster', source: 'tiles' }] },
})
for (const { name, position, passage } of places) {
  const marker = new Marker().setLngLat(position).setPopup(new Popup().setText(passage)).addTo(map)
  marker.getElement().title = name
}
</script>`,
  )
}
