import type { Basemap } from '../cartography/basemap.ts'
import type { Inset } from '../cartography/inset.ts'
import type { OpeningView } from '../cartography/opening-view.ts'
import type { StoryMap } from '../map/story-map.ts'
import type { PlaceGroup } from '../cartography/place-groups.ts'
import type { TilesSetting } from '../cartography/tiles.ts'
import { connectPrinting } from './printing.ts'
import { PopupFocus, type SelectionSource } from './popup-focus.ts'
import type { Place, Story } from '../story/story.ts'
import { enliven, type LiveLayout } from '../view/live-layout.ts'
import { nameGroup, nameGroups, nameMarker } from '../view/group-name.ts'
import type { planInsets, planStrip } from '../view/inset-plan.ts'
import { connectInset, type InsetActions, renderLiveInset } from '../view/live-inset.ts'
import { renderMarker } from '../view/marker.ts'
import { namePlace, renderPlaceCard } from '../view/place-card.ts'
import { renderShare } from '../view/share.ts'
import { addStrip, hasStripRoom, markInStrip, withStrip } from '../view/strip.ts'
import type { ViewContext } from '../view/view-context.ts'
import type { LocalizedStory } from '../words/localized-story.ts'
import { formatLength, plural } from '../words/words.ts'

/** Everything that a map is made of, ready to be drawn. */
export interface LoadedStory extends LocalizedStory {
  /** On the world copy of the view. */
  readonly basemap: Basemap
  /** What the map opens with. */
  readonly view: OpeningView
  /** The insets of the opening view on a map of one of `mapShapes`. */
  readonly planInsets: (...of: Parameters<typeof planInsets>) => readonly Inset[]
  /** What the strip of a phone shows; absent where the layout has its strip already, or none. */
  readonly planStrip?: typeof planStrip
  /** How many places have errors and are not shown. */
  readonly leftOut?: number
  /** Whether a map of the world stands in for the story's own basemap. */
  readonly isBasemapMissing?: boolean
  /** What is wrong, for the developer; one message for each fault. */
  readonly faults?: readonly string[]
}

/** What a view asks of and tells the element that it fills. */
export interface StoryViewOptions {
  /** Where streets come from. */
  readonly tiles: TilesSetting
  /** Whether there are insets, where they are of use. */
  readonly hasInsets: boolean
  /** Whether the map is a whole page: then its headline is the page's, and it hears keys wherever the focus is. */
  readonly fullPage: boolean
  /** Whether something comes after the map, to which a reader may want to skip. */
  readonly canSkip: boolean
  /** Whether the map may take every wheel and finger for itself. */
  readonly isFree: () => boolean
  /** A place's permanent address, where it has one. */
  readonly addressOf: (place: Place) => string | undefined
  /** Absent where the platform has no full screen. */
  readonly toggleFullscreen: (() => void) | undefined
  /** Absent where the map has no page of its own to hand out. */
  readonly renderEmbedDialog: ((context: ViewContext) => HTMLDialogElement) | undefined
  readonly onSelect: (place: Place | null) => void
  /** The reader wants to see the selected place's passage in the article. */
  readonly onReveal: () => void
}

/** What the parts of a story are rendered with. */
export function contextOf(
  { story, words, direction, date }: LocalizedStory,
  { fullPage, canSkip }: Pick<StoryViewOptions, 'fullPage' | 'canSkip'>,
): ViewContext {
  return { story, words, direction, date, document, headlineTag: fullPage && !canSkip ? 'h1' : 'h2' }
}

/** A story on the screen: the map, its list and its cards, and the one selection that they share. */
export class StoryView {
  readonly story: Story
  readonly #context: ViewContext
  readonly #options: StoryViewOptions
  readonly #root: Element | ShadowRoot
  readonly #layout: LiveLayout
  readonly #map: StoryMap
  readonly #focus: PopupFocus
  readonly #abort = new AbortController()
  #selected: Place | null = null
  #passages: readonly string[] = []
  /** What is told as soon as there is somewhere to hear it. */
  readonly #missing: string
  readonly #drawStrip: () => void
  /** What was last said to be in view. */
  #inView = ''

