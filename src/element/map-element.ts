import { placeHash, readPlaceHash, writePlaceHash } from '../embed/frame-address.ts'
import type { SelectableMap } from '../embed/selectable-map.ts'
import type { StoryMap } from '../map/story-map.ts'
import { PlaceSelectEvent } from './place-select-event.ts'
import { StoryErrorEvent } from './story-error-event.ts'
import { LoadError } from './load-error.ts'
import type { SelectionSource } from './popup-focus.ts'
import { contextOf, type LoadedStory, StoryView, type StoryViewOptions } from './story-view.ts'
import { inSlices, nextTask } from './time-slices.ts'
import type { Place, Story } from '../story/story.ts'
import { readTiles } from '../cartography/tiles.ts'
import type { ViewContext } from '../view/view-context.ts'

// In Node there are no elements; the class can be imported there all the same, and does nothing.
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {}

/**
 * A story's map as a custom element: its attributes, its events and its address. What is seen is a {@link StoryView};
 * where the story comes from is for subclasses to say.
 */
export abstract class MapElement extends Base implements SelectableMap {
  static readonly observedAttributes: readonly string[] = ['tiles', 'tiles-attribution', 'lang', 'inset', 'place']

  #view: StoryView | undefined
  #abort: AbortController | undefined
  #hasFailed = false
  /** The id to select as soon as the story is there. */
  #wanted: string | null = null
  #passages: readonly string[] = []

  /** The story that is shown; `null` until it is there. */
  get story(): Story | null {
    return this.#view?.story ?? null
  }

  /** The id of the selected place. */
  get selected(): string | null {
    return this.#view ? (this.#view.selected?.id ?? null) : this.#wanted
  }

  /** The ids of the places whose passages stand in the article around the map. Whoever finds the passages sets them. */
  get passages(): readonly string[] {
    return this.#passages
  }

  set passages(ids: readonly string[]) {
    this.#passages = ids
    if (this.#view) this.#view.passages = ids
  }

  /** Gets everything that the map is made of. @throws {LoadError} @internal */
  protected abstract load(signal: AbortSignal): Promise<LoadedStory>

  /** Gets the live map, the part that needs Leaflet and so a window. @internal */
  protected abstract loadMap(): Promise<typeof StoryMap>

  /** Renders the dialog that hands out this map; absent where the map has no page of its own to hand out. @internal */
  protected renderEmbedDialog?(context: ViewContext): HTMLDialogElement

  /** What the map fills: the element itself, or its shadow root. @internal */
  protected abstract readonly root: Element | ShadowRoot

  /** The story's layout, to which the live map is added. @internal */
  protected abstract layout(context: ViewContext): HTMLElement

  /** Shows what the element holds: until the map is drawn, or, when it has failed, with a word to the reader. @internal */
  protected abstract showContent(hasFailed: boolean): void

  connectedCallback(): void {
    // Moved within the page, the element was disconnected just before: it starts afresh, at the same place.
    void this.#start()
  }

  disconnectedCallback(): void {
    this.#stop()
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // Set to what it was, `src` is a wish to try again.
    if (!this.#abort || (before === now && !this.#hasFailed)) return
    if (name === 'place') this.select(now)
    else void this.#start()
  }

  /**
   * Selects a place by its id and goes there; `null` selects none. An unknown id is ignored.
   * @param options with `focus`, the focus goes into the place's popup, as when a reader has chosen it
   */
  select(id: string | null, { focus = false }: { readonly focus?: boolean } = {}): void {
    if (this.#view) this.#selectIn(this.#view, id, focus ? 'article' : 'program')
    else this.#wanted = id
  }

  /** Shows all places, as at the opening. */
  showAll(): void {
    this.#view?.showAll()
  }

  /** Puts the focus on the popup that is open, or on the map; the page does not scroll. */
  override focus(): void {
    this.#view?.focus()
  }

  async #start(): Promise<void> {
    this.#stop()
    const abort = new AbortController()
    const { signal } = abort
    this.#abort = abort
    this.#hasFailed = false
    this.showContent(false)
    // An element that is removed at once, as React's strict mode does, asks for nothing.
    await nextTask()
    if (signal.aborted) return
    try {
      const [loaded, Live] = await Promise.all([this.load(signal), this.loadMap()])
      await nextTask()
      if (!signal.aborted) await this.#show(loaded, Live, signal)
    } catch (error) {
      if (signal.aborted) return
      abort.abort()
      this.#fail(error)
    }
  }

  #stop(): void {
    this.#wanted = this.selected
    this.#abort?.abort()
    this.#abort = undefined
    this.#view = undefined
  }

  /** Leaves the reader what the element holds; tells the developer what is wrong. */
  #fail(error: unknown): void {
    this.#view = undefined
    this.#hasFailed = true
    this.showContent(true)
    this.#report(error instanceof LoadError ? error.messages : [`The map could not start: ${String(error)}`])
    this.#abort = new AbortController()
    window.addEventListener('online', () => void this.#start(), { once: true, signal: this.#abort.signal })
  }

  #report(messages: readonly string[]): void {
    for (const message of messages) console.error(`article-map: ${message}`)
    this.dispatchEvent(new StoryErrorEvent(messages))
    // The name that it had before, which pages may still listen to; to go with the next version.
    this.dispatchEvent(Object.assign(new ErrorEvent('error'), { messages }))
  }

