import { decodeBasemap, type BasemapFile } from '../cartography/basemap-file.ts'
import { adoptProperties, mirrorAttributes, type MirroredAttributes } from './attribute-mirror.ts'
import { supportsLiveMap } from './live-map-support.ts'
import { mapStyleSheet } from './map-style-sheet.ts'
import { MapElement } from './map-element.ts'
import type { LoadedStory } from './story-view.ts'
import type { StoryMap } from '../map/story-map.ts'
import { formatIssue } from '../story/issue.ts'
import { readStoryInSteps } from '../story/story-steps.ts'
import { planInsets, planStrip } from '../view/inset-plan.ts'
import { renderLayout } from '../view/layout.ts'
import type { ViewContext } from '../view/view-context.ts'
import { wordsFor } from '../words/languages.ts'
import { localizeStory } from '../words/localized-story.ts'
import { openingView } from '../cartography/opening-view.ts'
import { parseStreets } from '../cartography/parse-streets.ts'
import { type StreetsFile, withStreets } from '../cartography/streets.ts'
import { parseBasemap } from '../cartography/parse-basemap.ts'
import { storyMiddle } from '../cartography/story-outline.ts'
import { nearestWorldCopy } from '../cartography/world-copy.ts'
import { requestFile } from './file-request.ts'
import { LoadError } from './load-error.ts'
import { renderMissingMap } from './missing-map.ts'
import { createPace, inSlices } from './time-slices.ts'

/** The attributes that are properties as well; `lang` is one of every element's. */
const mirrored: MirroredAttributes = {
  src: '',
  basemap: '',
  streets: '',
  tiles: '',
  'tiles-attribution': '',
  place: '',
  address: false,
  theme: ['auto', 'light', 'dark'],
  inset: ['auto', 'off'],
}

/**
 * `<article-map src="raqqa.geojson" basemap="raqqa.basemap.json">`: a story's map in a page of one's own. The story is read
 * from the file that `src` names, or from a child `<script type="application/geo+json">`; without a `basemap`, a small map
 * of the world lies under it.
 */
export class ArticleMapElement extends MapElement {
  static override readonly observedAttributes = [...MapElement.observedAttributes, 'src', 'basemap', 'streets']

  /** Defines the element under a name. A second time, in Node, or in a browser without what the map needs, it does nothing. */
  static define(tag = 'article-map', registry: CustomElementRegistry | undefined = globalThis.customElements): void {
    if (registry && supportsLiveMap() && !registry.get(tag)) registry.define(tag, ArticleMapElement)
  }

  static {
    mirrorAttributes(ArticleMapElement.prototype, mirrored)
  }

  /** The address of the story file; empty where the story is in a child script. */
  declare src: string
  /** The address of the story's basemap; empty for the small map of the world. */
  declare basemap: string
  /** The address of the story's streets; empty where it has none. */
  declare streets: string
  /** Street tiles: `off` or empty, `auto`, or a template of addresses. */
  declare tiles: string
  /** Whom to credit for tiles of one's own. */
  declare tilesAttribution: string
  /** The id of the place to open with. */
  declare place: string
  /** Whether the map reads and writes the page's hash. */
  declare address: boolean
  /** Light, dark, or as the reader's system has it. */
  declare theme: 'auto' | 'light' | 'dark'
  /** Whether a small map in a corner parts what the map cannot. */
  declare inset: 'auto' | 'off'

  constructor() {
    super()
    adoptProperties(this, mirrored)
  }

  /** @internal */
  protected override get root(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' })
  }

  /** @internal */
  protected override layout(context: ViewContext): HTMLElement {
    return renderLayout(context)
  }

  /** @internal */
  protected override showContent(hasFailed: boolean): void {
    const { root } = this
    // Without the map's height and colours, what the element holds is a part of the page like any other.
    root.adoptedStyleSheets = hasFailed ? [] : [mapStyleSheet()]
    root.replaceChildren(
      ...(hasFailed ? renderMissingMap(this, wordsFor([this.#language])) : []),
      document.createElement('slot'),
    )
  }

  /** @internal */
  protected override async load(signal: AbortSignal): Promise<LoadedStory> {
    const [text, { basemap, fault }, streets] = await Promise.all([
      this.#readStoryText(signal),
      this.#readBasemap(signal),
      this.#readStreets(signal),
    ])
    const { story, issues } = await inSlices(readStoryInSteps(text), signal)
    const errors = issues.filter(({ severity }) => severity === 'error')
    const messages = errors.map((issue) => (this.src && `${this.src}:`) + formatIssue(issue))
    if (!story) throw new LoadError(messages)
    const pace = createPace()
    const localized = localizeStory(story, this.#language)
    const view = openingView(story, basemap)
    await pace()
    const features = errors.flatMap(({ path }) => /^features\[\d+\]/.exec(path) ?? [])
    return {
      ...localized,
      basemap: nearestWorldCopy(
        decodeBasemap(streets.file ? withStreets(basemap, streets.file) : basemap),
        storyMiddle(story.places),
      ),
      view,
      planInsets,
      planStrip,
      leftOut: new Set(features).size,
      isBasemapMissing: fault !== undefined,
      faults: [...messages, ...[fault, streets.fault].filter((message) => message !== undefined)],
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
    if (this.src !== '') return requestText('src', this.src, signal)
    const script = this.querySelector('script[type="application/geo+json"]')
    if (script) return script.textContent
    throw new LoadError([
      'There is no story: give the element a src="story.geojson", or put the story into a <script type="application/geo+json"> inside it.',
    ])
  }

  /** The story's streets. Without them the map is as it was. */
  async #readStreets(signal: AbortSignal): Promise<{ file?: StreetsFile; fault?: string }> {
    const url = this.streets
    if (url === '') return {}
    try {
      return { file: parseStreets(await requestText('streets', url, signal)) }
    } catch (error) {
      return { fault: this.#faultOf(error, `streets="${url}"`, signal) }
    }
  }

  /** What is said of a file that cannot be used. @throws the error, if the element has no use for the file any more */
  #faultOf(error: unknown, what: string, signal: AbortSignal): string {
    if (signal.aborted) throw error
    return error instanceof LoadError ? error.message : `${what} cannot be used: ${reasonOf(error)}.`
  }

  /** The story's own basemap, or that of the world where it has none or it cannot be had. */
  async #readBasemap(signal: AbortSignal): Promise<{ basemap: BasemapFile; fault?: string }> {
    const url = this.basemap
    if (url === '') return { basemap: await loadWorld() }
    try {
      return { basemap: parseBasemap(await requestText('basemap', url, signal)) }
    } catch (error) {
      const fault = this.#faultOf(error, `basemap="${url}"`, signal)
      return { basemap: await loadWorld(), fault }
    }
  }
}

/** Fetches the text file that an attribute names. @throws {LoadError} as `requestFile` does */
function requestText(attribute: string, url: string, signal: AbortSignal): Promise<string> {
  return requestFile({ url, file: `${attribute}="${url}"`, signal, read: (response) => response.text() })
}

async function loadWorld(): Promise<BasemapFile> {
  const { default: file } = await import('../../geo/world.basemap.json')
  return file as unknown as BasemapFile
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
