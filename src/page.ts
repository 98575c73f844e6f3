// First: Leaflet is refused its markup otherwise.
import './map/leaflet-trusted-types.ts'
import { decodeBasemap } from './cartography/basemap-file.ts'
import { readFrameAddress } from './embed/frame-address.ts'
import { createSnippets } from './embed/snippets.ts'
import { connectHost } from './embed/host-connection.ts'
import { MapElement } from './element/map-element.ts'
import type { LoadedStory } from './element/story-view.ts'
import { StoryMap } from './map/story-map.ts'
import type { EmbedOptions, EmbedSnippets } from './view/embed-dialog.ts'
import type { PageData } from './view/page-data.ts'
import { fill } from './words/words.ts'

const data = JSON.parse(document.getElementById('article-map-data')?.textContent ?? '{}') as PageData

// The page's style is that of the map as well: it comes once.
const styles = new CSSStyleSheet()
styles.replaceSync(document.querySelector('style')?.textContent ?? '')

/** The map of a story's own page: everything it needs is in the page. */
class PageMapElement extends MapElement {
  protected override readonly words = data.words
  protected override readonly styles = styles

  protected override load(): Promise<LoadedStory> {
    return Promise.resolve({ ...data, basemap: decodeBasemap(data.basemap), leftOut: { count: 0, messages: [] } })
  }

  protected override loadMap(): Promise<typeof StoryMap> {
    return Promise.resolve(StoryMap)
  }

  protected override createSnippets(options: EmbedOptions): EmbedSnippets {
    // The story's own folder, also where this page is a copy of it at the root.
    const file = document.querySelector<HTMLLinkElement>('link[type="application/geo+json"]')?.href ?? 'story.geojson'
    const storyUrl = new URL(file, location.href)
    return createSnippets(
      {
        pageUrl: new URL('.', storyUrl).href,
        storyUrl: storyUrl.href,
        basemapUrl: new URL('basemap.json', storyUrl).href,
        moduleUrl: new URL('../article-map.js', storyUrl).href,
        title: fill(data.words.mapOf, { headline: data.story.article.headline }),
      },
      options,
    )
  }
}

const { place, tiles, theme } = readFrameAddress(location)
const element = document.querySelector('article-map')
if (element) {
  // What the publisher has chosen in the frame's address goes before what the page says.
  if (tiles === 'off') element.setAttribute('tiles', 'off')
  if (theme !== 'auto') element.setAttribute('theme', theme)
  if (place !== null) element.setAttribute('place', place)
  customElements.define('article-map', PageMapElement)
  if (element instanceof MapElement) connectHost(element, { window, element })
}