  async #show(loaded: LoadedStory, Live: typeof StoryMap, signal: AbortSignal): Promise<void> {
    const options = this.#viewOptions()
    const layout = this.layout(contextOf(loaded, options))
    await nextTask()
    if (signal.aborted) return
    const view = new StoryView(this.root, layout, loaded, Live, options)
    signal.addEventListener('abort', () => view.remove())
    await nextTask()
    if (signal.aborted) return
    await inSlices(view.draw(), signal)
    const address = this.hasAttribute('address')
    const opening = this.#wanted ?? (address ? readPlaceHash(location.hash) : null) ?? this.getAttribute('place')
    this.#view = view
    view.passages = this.#passages
    if (loaded.faults && loaded.faults.length > 0) this.#report(loaded.faults)
    if (address) {
      window.addEventListener('hashchange', () => this.select(readPlaceHash(location.hash)), { signal })
    }
    this.dispatchEvent(new Event('story-load'))
    if (opening !== null) this.#selectIn(view, opening, 'program', false)
  }

  #viewOptions(): StoryViewOptions {
    const address = this.hasAttribute('address')
    const fullPage = this.hasAttribute('full-page')
    const isWholeWindow = fullPage && window.parent === window
    const page = { url: location.href, origin: globalThis.origin }
    return {
      tiles: readTiles(this.getAttribute('tiles'), this.getAttribute('tiles-attribution'), page),
      hasInsets: this.getAttribute('inset') !== 'off',
      fullPage,
      canSkip: !isWholeWindow,
      isFree: () => isWholeWindow || document.fullscreenElement === this,
      addressOf: ({ id }) => (address ? this.addressOf(id) : undefined),
      toggleFullscreen: document.fullscreenEnabled ? () => this.#toggleFullscreen() : undefined,
      renderEmbedDialog: this.renderEmbedDialog?.bind(this),
      onSelect: (place) => this.#tellSelected(place),
      onReveal: () => this.dispatchEvent(new Event('place-reveal')),
    }
  }

  /** The permanent address of a place. @internal */
  protected addressOf(id: string): string {
    return new URL(placeHash(id), location.href.split('#')[0]).href
  }

  /** Ids are for the world outside; inside, places are passed. */
  #selectIn(view: StoryView, id: string | null, from: SelectionSource, animate = true): void {
    const place = view.story.places.find((other) => other.id === id)
    if (place || id === null) view.select(place ?? null, from, animate)
  }

  #tellSelected(place: Place | null): void {
    if (this.hasAttribute('address')) writePlaceHash(place?.id ?? null)
    this.dispatchEvent(new PlaceSelectEvent(place))
  }

  #toggleFullscreen(): void {
    // Refused, as in a frame without `allowfullscreen`, the map stays as it is.
    const done = document.fullscreenElement === this ? document.exitFullscreen() : this.requestFullscreen()
    done.catch(() => undefined)
  }
}
