import type { Basemap } from '../cartography/basemap.ts'
import type { StoryMap } from '../map/story-map.ts'
import type { TileSource } from '../cartography/tiles.ts'
import { PopupFocus } from './popup-focus.ts'
import type { Place, Story } from '../story/story.ts'
import { type EmbedDialogOptions, renderEmbedDialog } from '../view/embed-dialog.ts'
import { type Frame, renderFrame } from '../view/frame.ts'
import { nameGroup, renderMarker } from '../view/marker.ts'
import { renderPaper } from '../view/paper.ts'
import { renderPlaceCard } from '../view/place-card.ts'
import { renderShare } from '../view/share.ts'
import type { ViewContext } from '../view/view-context.ts'
import { fill, formatLength, plural, type Words } from '../words/words.ts'

/** Everything that a map is made of, ready to be drawn. */
export interface LoadedStory {
  readonly story: Story
  readonly basemap: Basemap
  readonly words: Words
  /** When the article was published, as the words' language writes it. */
  readonly date: string | undefined
  /** How many places could not be shown, and what is wrong with the story, one message an issue. */
  readonly leftOut: { readonly count: number; readonly messages: readonly string[] }
}

/** What a view asks of and tells the element that it fills. */
export interface StoryViewOptions {
  /** Where streets come from; `null` for no request at all. */
  readonly tiles: TileSource | null
  /** Whether the map is a whole page: then its headline is the page's, and it hears keys wherever the focus is. */
  readonly fullPage: boolean
  /** Whether the map may take every wheel and finger for itself. */
  readonly isFree: () => boolean
  /** A place's permanent address, where it has one. */
  readonly addressOf: (place: Place) => string | undefined
  /** Absent where the platform has no full screen. */
  readonly toggleFullscreen: (() => void) | undefined
  /** Absent where the map has no page of its own to hand out. */
  readonly createSnippets: EmbedDialogOptions['createSnippets'] | undefined
  readonly onSelect: (place: Place | null) => void
  /** The reader wants to see the selected place's passage in the article. */
  readonly onReveal: () => void
}

/** A story on the screen: the map, its list and its popups, and the one selection that they share. */
export class StoryView {
  readonly story: Story
  readonly #context: ViewContext
  readonly #options: StoryViewOptions
  readonly #root: ShadowRoot
  readonly #frame: Frame
  readonly #map: StoryMap
  readonly #focus: PopupFocus
  readonly #abort = new AbortController()
  #selected: Place | null = null
  #passages: readonly string[] = []

