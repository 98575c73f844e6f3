import { decodeBasemap, type BasemapFile } from './cartography/basemap-file.ts'
import { readFrameAddress } from './embed/frame-address.ts'
import { connectHost } from './embed/host-connection.ts'
import { type LoadedStory, MapElement } from './map-element.ts'
import { StoryMap } from './map/story-map.ts'
import type { Story } from './story/story.ts'
import type { Words } from './view/words/words.ts'

/** What the build writes into a story's page, checked, parsed and ready. */
export interface PageData {
  readonly story: Story
  readonly basemap: BasemapFile
  readonly words: Words
}

const data = JSON.parse(document.getElementById('article-map-data')?.textContent ?? '{}') as PageData

/** The map of a story's own page: everything it needs is in the page. */
class PageMapElement extends MapElement {
  protected override readonly words = data.words

  protected override load(): Promise<LoadedStory> {
    const { story, basemap, words } = data
    return Promise.resolve({ story, basemap: decodeBasemap(basemap), words, leftOut: [] })
  }

  protected override loadMap(): Promise<typeof StoryMap> {
    return Promise.resolve(StoryMap)
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
