import { Map as LeafletMap } from 'leaflet'

// Only the dev server adds this to its pages. It reloads a page whose story was saved: the map then shows again what it
// showed before, as it opens again at the place that the page's address names.

const key = `article-map-view:${location.pathname}`
const maps: LeafletMap[] = []

LeafletMap.addInitHook(function (this: LeafletMap) {
  maps.push(this)
})

function keep(): void {
  const map = maps.at(-1)
  if (map) sessionStorage.setItem(key, JSON.stringify({ center: map.getCenter(), zoom: map.getZoom() }))
}

import.meta.hot?.on('vite:beforeFullReload', keep)
// Where the pages are served by the program `article-map`.
addEventListener('article-map:reload', keep)

function restore(): void {
  const [map, text] = [maps.at(-1), sessionStorage.getItem(key)]
  sessionStorage.removeItem(key)
  if (map === undefined || text === null) return
  const { center, zoom } = JSON.parse(text) as { center: [number, number]; zoom: number }
  // The opening view's zoom is no whole number.
  map.options.zoomSnap = 0
  map.setView(center, zoom, { animate: false })
  map.options.zoomSnap = 1
}

// The place of the address is selected right after.
document.addEventListener('story-load', () => setTimeout(restore), { capture: true, once: true })