  /** Fills a shadow root with a story; `Live` is the class of the live map, which is loaded only where there is a window. */
  constructor(
    root: ShadowRoot,
    { story, basemap, words, date, leftOut }: LoadedStory,
    Live: typeof StoryMap,
    options: StoryViewOptions,
  ) {
    this.story = story
    this.#root = root
    this.#options = options
    const context: ViewContext = { document, words, story, date, headlineTag: options.fullPage ? 'h1' : 'h2' }
    this.#context = context
    const { createSnippets, tiles } = options
    const frame = renderFrame(context, {
      select: (id) => this.select(id),
      zoomBy: (steps) => map.zoomBy(steps),
      showAll: () => this.showAll(),
      focusMap: () => {
        frame.closeList()
        this.focus()
      },
      toggleFullscreen: options.toggleFullscreen,
      openEmbed: createSnippets && (() => this.#openEmbed(createSnippets)),
    })
    frame.element.classList.add('drawing')
    root.append(frame.element)
    this.#frame = frame

    const map = new Live(frame.map, {
      story,
      basemap,
      language: words.language,
      tiles,
      scaleBar: frame.scaleBar,
      formatLength: (metres) => formatLength(words, metres),
      furniture: frame.furniture,
      renderMarker: (group) => renderMarker(context, group),
      nameGroup: (group) => nameGroup(words, group),
      renderPopup: (place) => this.#renderCard(place),
      onOpen: (popup) => this.#focus.enter(popup),
      onSelect: (id) => this.#select(id, 'map', true),
      onSplit: ({ lead }) => map.buttonOf(lead)?.focus({ preventScroll: true }),
      onStreets: (state) => {
        const shown = state === 'shown' && tiles !== null
        frame.element.classList.toggle('with-streets', shown)
        const streets = shown ? [{ text: tiles.attribution, url: tiles.attributionUrl }] : []
        const others = basemap.credits.filter(({ text }) => text !== streets[0]?.text)
        frame.attribution.show([...streets, ...others])
        if (state === 'failed') frame.notify(words.streetsFailed)
      },
      onHeldBack: (what) => {
        const key = /Mac|iPhone|iPad/.test(navigator.platform) ? words.useCommand : words.useCtrl
        frame.hint(what === 'touch' ? words.useTwoFingers : key)
      },
      isFree: options.isFree,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    })
    this.#map = map
    this.#focus = new PopupFocus(root, frame, (place) => map.buttonOf(place), this.#abort.signal)
    frame.attribution.show(basemap.credits)
    const { count, messages } = leftOut
    if (messages.length > 0) {
      const lead = count > 0 ? `${plural(words, words.someLeftOut, count)}: ` : ''
      frame.notify(lead + messages.join(' '))
    }
  }

  /** Draws the view step by step; after the last one it takes the place of what the element held before. */
  *draw(): Generator<undefined, void> {
    yield* this.#map.draw()
    yield
    this.#listen()
    const { element } = this.#frame
    element.classList.remove('drawing')
    this.#root.replaceChildren(element)
  }

  /** The selected place. */
  get selected(): Place | null {
    return this.#selected
  }

  /** The ids of the places whose passages were found in the article around the map: their popups lead there. */
  set passages(ids: readonly string[]) {
    this.#passages = ids
    const button = this.#root.querySelector<HTMLElement>('.reveal')
    if (button) button.hidden = !ids.includes(this.#selected?.id ?? '')
  }

  /** Selects a place by its id and goes there; `null` selects none. An unknown id is ignored. */
  select(id: string | null, animate = true): void {
    this.#select(id, 'elsewhere', animate)
  }

  /** Shows all places, as at the opening. */
  showAll(): void {
    this.select(null)
    this.#map.fitAll(true)
  }

  /** Puts the focus on the popup that is open, or on the map. */
  focus(): void {
    this.#focus.request()
  }

  /** Removes the view, and stops all that it waits for. */
  remove(): void {
    this.#abort.abort()
    this.#map.remove()
    this.#root.replaceChildren()
  }

  #listen(): void {
    const { signal } = this.#abort
    const { element, map, markFullscreen, closeList } = this.#frame
    const observer = new ResizeObserver(() => this.#map.resize())
    observer.observe(map)
    signal.addEventListener('abort', () => observer.disconnect())
    const keys: EventTarget = this.#options.fullPage ? document : element
    const onKey = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return
      // The list may lie over the popup.
      if (!closeList()) this.#select(null, 'map', true)
    }
    keys.addEventListener('keydown', onKey, { signal })
    const onFullscreen = (): void => {
      markFullscreen(document.fullscreenElement === this.#root.host)
      this.#map.resize()
    }
    document.addEventListener('fullscreenchange', onFullscreen, { signal })
    window.addEventListener('beforeprint', () => this.#print(true), { signal })
    window.addEventListener('afterprint', () => this.#print(false), { signal })
  }

  // The list scrolls and the popups cover the map: on paper every place stands under the map instead, with all its quotes.
  #print(on: boolean): void {
    const { element } = this.#frame
    element.querySelector('.paper')?.remove()
    element.classList.toggle('printing', on)
    if (on) element.append(renderPaper(this.#context, location.href))
    this.#map.print(on)
  }

  #select(id: string | null, from: 'map' | 'elsewhere', animate: boolean): void {
    const { places } = this.story
    const place = places.find((other) => other.id === id) ?? null
    if (id !== null && place === null) return
    if (place === this.#selected && (place === null || from === 'map')) return
    const { words } = this.#context
    const frame = this.#frame
    const before = this.#selected
    this.#focus.move(before, place, from)
    this.#selected = place
    frame.list.mark(id)
    if (place) frame.closeList()
    this.#map.show(place, { from, animate })
    // Chosen again, a place is gone to again, but nothing has changed that would be news.
    if (place === before) return
    // Where the focus goes into the popup, its own name is heard.
    if (place && !this.#focus.goesIn)
      frame.announce(fill(words.selected, { name: place.name, number: place.number, count: places.length }))
    this.#options.onSelect(place)
  }

  #renderCard(place: Place): HTMLElement {
    return renderPlaceCard(this.#context, place, {
      select: (id) => this.select(id),
      close: () => this.#select(null, 'map', true),
      renderMore: () =>
        renderShare(this.#context, place, {
          url: this.#options.addressOf(place),
          announce: this.#frame.announce,
          reveal: this.#options.onReveal,
          canReveal: this.#passages.includes(place.id),
        }),
    })
  }

  #openEmbed(createSnippets: EmbedDialogOptions['createSnippets']): void {
    const dialog = renderEmbedDialog(this.#context, { createSnippets })
    this.#frame.element.append(dialog)
    dialog.addEventListener('close', () => dialog.remove())
    dialog.showModal()
  }
}
