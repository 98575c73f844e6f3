import { decodeBasemap, type BasemapFile } from '../cartography/basemap-file.ts'
import { mapStyleSheet } from './map-style-sheet.ts'
import { MapElement } from './map-element.ts'
import type { LoadedStory } from './story-view.ts'
import type { StoryMap } from '../map/story-map.ts'
import { formatIssue } from '../story/issue.ts'
import { readStory } from '../story/parse-story.ts'
import { wordsFor } from '../words/languages.ts'
import { localizeStory } from '../words/localized-story.ts'
import { LoadError } from './load-error.ts'
import type { Words } from '../words/words.ts'

/**
 * `<article-map src="raqqa.geojson" basemap="raqqa.basemap.json">`: a story's map in a page of one's own. The story is read
 * from the file that `src` names, or from a child `<script type="application/geo+json">`; without a `basemap`, a small map
 * of the world lies under it.
 */
export class ArticleMapElement extends MapElement {
  static override readonly observedAttributes = [...MapElement.observedAttributes, 'src', 'basemap']

  /** Defines the element under a name; a second time, or in Node, it does nothing. */
  static define(tag = 'article-map', registry: CustomElementRegistry | undefined = globalThis.customElements): void {
    if (registry && !registry.get(tag)) registry.define(tag, ArticleMapElement)
  }

  /** The address of the story file; empty where the story is in a child script. */
  get src(): string {
    return this.getAttribute('src') ?? ''
  }

  set src(url: string) {
    this.setAttribute('src', url)
  }

  /** @internal */
  protected override get styleSheet(): CSSStyleSheet {
    return mapStyleSheet()
  }

  /** @internal */
  protected override get words(): Words {
    return wordsFor([this.#language])
  }

  /** @internal */
  protected override async load(signal: AbortSignal): Promise<LoadedStory> {
    const [text, basemap] = await Promise.all([this.#readStoryText(signal), this.#readBasemap(signal)])
    const { story, issues } = readStory(text)
    const errors = issues.filter(({ severity }) => severity === 'error')
    const messages = errors.map(formatIssue)
    if (!story) throw new LoadError(messages)
    const features = errors.flatMap(({ path }) => /^features\[\d+\]/.exec(path) ?? [])
    return {
      ...localizeStory(story, this.#language),
      basemap: decodeBasemap(basemap),
      leftOut: { count: new Set(features).size, messages },
    }
  }

  /** @internal */
  protected override async loadMap(): Promise<typeof StoryMap> {
    // Only when a map is shown: Leaflet cannot be loaded where there is no window.
    return (await import('../map/story-map.ts')).StoryMap
  }

  /** The language around the element, by its nearest `lang`. */
  get #language(): string | undefined {
    return this.closest('[lang]')?.getAttribute('lang') ?? undefined
  }

  async #readStoryText(signal: AbortSignal): Promise<string> {
    if (this.src !== '') return (await fetchFile(this.src, 'story', signal)).text()
    const script = this.querySelector('script[type="application/geo+json"]')
    if (script) return script.textContent
    throw new LoadError([
      'There is no story: give the element a src="story.geojson", or put the story into a <script type="application/geo+json"> inside it.',
    ])
  }

  async #readBasemap(signal: AbortSignal): Promise<BasemapFile> {
    const url = this.getAttribute('basemap')
    if (!url) return (await import('../../geo/world.basemap.json')).default as unknown as BasemapFile
    const response = await fetchFile(url, 'basemap', signal)
    try {
      return (await response.json()) as BasemapFile
    } catch {
      throw new LoadError([`The basemap ${url} is no JSON.`])
    }
  }
}

async function fetchFile(url: string, what: string, signal: AbortSignal): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw new LoadError([
      `The ${what} ${url} could not be reached: is the address right, is the server up, and does it allow this page to read it (CORS)?`,
    ])
  }
  if (!response.ok) {
    throw new LoadError([`The ${what} ${url} could not be loaded: the server answered ${response.status}.`])
  }
  return response
}
