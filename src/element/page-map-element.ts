import { decodeBasemap } from '../cartography/basemap-file.ts'
import { shapeOf } from '../cartography/inset.ts'
import { storyMiddle } from '../cartography/story-outline.ts'
import { nearestWorldCopy } from '../cartography/world-copy.ts'
import { frameHeight } from '../embed/frame-height.ts'
import { hasPlacePages, redirectPath } from '../embed/redirect-path.ts'
import { createSnippets } from '../embed/snippets.ts'
import { StoryMap } from '../map/story-map.ts'
import { type EmbedOptions, type EmbedSnippets, renderEmbedDialog } from '../view/embed-dialog.ts'
import { renderNotice } from '../view/notice.ts'
import { readKnownUrl, readPageData, readPageUrl } from '../view/page-document.ts'
import type { ViewContext } from '../view/view-context.ts'
import { fill } from '../words/words.ts'
import { MapElement } from './map-element.ts'
import { requestPlaces } from './places-request.ts'
import type { LoadedStory } from './story-view.ts'
import { nextTask } from './time-slices.ts'

/**
 * The map of a story's own page: everything that it needs is in the page, but the places of a large story. It has no shadow root,
 * so that the words which the page holds from the start can stay where they are.
 */
export class PageMapElement extends MapElement {
  #data = readPageData(document)
  #notice: Element | undefined

  protected override get root(): Element {
    return this
  }

  protected override layout(): HTMLElement {
    const layout = this.querySelector<HTMLElement>('.layout')
    if (!layout) throw new TypeError('The page must hold its static story.')
    return layout
  }

  protected override showContent(hasFailed: boolean): void {
    this.#notice?.remove()
    if (!hasFailed) return
    const { words } = this.#data
    this.#notice = renderNotice(document, words, words.cannotShow)
    // Over the map, which it speaks of: not over the list's foot, where the link to all places is.
    ;(this.querySelector('.stage') ?? this).append(this.#notice)
  }

  protected override async load(signal: AbortSignal): Promise<LoadedStory> {
    const { placesAt, story } = this.#data
    if (placesAt && story.places.length === 0) {
      const places = await requestPlaces(placesAt, signal)
      this.#data = { ...this.#data, story: { ...story, places } }
      // Kept for all who ask for it.
      storyMiddle(places)
      await nextTask()
    }
    const { insets, basemap, ...data } = this.#data
    return {
      ...data,
      basemap: nearestWorldCopy(decodeBasemap(basemap), storyMiddle(data.story.places)),
      planInsets: (_context, _copy, _view, size) => insets[shapeOf(size)] ?? [],
    }
  }

  protected override loadMap(): Promise<typeof StoryMap> {
    return Promise.resolve(StoryMap)
  }

  // Wherever it is pasted, it leads to the place, or embeds the map with it.
  protected override addressOf(id: string): string {
    const url = readKnownUrl(document)
    return url !== undefined && this.#hasPlacePages
      ? url + redirectPath({ place: id, theme: 'auto' })
      : super.addressOf(id)
  }

  get #hasPlacePages(): boolean {
    return hasPlacePages(this.#data.story.places.map(({ id }) => id))
  }

  protected override renderEmbedDialog(context: ViewContext): HTMLDialogElement {
    return renderEmbedDialog(context, {
      words: this.#data.embedWords,
      hasOEmbed: readKnownUrl(document) !== undefined,
      createSnippets: (options) => this.#createSnippets(options),
      heights: frameHeight,
    })
  }

  #createSnippets(options: EmbedOptions): EmbedSnippets {
    const { story, words } = this.#data
    // The story's own folder, also where this page is a copy of it at the root.
    const pageUrl = readPageUrl(document)
    const storyUrl = new URL('story.geojson', pageUrl).href
    return createSnippets(
      {
        pageUrl,
        storyUrl,
        basemapUrl: new URL('basemap.json', storyUrl).href,
        ...(this.#data.basemap.streets && { streetsUrl: new URL('streets.json', storyUrl).href }),
        moduleUrl: new URL('../article-map.js', storyUrl).href,
        hostUrl: new URL('../article-map-host.js', storyUrl).href,
        hasPlacePages: this.#hasPlacePages,
        title: fill(words.mapOf, { headline: story.article.headline }),
        content: this.#data,
      },
      options,
    )
  }
}
