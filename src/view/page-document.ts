import type { BasemapFile } from '../cartography/basemap-file.ts'
import type { OpeningView } from '../cartography/opening-view.ts'
import type { LocalizedStory } from '../words/localized-story.ts'
import { createElement } from './element.ts'

/** What the build writes into a story's page for the live map, parsed and checked. */
export interface PageData extends LocalizedStory {
  readonly basemap: BasemapFile
  /** What the map opens with, so that the page need not find it out. */
  readonly view: OpeningView
}

/** Where in its page a story's script finds what the build has written. */
const dataId = 'article-map-data'
const storyType = 'application/geo+json'

/** Renders the page's data as a `<script>` that does not run, for {@link readPageData}. */
export function renderPageData(document: Document, data: PageData): HTMLElement {
  // Nothing in it ends the script or starts a comment.
  const json = JSON.stringify(data).replace(/</g, '\\u003c')
  return createElement(document, 'script', { type: 'application/json', id: dataId }, json)
}

/** Reads the data of the page. */
export function readPageData(document: Document): PageData {
  return JSON.parse(document.getElementById(dataId)?.textContent ?? '{}') as PageData
}

/** Renders the link to the story file, for {@link readPageUrl}. */
export function renderStoryLink(document: Document, href: string): HTMLElement {
  return createElement(document, 'link', { rel: 'alternate', href, type: storyType })
}

/** The absolute address of the story's folder: as the build knows it, or else as this page lies there. */
export function readPageUrl(document: Document): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')
  const story = document.querySelector<HTMLLinkElement>(`link[type="${storyType}"]`)
  return canonical?.href ?? new URL('.', story?.href ?? document.baseURI).href
}
