import type { Basemap } from './cartography/basemap.ts'
import { placeHash, readPlaceHash } from './embed/frame-address.ts'
import type { SelectableMap } from './embed/selectable-map.ts'
import type { StoryMap } from './map/story-map.ts'
import { PlaceSelectEvent } from './place-select-event.ts'
import { StoryErrorEvent } from './story-error-event.ts'
import type { Place, Story } from './story/story.ts'
import { type EmbedOptions, type EmbedSnippets, renderEmbedDialog } from './view/embed-dialog.ts'
import { type Frame, renderFrame } from './view/frame.ts'
import { nameGroup, renderMarker } from './view/marker.ts'
import { renderPlaceCard } from './view/place-card.ts'
import { renderProblem } from './view/problem.ts'
import { renderShare } from './view/share.ts'
import type { ViewContext } from './view/view-context.ts'
import { fill, plural, type Words } from './view/words/words.ts'
import { readTiles, type TilesSetting } from './tiles.ts'

/** Everything that a map is made of, ready to be drawn. */
export interface LoadedStory {
  readonly story: Story
  readonly basemap: Basemap
  readonly words: Words
  /** What of the story could not be shown, one message an issue. */
  readonly leftOut: readonly string[]
}

/** A story that cannot be shown, with a message for each reason. */
export class UnreadableStory extends Error {
  readonly messages: readonly string[]

  constructor(messages: readonly string[]) {
    super(messages.join('\n'))
    this.messages = messages
  }
}

// In Node there are no elements; the class can be imported there all the same, and does nothing.
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {}

/**
 * A story on a map, as a custom element: the map, its list, its popups, and the one selection that they share. Where the
 * story comes from is for its subclasses to say.
 */
export abstract class MapElement extends Base implements SelectableMap {
  static readonly observedAttributes: readonly string[] = ['tiles', 'tiles-attribution', 'lang', 'place']

  /** Ids of the places whose passages were found in the article around the map; set by who found them. */
  passages: readonly string[] = []

  #loaded: LoadedStory | null = null
  #selected: Place | null = null
  #frame: Frame | undefined
  #map: StoryMap | undefined
  #abort: AbortController | undefined
  /** Whether the reader's last deed was a key rather than a pointer. */
  #byKeyboard = false
  #focusPopup = false
  #openedFrom: 'map' | 'list' = 'map'

  /** The story that is shown; `null` until it is there. */
  get story(): Story | null {
    return this.#loaded?.story ?? null
  }

  /** The id of the selected place. */
  get selected(): string | null {
    return this.#selected?.id ?? null
  }

  /** Where streets come from when the reader zooms in: see `readTiles`. */
  get tiles(): TilesSetting {
    return readTiles(this.getAttribute('tiles'), this.getAttribute('tiles-attribution'))
  }

  /** Gets everything that the map is made of. @throws {UnreadableStory} */
  protected abstract load(signal: AbortSignal): Promise<LoadedStory>

  /** Gets the live map, the part that needs Leaflet and so a window. */
  protected abstract loadMap(): Promise<typeof StoryMap>

  /** Writes the markup that embeds this map elsewhere; absent where the map has no page of its own to hand out. */
  protected createSnippets?(options: EmbedOptions): EmbedSnippets

  /** The style of the shadow root. */
  protected abstract readonly styles: CSSStyleSheet

  /** The words to tell a problem in while no story says which. */
  protected abstract readonly words: Words

  connectedCallback(): void {
    // Moved within the page, the element is disconnected and connected again: it starts afresh, at the same place.
    const place = this.selected
    this.#start(place)
  }

  disconnectedCallback(): void {
    this.#stop()
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#abort || before === now) return
    if (name === 'place') this.select(now)
    else this.#start(this.selected)
  }

  /** Selects a place by its id and goes there; `null` selects none. An unknown id is ignored. */
  select(id: string | null): void {
    this.#select(id, 'elsewhere')
  }

  /** Shows all places, as at the opening. */
  showAll(): void {
    this.select(null)
    this.#map?.fitAll(true)
  }

