import type { BasemapFile, LabelFile } from '../cartography/basemap-file.ts'
import type { Inset, PlannedInset } from '../cartography/inset.ts'
import { nameIn } from '../cartography/label-requests.ts'
import type { OpeningView } from '../cartography/opening-view.ts'
import type { LocalizedStory } from '../words/localized-story.ts'
import type { EmbedWords } from '../words/words.ts'
import { createElement } from './element.ts'

/** What the build writes into a story's page for the live map, parsed and checked. */
export interface PageData extends LocalizedStory {
  readonly embedWords: EmbedWords
  readonly basemap: BasemapFile
  /** What the map opens with, so that the page need not find it out. */
  readonly view: OpeningView
}

/** The page's data with what the build has found out for the live map. */
export interface LivePageData extends PageData {
  /** The insets of the opening view, for each of `mapShapes`. */
  readonly insets: readonly (readonly Inset[])[]
  /** Where the places of a large story are: they are not in its page. */
  readonly placesAt?: PlacesAddress
}

/** A file of places beside a page. */
export interface PlacesAddress {
  readonly url: string
  /** How many there are in it. */
  readonly count: number
}

/** Where in its page a story's script finds what the build has written. */
const dataId = 'article-map-data'
const storyType = 'application/geo+json'

/**
 * Renders the page's data as a `<script>` that does not run, for {@link readPageData}.
 * @param plans the insets of the opening view, for each of `mapShapes`
 * @param placesUrl where the places are, if they are not to be in the page
 */
export function renderPageData(
  document: Document,
  data: PageData,
  plans: readonly (readonly PlannedInset[])[],
  placesUrl?: string,
): HTMLElement {
  const { story } = data
  const apart = placesUrl !== undefined && {
    story: { ...story, places: [] },
    placesAt: { url: placesUrl, count: story.places.length } satisfies PlacesAddress,
  }
  // The live map has markers of its own.
  const insets = plans.map((plan) =>
    plan.map(({ corner, view, places, title, frame }) => ({ corner, view, places, title, frame })),
  )
  const { words, basemap } = data
  // A page is read in one language.
  const labels = basemap.labels.map(([kind, longitude, latitude, name, minZoom, more = {}]): LabelFile => {
    const { names = {}, angle } = more
    const row = [kind, longitude, latitude, nameIn({ kind, name, names }, words.language), minZoom] as const
    return angle === undefined ? row : [...row, { angle }]
  })
  // Nothing in it ends the script or starts a comment.
  const json = JSON.stringify({ ...data, basemap: { ...basemap, labels }, insets, ...apart }).replace(/</g, '\\u003c')
  return createElement(document, 'script', { type: 'application/json', id: dataId }, json)
}

/** Reads the data of the page. */
export function readPageData(document: Document): LivePageData {
  return JSON.parse(document.getElementById(dataId)?.textContent ?? '{}') as LivePageData
}

/** Renders the link to the story file, for {@link readPageUrl}. */
export function renderStoryLink(document: Document, href: string): HTMLElement {
  return createElement(document, 'link', { rel: 'alternate', href, type: storyType })
}

/** The absolute address of the story's folder as the build knows it; undefined if it does not. */
export function readKnownUrl(document: Document): string | undefined {
  return document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
}

/** The absolute address of the story's folder: as the build knows it, or else as this page lies there. */
export function readPageUrl(document: Document): string {
  const story = document.querySelector<HTMLLinkElement>(`link[type="${storyType}"]`)
  return readKnownUrl(document) ?? new URL('.', story?.href ?? document.baseURI).href
}