  /**
   * @param root what the story fills
   * @param element the story's layout, to which the live map is added: new, or in the page already
   * @param Live the class of the live map, which is loaded only where there is a window
   */
  constructor(
    root: Element | ShadowRoot,
    element: HTMLElement,
    { basemap, view, planInsets, planStrip, leftOut = 0, isBasemapMissing = false, ...localized }: LoadedStory,
    Live: typeof StoryMap,
    options: StoryViewOptions,
  ) {
    const { story, words } = localized
    this.story = story
    this.#root = root
    this.#options = options
    const context = contextOf(localized, options)
    this.#context = context
    const { renderEmbedDialog, tiles } = options
    if (!element.isConnected) root.append(element)
    const layout = enliven(element, context, {
      select: (place) => this.select(place, 'list'),
      canSkip: options.canSkip,
      zoomBy: (steps) => map.zoomBy(steps),
      showAll: () => this.showAll(),
      focusMap: () => {
        layout.closeList()
        this.focus()
      },
      toggleFullscreen: options.toggleFullscreen,
      openEmbed: renderEmbedDialog && (() => this.#openEmbed(renderEmbedDialog(context))),
    })
    this.#layout = layout

    const select = (place: Place): void => this.select(place, 'map')
    const actions: InsetActions = { select, open: (first) => first && map.openGroupOf(first) }
    const still = element.querySelector<HTMLElement>('.strip')
    element.classList.toggle(withStrip, still !== null && options.hasInsets)
    if (still) connectInset(still, context, actions, this.#abort)
    let isStripDrawn = !options.hasInsets || !planStrip
    this.#drawStrip = () => {
      if (isStripDrawn || !hasStripRoom(element)) return
      isStripDrawn = true
      const planned = planStrip?.(context, basemap, view)
      if (planned) addStrip(element, renderLiveInset(context, basemap, planned, actions))
      markInStrip(element, this.#selected)
    }
    const map = new Live(layout.map, {
      story,
      basemap,
      view,
      language: words.language,
      tiles,
      scaleBar: layout.scaleBar,
      formatLength: (metres) => formatLength(words, metres),
      overlays: layout.overlays,
      renderMarker: (group) => renderMarker(context, group),
      nameGroup: (group) => nameGroup(words, group),
      planInsets: options.hasInsets ? (size) => planInsets(context, basemap, view, size) : undefined,
      renderInset: (inset, open) =>
        renderLiveInset(context, basemap, inset, { select, open }, layout.stillInset(inset)),
      sheet: layout.sheet,
      renderCard: (place) => this.#renderCard(place),
      onOpen: (card) => this.#focus.enter(card),
      onSelect: (place) => this.select(place, 'map'),
      onView: (groups, how) => this.#tellView(groups, how),
      onSplit: (group) => {
        map.buttonOf(group.lead)?.focus({ preventScroll: true })
        layout.announce(`${nameMarker(words, group)}. ${nameMarker(words, { ...group, count: 1 })}`)
      },
      onStreets: (state) => {
        const streets =
          state === 'shown' && tiles.source
            ? [{ text: tiles.source.attribution, url: tiles.source.attributionUrl, lang: '' }]
            : []
        const others = basemap.credits.filter(({ url }) => url !== streets[0]?.url)
        layout.attribution.show([...streets, ...others])
        if (state === 'failed') layout.notify(words.streetsFailed)
      },
      onHeldBack: (what) => {
        const key = /Mac|iPhone|iPad/.test(navigator.platform) ? words.useCommand : words.useCtrl
        layout.hint(what === 'touch' ? words.useTwoFingers : key)
      },
      isFree: options.isFree,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    })
    this.#map = map
    this.#focus = new PopupFocus(layout, (place) => map.buttonOf(place), this.#abort.signal)
    layout.attribution.show(basemap.credits)
    this.#missing = [
      leftOut > 0 && `${plural(words, words.someLeftOut, leftOut)}.`,
      isBasemapMissing && words.basemapFailed,
    ]
      .filter((notice) => notice !== false)
      .join(' ')
  }

  /** Draws the view step by step; after the last one it takes the place of what the element held before. */
  *draw(): Generator<undefined, void> {
    // Before the map, whose room it takes.
    this.#drawStrip()
    yield
    yield* this.#map.draw()
    yield
    this.#listen()
    this.#layout.show((place) => this.#map.buttonOf(place))
    // The layout stays where it is: moved, it would lose the focus.
    const others = [...this.#root.childNodes].filter((node) => node !== this.#layout.element)
    for (const node of others) node.remove()
    if (this.#missing !== '') this.#layout.notify(this.#missing)
  }

  /** The selected place. */
  get selected(): Place | null {
    return this.#selected
  }

  /** The ids of the places whose passages stand in the article around the map. Their popups lead there. */
  set passages(ids: readonly string[]) {
    this.#passages = ids
    const button = this.#layout.element.querySelector<HTMLElement>('.reveal')
    if (button) button.hidden = !ids.includes(this.#selected?.id ?? '')
  }

  /** Selects a place of the story and goes there; `null` selects none. */
  select(place: Place | null, from: SelectionSource, animate = true): void {
    if (place === this.#selected && place === null) return
    if (place === this.#selected && from === 'map') return this.focus()
    const layout = this.#layout
    const before = this.#selected
    const goesIn = this.#focus.move(before, place, from)
    this.#selected = place
    layout.list.mark(place)
    markInStrip(layout.element, place)
    this.#map.show(place, { isOnMap: from === 'map', animate })
    // After the focus has gone from it to the popup.
    if (place) layout.closeList()
    // Where the focus goes into the popup, its own name is heard; but coming from the page around a frame, not in every browser.
    if (place && (!goesIn || from === 'article')) layout.announce(namePlace(this.#context, place))
    // Chosen again, a place is gone to again, but nothing has changed that would be news.
    if (place !== before) this.#options.onSelect(place)
  }

  /** Shows all places, as at the opening. */
  showAll(): void {
    this.select(null, 'program')
    this.#map.fitAll(true)
  }

  /** Puts the focus on the popup that is open, or on the map. */
  focus(): void {
    this.#focus.request()
  }

  /** Removes the view, and stops all that it waits for. */
  remove(): void {
    this.#abort.abort()
    markInStrip(this.#layout.element, null)
    this.#map.remove()
    this.#layout.remove()
  }

  #listen(): void {
    const { signal } = this.#abort
    const root = this.#root
    const { element, map, markFullscreen, closeList } = this.#layout
    const observer = new ResizeObserver(() => {
      this.#drawStrip()
      this.#map.resize()
    })
    observer.observe(map)
    signal.addEventListener('abort', () => observer.disconnect())
    const keys: EventTarget = this.#options.fullPage ? document : element
    const onKey = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return
      // The list may lie over the popup.
      if (!closeList()) this.select(null, 'map')
    }
    keys.addEventListener('keydown', onKey, { signal })
    const onFullscreen = (): void => {
      markFullscreen(document.fullscreenElement === (root instanceof ShadowRoot ? root.host : root))
      this.#map.resize()
    }
    document.addEventListener('fullscreenchange', onFullscreen, { signal })
    connectPrinting(this.#layout, this.#map, this.#context, signal)
  }

  #renderCard(place: Place): HTMLElement {
    return renderPlaceCard(this.#context, place, {
      select: (other) => this.select(other, 'card'),
      close: () => this.select(null, 'map'),
      reveal: this.#options.onReveal,
      canReveal: this.#passages.includes(place.id),
      renderMore: () =>
        renderShare(this.#context, place, {
          url: this.#options.addressOf(place),
          announce: this.#layout.announce,
        }),
    })
  }

  #tellView(groups: readonly PlaceGroup[], how: 'moved' | 'zoomed'): void {
    const { words } = this.#context
    const inView = nameGroups(words, groups)
    // With every press of an arrow key the same names would be heard.
    if (how === 'zoomed' || inView !== this.#inView) this.#layout.announce(inView)
    this.#inView = inView
  }

  #openEmbed(dialog: HTMLDialogElement): void {
    this.#layout.element.append(dialog)
    dialog.addEventListener('close', () => dialog.remove())
    dialog.showModal()
    // By default the first button would have it, and the title would not be heard.
    dialog.querySelector('h2')?.focus()
  }
}