  /** Loads and draws again, as after the story has changed. */
  protected reload(): void {
    if (this.#abort) this.#start(this.selected)
  }

  #start(place: string | null): void {
    this.#stop()
    const abort = new AbortController()
    this.#abort = abort
    Promise.all([this.load(abort.signal), this.loadMap()]).then(
      ([loaded, Live]) => {
        if (!abort.signal.aborted) this.#show(loaded, Live, abort.signal, place)
      },
      (error: unknown) => {
        if (!abort.signal.aborted) this.#fail(error instanceof UnreadableStory ? error.messages : [String(error)])
      },
    )
  }

  #stop(): void {
    this.#abort?.abort()
    this.#abort = undefined
    this.#map?.remove()
    this.#map = undefined
    this.#frame = undefined
    this.shadowRoot?.replaceChildren()
    this.#loaded = null
  }

  get #root(): ShadowRoot {
    if (this.shadowRoot) return this.shadowRoot
    const root = this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [this.styles]
    return root
  }

  #fail(messages: readonly string[]): void {
    this.#root.replaceChildren(renderProblem(document, this.words, messages))
    this.dispatchEvent(new StoryErrorEvent(messages))
  }

  #show(loaded: LoadedStory, Live: typeof StoryMap, signal: AbortSignal, place: string | null): void {
    const { story, basemap, words, leftOut } = loaded
    const headlineTag = this.hasAttribute('full-page') ? 'h1' : 'h2'
    const context: ViewContext = { document, words, story, headlineTag }
    const root = this.#root
    const frame = renderFrame(context, {
      select: (id) => this.#select(id, 'elsewhere'),
      zoomBy: (steps) => this.#map?.zoomBy(steps),
      showAll: () => this.showAll(),
      focusMap: () => frame.map.focus({ preventScroll: true }),
      toggleFullscreen: document.fullscreenEnabled ? () => this.#toggleFullscreen() : undefined,
      openEmbed: this.createSnippets && (() => this.#openEmbed(context)),
    })
    root.replaceChildren(frame.element)
    this.#loaded = loaded
    this.#frame = frame

    const { source } = this.tiles
    const map = new Live(frame.map, {
      story,
      basemap,
      language: words.language,
      tiles: source,
      scaleBar: frame.scaleBar,
      furniture: frame.furniture,
      renderMarker: (group) => renderMarker(context, group),
      nameGroup: (group) => nameGroup(words, group),
      renderPopup: (chosen) =>
        renderPlaceCard(context, chosen, {
          select: (id) => this.#select(id, 'elsewhere'),
          close: () => this.#select(null, 'map'),
          renderMore: () =>
            renderShare(context, chosen, {
              url: this.#addressOf(chosen),
              announce: frame.announce,
              reveal: this.passages.includes(chosen.id)
                ? () => this.dispatchEvent(new Event('place-reveal'))
                : undefined,
            }),
        }),
      onOpen: (popup) => {
        if (this.#focusPopup) popup.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true })
      },
      onSelect: (id) => this.#select(id, 'map'),
      onSplit: ({ lead }) => map.buttonOf(lead)?.focus({ preventScroll: true }),
      onStreets: (state) => {
        frame.element.classList.toggle('with-streets', state === 'shown')
        frame.attribution.show([
          ...(state === 'shown' && source ? [{ text: source.attribution, url: source.attributionUrl ?? '' }] : []),
          ...basemap.credits,
        ])
        if (state === 'failed') frame.notify(words.streetsFailed)
      },
      onHeldBack: (what) => {
        const key = /Mac|iPhone|iPad/.test(navigator.platform) ? words.useCommand : words.useCtrl
        frame.hint(what === 'touch' ? words.useTwoFingers : key)
      },
      isFree: () => this.#isFree(),
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    })
    this.#map = map
    frame.attribution.show(basemap.credits)
    if (leftOut.length > 0) {
      frame.notify(`${plural(words, words.someLeftOut, leftOut.length)}: ${leftOut.join(' ')}`)
      this.dispatchEvent(new StoryErrorEvent(leftOut))
    }

    const observer = new ResizeObserver(() => map.resize())
    observer.observe(frame.map)
    signal.addEventListener('abort', () => observer.disconnect())
    frame.element.addEventListener('pointerdown', () => (this.#byKeyboard = false), { capture: true })
    frame.element.addEventListener('keydown', () => (this.#byKeyboard = true), { capture: true })
    // A map that is the whole page hears the key wherever the focus is.
    const keys: EventTarget = this.hasAttribute('full-page') ? document : frame.element
    const onKey = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return
      if (this.selected !== null) this.#select(null, 'map')
      else frame.closeList()
    }
    keys.addEventListener('keydown', onKey, { signal })
    const onFullscreen = (): void => {
      frame.markFullscreen(document.fullscreenElement === this)
      map.resize()
    }
    document.addEventListener('fullscreenchange', onFullscreen, { signal })
    this.#connectAddress(signal)
    this.dispatchEvent(new Event('story-load'))

    const opening =
      place ?? (this.hasAttribute('address') ? readPlaceHash(location.hash) : null) ?? this.getAttribute('place')
    this.#selected = null
    if (opening !== null) this.#select(opening, 'elsewhere', false)
  }

  #select(id: string | null, from: 'map' | 'elsewhere', animate = true): void {
    const { story, words } = this.#loaded ?? {}
    const frame = this.#frame
    if (!story || !words || !frame) return
    const place = story.places.find((other) => other.id === id) ?? null
    if (id !== null && place === null) return
    if (place === this.#selected && (place === null || from === 'map')) return
    this.#takeFocus(place, from)
    this.#selected = place
    frame.list.mark(id)
    if (place) frame.closeList()
    this.#map?.show(place, { from, animate })
    if (place) {
      frame.announce(fill(words.selected, { name: place.name, number: place.number, count: story.places.length }))
    }
    this.#writeAddress()
    this.dispatchEvent(new PlaceSelectEvent(place))
  }

  /**
   * The popup is a dialog that is not modal: the focus goes into it when it was opened by keyboard or from the popup
   * before it, and back to what opened it when it closes.
   */
  #takeFocus(place: Place | null, from: 'map' | 'elsewhere'): void {
    const frame = this.#frame
    const focused = this.#root.activeElement
    const inPopup = focused?.closest('.leaflet-popup') != null
    if (place) {
      this.#focusPopup = inPopup || (focused !== null && this.#byKeyboard)
      if (!inPopup) this.#openedFrom = from === 'elsewhere' && frame?.list.element.contains(focused) ? 'list' : 'map'
      // The popup that has the focus goes; until the next one is there, the map keeps it.
      if (inPopup) frame?.map.focus({ preventScroll: true })
    } else if (inPopup && this.#selected) {
      if (this.#openedFrom === 'list') frame?.list.focus(this.#selected.id)
      else this.#map?.buttonOf(this.#selected)?.focus({ preventScroll: true })
    }
  }

  #openEmbed(context: ViewContext): void {
    const dialog = renderEmbedDialog(context, {
      createSnippets: (options) => this.createSnippets?.(options) ?? { frame: '', element: '', link: '' },
      announce: (message) => this.#frame?.announce(message),
    })
    this.#frame?.element.append(dialog)
    dialog.addEventListener('close', () => dialog.remove())
    dialog.showModal()
  }

  #addressOf({ id }: Place): string | undefined {
    if (!this.hasAttribute('address')) return undefined
    return new URL(placeHash(id), location.href.split('#')[0]).href
  }

  #isFree(): boolean {
    if (this.hasAttribute('full-page') && window.parent === window) return true
    return document.fullscreenElement !== null && document.fullscreenElement === this
  }

  #toggleFullscreen(): void {
    if (document.fullscreenElement === this) void document.exitFullscreen()
    else void this.requestFullscreen()
  }

  #connectAddress(signal: AbortSignal): void {
    if (!this.hasAttribute('address')) return
    window.addEventListener('hashchange', () => this.select(readPlaceHash(location.hash)), { signal })
  }

  #writeAddress(): void {
    if (!this.hasAttribute('address')) return
    const id = this.selected
    if (id === readPlaceHash(location.hash)) return
    // A hash that is not ours is not ours to take away.
    if (id === null && readPlaceHash(location.hash) === null) return
    history.replaceState(history.state, '', id === null ? location.pathname + location.search : placeHash(id))
  }
}
