import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSnippets } from '../../src/embed/snippets.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { localizeStory } from '../../src/words/localized-story.ts'
import { blankPage, bundleOpenLayers, mapLibre, openLayers, plainLeaflet, tunedLeaflet } from './peers.ts'
import type { BenchServers } from './server.ts'
import type { Watched } from './watch.ts'

/** A page that is measured. */
export interface Subject {
  readonly name: string
  readonly url: string
  readonly watched: Watched
  /** The marker of the same place that opens its popup, where `watched` takes that of a static map for it too. */
  readonly liveMarker?: string
  /** Whether it has no map. */
  readonly isBlank?: boolean
}

/** What is looked for in Leaflet's pages. */
export const inLeaflet = { marker: '.leaflet-marker-icon', popup: '.leaflet-popup-content' }

/** What is looked for in our pages. A static marker is seen, but nothing opens on it; a passage stands in the list. */
export const inOurs = {
  marker: '.static-map a .symbol, button.marker',
  passages: '.quote, blockquote',
  popup: '[role=dialog]',
}

/** The pages of the first table, of the five places of Raqqa; the servers serve them from now on. */
export async function createSubjects(servers: BenchServers): Promise<Subject[]> {
  const story = parseStory(readFileSync(join(import.meta.dirname, '..', '..', 'geo', 'raqqa.geojson'), 'utf8'))
  const places = story.places.map(({ name, position, quotes }) => ({ name, position, passage: quotes[0]?.exact ?? '' }))
  const words = story.places.flatMap(({ quotes }) => quotes.map(({ exact }) => exact.slice(0, 30)))
  const last = places.at(-1)?.name ?? ''
  const folder = `${servers.maps}/raqqa/`
  const { frame, element } = createSnippets({
    pageUrl: folder,
    storyUrl: `${folder}story.geojson`,
    basemapUrl: `${folder}basemap.json`,
    streetsUrl: `${folder}streets.json`,
    moduleUrl: `${servers.maps}/article-map.js`,
    hostUrl: `${servers.maps}/article-map-host.js`,
    title: `Map of the places in: ${story.article.headline}`,
    content: localizeStory(story),
  })
  servers.put('/blank.html', blankPage)
  servers.put('/plain-leaflet.html', plainLeaflet(places))
  servers.put('/tuned-leaflet.html', tunedLeaflet(places))
  servers.put('/openlayers.html', openLayers(places))
  servers.put('/openlayers.js', await bundleOpenLayers())
  servers.put('/maplibre.html', mapLibre(places))
  servers.put('/element.html', articlePage(element))
  servers.put('/frame.html', articlePage(frame))
  const peer = (name: string, path: string, marker: string, popup: string): Subject => ({
    name,
    url: servers.article + path,
    watched: { marker: `${marker}[title="${last}"]`, popup, words },
  })
  const ours = (name: string, url: string): Subject => ({
    name,
    url,
    watched: {
      ...inOurs,
      marker: `.static-map a[aria-label*="${last}"], button.marker[aria-label*="${last}"]`,
      words,
    },
    liveMarker: `button.marker[aria-label*="${last}"]`,
  })
  return [
    {
      name: 'blank page',
      url: `${servers.article}/blank.html`,
      watched: { marker: 'h1', popup: 'h2', words },
      isBlank: true,
    },
    peer('plain Leaflet 1.9.4', '/plain-leaflet.html', inLeaflet.marker, inLeaflet.popup),
    peer('Leaflet tuned by hand', '/tuned-leaflet.html', inLeaflet.marker, inLeaflet.popup),
    // Its markers are on a canvas.
    peer('OpenLayers', '/openlayers.html', '.none', '#popup'),
    peer('MapLibre GL', '/maplibre.html', '.maplibregl-marker', '.maplibregl-popup-content'),
    ours('ours: the page', folder),
    ours('ours: the element in an article', `${servers.article}/element.html`),
    ours('ours: the frame in an article', `${servers.article}/frame.html`),
  ]
}

/** A short article around a snippet; the map can be seen without scrolling. */
export function articlePage(snippet: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title><link rel="icon" href="data:,">
<style>body{max-width:1000px;margin:0 auto;font:18px/1.5 serif}</style></head><body><h1>An article</h1><p>A paragraph.</p>
${snippet}
<p>A paragraph after the map.</p></body></html>`
}
