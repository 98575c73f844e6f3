import { type LatLng, LatLngBounds, Map as LeafletMap, Point } from 'leaflet'
import type { Basemap } from '../cartography/basemap.ts'
import type { Inset } from '../cartography/inset.ts'
import { type Point as Size, unproject } from '../cartography/mercator.ts'
import { type OpeningView, openingZoom, reachOf } from '../cartography/opening-view.ts'
import { maxZoom, type PlaceGroup } from '../cartography/place-groups.ts'
import { isWorld } from '../cartography/world-copy.ts'
import { takeAll } from '../story/steps.ts'
import type { Place, Precision, Story } from '../story/story.ts'
import { BasemapLayer, basemapPane } from './basemap-layer.ts'
import { toLatLng } from './lat-lng.ts'
import { Flight } from './flight.ts'
import { freeFrame } from './free-frame.ts'
import { connectGestures } from './gestures.ts'
import { connectKeyboard } from './keyboard.ts'
import { InsetLayer } from './inset-layer.ts'
import { LabelLayer } from './label-layer.ts'
import { PaperView } from './paper-view.ts'
import { PlacePopup } from './place-popup.ts'
import { PlaceLayer } from './place-layer.ts'
import { clearScaleBar, connectScaleBar } from './scale-bar.ts'
import { addStreets, type StreetState } from './street-layer.ts'
import type { TilesSetting } from '../cartography/tiles.ts'

/** What the map is made of, and what it asks of and tells its owner. It draws; the owner decides and remembers. */
export interface StoryMapOptions {
  readonly story: Story
  /** On the world copy of the view. */
  readonly basemap: Basemap
  /** What the map opens with. */
  readonly view: OpeningView
  /** BCP 47. */
  readonly language: string
  /** Where streets come from when one zooms in. */
  readonly tiles: TilesSetting
  readonly scaleBar: HTMLElement
  /** Writes a round length in metres. */
  readonly formatLength: (metres: number) => string
  /** What lies over the map: labels keep clear of it. */
  readonly overlays: readonly HTMLElement[]
  /** Where a place's card goes, instead of into a popup, while this has a room of its own. */
  readonly sheet: HTMLElement
  /** Gives the button of a place or group, the label beside it, and a place's card. */
  readonly renderMarker: (group: PlaceGroup) => HTMLElement
  readonly nameGroup: (group: PlaceGroup) => string
  readonly renderCard: (place: Place) => HTMLElement
  /** The insets of a map of a size that shows the whole story; absent where there are none. */
  readonly planInsets: ((size: Size) => readonly Inset[]) | undefined
  /** Gives an inset's element, which calls `open` when it is pressed beside its markers. */
  readonly renderInset: (inset: Inset, open: () => void) => HTMLElement
  /** A card has opened. */
  readonly onOpen: (card: HTMLElement) => void
  /** The reader has chosen a place, or with `null` has dismissed it. */
  readonly onSelect: (place: Place | null) => void
  /** The reader has moved the map with a key or a button, or zoomed it: what is in view now. */
  readonly onView: (groups: readonly PlaceGroup[], how: 'moved' | 'zoomed') => void
  /** The reader has opened a group; its places' buttons will stand on the map. */
  readonly onSplit: (group: PlaceGroup) => void
  /** Streets have come into sight, gone out of it, or cannot be reached. */
  readonly onStreets: (state: StreetState) => void
  /** A wheel or a finger was left to the page, so that the reader can be told how to move the map. */
  readonly onHeldBack: (what: 'wheel' | 'touch') => void
  /** Whether the map may take every wheel and finger for itself. */
  readonly isFree: () => boolean
  readonly reducedMotion: boolean
}

/** How far one can zoom in where there are neither streets nor tiles: towns and rivers say nothing closer up. */
const closestOfBasemap = 12
const closestOfWorld = 8

/** The least zoom at which a place is shown when it is chosen outside the map. */
const closeZoom: Record<Precision, number> = { exact: 15, approximate: 14, city: 11, region: 8 }

/** Room around the points of a group that is opened, for half a marker, in pixels. */
const markerRoom = 18

/** What is nearer to the map's edge than this share of its size is not in sight. */
const edge = 0.05

/** The live map of a story. */
export class StoryMap {
  readonly #map: LeafletMap
  readonly #options: StoryMapOptions
  readonly #basemap: Basemap
  readonly #view: OpeningView
  readonly #places: PlaceLayer
  readonly #labels: LabelLayer
  readonly #insets: InsetLayer | undefined
  readonly #abort = new AbortController()
  readonly #adaptGestures: () => void
  readonly #popup: PlacePopup
  readonly #flight: Flight
  readonly #paper: PaperView
  /** What the map was last drawn for. */
  #size = new Point(0, 0)
  #atOpening = true
  /** How close a place is shown. */
  #closest = maxZoom

  /** Sets the map up in a container, for {@link draw}. A container without a size is waited for: see {@link resize}. */
  constructor(container: HTMLElement, options: StoryMapOptions) {
    this.#options = options
    const { basemap, story, reducedMotion } = options
    this.#view = options.view
    const [west, south, east, north] = reachOf(basemap.bounds, this.#view)
    const map = new LeafletMap(container, {
      zoomControl: false,
      attributionControl: false,
      keyboard: false,
      // It is told by resize().
      trackResize: false,
      maxZoom,
      maxBounds: new LatLngBounds([south, west], [north, east]),
      maxBoundsViscosity: 1,
      bounceAtZoomLimits: false,
      // By Leaflet's 60, one notch of a common mouse wheel would be two steps.
      wheelPxPerZoomLevel: 120,
      zoomAnimation: !reducedMotion,
      fadeAnimation: !reducedMotion,
      markerZoomAnimation: !reducedMotion,
      inertia: !reducedMotion,
    })
    this.#map = map
    this.#popup = new PlacePopup(map, { animate: !reducedMotion, overlays: options.overlays, sheet: options.sheet })
    this.#flight = new Flight(map, { animate: !reducedMotion })
    this.#paper = new PaperView(map)
    const pane = map.createPane(basemapPane)
    pane.classList.add('basemap')
    pane.style.zIndex = '100'
    map.createPane('labels').style.zIndex = '500'
    // Drawings say nothing to those who do not see them; places are said by their markers.
    for (const name of [basemapPane, 'tilePane', 'overlayPane']) map.getPane(name)?.setAttribute('aria-hidden', 'true')
    this.#places = new PlaceLayer(story.places, {
      renderMarker: options.renderMarker,
      onChoose: (group) => this.#choose(group),
    })
    const { language, overlays, nameGroup } = options
    const shownMarkers = () => this.#places.shownMarkers
    const { planInsets, renderInset } = options
    this.#insets =
      planInsets &&
      new InsetLayer({
        basemap,
        places: story.places,
        view: this.#view,
        shownMarkers,
        plan: planInsets,
        render: renderInset,
        onClick: (inset, group) => this.#openInset(inset, group),
      })
    this.#labels = new LabelLayer({
      basemap,
      language,
      overlays: () => [...overlays, ...(this.#insets?.elements ?? [])],
      nameGroup,
      shownMarkers,
    })
    this.#basemap = basemap
    connectKeyboard(map, { move: (by) => this.#move(by), zoomBy: (steps) => this.zoomBy(steps) }, this.#abort.signal)
    this.#adaptGestures = connectGestures(map, options.isFree, options.onHeldBack, this.#abort.signal)
    connectScaleBar(map, options.scaleBar, options.formatLength)
  }

  /** Draws the map, step by step: between two of them, a slow phone can answer its reader. */
  *draw(): Generator<undefined, void> {
    const map = this.#map
    this.#size = map.getSize()
    const { onSelect, onStreets, tiles } = this.#options
    // Step by step, where there are thousands of places to group.
    yield* this.#limitZoom(tiles.source !== null)
    this.fitAll(false)
    yield* this.#places.index.prepare(map.getZoom())
    const basemap = new BasemapLayer(this.#basemap)
    yield
    basemap.addTo(map)
    yield
    this.#places.addTo(map)
    yield
    this.#insets?.addTo(map)
    yield
    this.#labels.addTo(map)
    // After the markers' own: names stand beside them.
    map.on('moveend', () => this.#labels.update())
    map.on('moveend', () => clearScaleBar(map, this.#options.scaleBar))
    // Streets that are in the page are not missed.
    if (tiles.source || (tiles.setting !== 'off' && !this.#basemap.streets)) {
      addStreets(map, tiles.source, (state) => {
        this.#labels.withBasemap = state !== 'shown'
        onStreets(state)
        if (state === 'failed') takeAll(this.#limitZoom(false))
      })
    }
    map.on('movestart', () => (this.#atOpening = false))
    map.on('click', ({ originalEvent }) => onSelect(this.#places.placeOf(originalEvent.target) ?? null))
  }

  /** Shows a place: opens its card, and goes there where it is not in sight or not alone. `null` closes the card. */
  show(place: Place | null, how: { isOnMap: boolean; animate: boolean }): void {
    this.#flight.cancel()
    this.#places.selected = place ?? undefined
    if (!place) return this.#closePopup()
    const map = this.#map
    const position = toLatLng(this.#places.index.positionOf(place))
    const alone = this.#places.index.zoomOf(place)
    const isPoint = place.geometry.type === 'Point'
    const bounds = this.#places.boundsOf(place)
    const near = isPoint
      ? Math.max(alone, Math.min(closeZoom[place.precision], this.#closest))
      : Math.floor(map.getBoundsZoom(bounds, false, map.getSize().multiplyBy(2 * edge)))
    const inSight = map.getBounds().pad(-edge).contains(bounds)
    const stay = map.getZoom() >= alone && inSight && (how.isOnMap || map.getZoom() >= near)
    this.#open(place, bounds.getCenter())
    if (stay) return this.#showPopup()
    const isNear = isPoint && map.getZoom() >= near && map.getZoom() <= near + 2
    const zoom = Math.min(isNear ? map.getZoom() : near, maxZoom)
    // Where nothing else is hidden there, the popup stands above its place: a point goes below the middle.
    const center =
      isPoint && !this.#popup.isSheet
        ? map.unproject(map.project(position, zoom).subtract([0, map.getSize().y * 0.22]), zoom)
        : bounds.getCenter()
    this.#flight.start({ center, zoom, arrive: () => this.#showPopup() }, how.animate)
  }

  /** Shows all places, as at the opening. */
  fitAll(animate: boolean): void {
    const map = this.#map
    const view = this.#view
    // A map without a size, as in a hidden tab, gets some view and waits for the first real size.
    const size = this.#isHidden() ? new Point(600, 400) : map.getSize()
    // Zooms are whole numbers, for sharp tiles; only the opening view fills its frame exactly.
    map.options.zoomSnap = 0
    map.setMinZoom(Math.min(map.getBoundsZoom(map.options.maxBounds as LatLngBounds, true), openingZoom(view, size)))
    const zoom = openingZoom(view, size)
    map.setMaxZoom(Math.max(map.getMaxZoom(), Math.ceil(zoom)))
    const arrive = (): void => {
      this.#atOpening = map.getZoom() === zoom
      if (animate) this.#tellView('zoomed')
    }
    this.#flight.start({ center: toLatLng(unproject(view.center)), zoom, arrive }, animate)
    map.options.zoomSnap = 1
  }

  /** Zooms in by a number of steps, or out where it is negative: on the chosen place, where it is in sight. */
  zoomBy(steps: number): void {
    const map = this.#map
    const before = map.getZoom()
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), before + steps))
    if (zoom === before) return this.#tellView('zoomed')
    map.once('moveend', () => this.#tellView('zoomed'))
    const chosen = this.#popup.position
    if (chosen && map.getBounds().contains(chosen)) map.setZoomAround(chosen, zoom)
    else map.setZoom(zoom)
  }

  /** Call it when the container's size has changed. A size of zero is no size. */
  resize(): void {
    if (this.#paper.isOpen) return
    const { clientWidth, clientHeight } = this.#map.getContainer()
    if (clientWidth === 0 || clientHeight === 0) return
    this.#adaptGestures()
    const size = new Point(clientWidth, clientHeight)
    if (size.equals(this.#size)) return
    this.#size = size
    const opening = this.#atOpening
    this.#flight.finish(() => this.#map.invalidateSize({ animate: false, pan: !opening }))
    if (opening) this.fitAll(false)
    this.#popup.update()
    this.#places.arrange()
    this.#makeRoom()
  }

  /** Fits the current view to the map's size on paper, and afterwards back to the screen. */
  print(on: boolean): void {
    if (on) this.#paper.open()
    else this.#paper.close()
  }

  /** The button that stands for a place now: its own, or that of its group. */
  buttonOf(place: Place): HTMLElement | undefined {
    return this.#places.elementOf(place)
  }

  /** Removes everything that the map has made, and stops what it waits for. */
  remove(): void {
    this.#abort.abort()
    this.#flight.cancel()
    this.#map.remove()
  }

  /** Sets how close one comes: as close as tells something, and as parts the places. */
  *#limitZoom(hasTiles: boolean): Generator<undefined, void> {
    const { streets, bounds } = this.#basemap
    this.#closest = hasTiles || streets ? maxZoom : isWorld(bounds) ? closestOfWorld : closestOfBasemap
    const opening = Math.ceil(openingZoom(this.#view, this.#map.getSize()))
    const apart = yield* this.#places.index.apartFrom(this.#closest)
    this.#map.setMaxZoom(Math.max(apart, opening))
  }

  #isHidden(): boolean {
    const { x, y } = this.#map.getSize()
    return x === 0 || y === 0
  }

  #choose(group: PlaceGroup): void {
    if (group.count === 1) return this.#options.onSelect(group.lead)
    const map = this.#map
    const bounds = new LatLngBounds(group.places.map((place) => toLatLng(this.#places.index.positionOf(place))))
    // In a small map an open popup has the place of the buttons.
    this.#options.onSelect(null)
    const size = map.getSize()
    const { left, top, right, bottom } = freeFrame(map, this.#options.overlays)
    // A pin stands above its point.
    const free = new Point(right - left - 2 * markerRoom, bottom - top - 2 * markerRoom)
    const middle = new Point(left + right, top + bottom + markerRoom).divideBy(2)
    map.options.zoomSnap = 0
    const fit = map.getBoundsZoom(bounds, false, size.subtract(free))
    const whole = Math.max(Math.ceil(group.splitZoom), Math.floor(Math.min(fit, this.#closest)))
    // In a small map, at the next whole zoom some of the places would be cut off.
    const zoom = Math.min(maxZoom, whole > fit ? Math.max(group.splitZoom, fit) : whole)
    const point = map.project(bounds.getCenter(), zoom).subtract(middle).add(size.divideBy(2))
    const center = map.unproject(point, zoom)
    this.#flight.start({ center, zoom, arrive: () => this.#options.onSplit(group) }, true)
    map.options.zoomSnap = 1
  }

  /** Goes to the group in which a place is at the opening. */
  openGroupOf(place: Place): void {
    const zoom = openingZoom(this.#view, this.#map.getSize())
    const groups = this.#places.index.groupsAt(zoom, [-Infinity, -90, Infinity, 90])
    const group = groups.find(({ places }) => places.includes(place))
    if (group) this.#choose(group)
  }

  /** Goes to what an inset shows: its group, or all of the story; from there, as far as the inset. */
  #openInset({ view }: Inset, group: PlaceGroup | undefined): void {
    if (group) return this.#choose(group)
    this.#options.onSelect(null)
    if (!this.#atOpening) return this.fitAll(true)
    const zoom = Math.max(this.#map.getMinZoom(), Math.floor(openingZoom(view, this.#map.getSize())))
    this.#flight.start({ center: toLatLng(unproject(view.center)), zoom, arrive: () => this.#tellView('zoomed') }, true)
  }

  #showPopup(): void {
    this.#popup.show()
    this.#makeRoom()
  }

  #closePopup(): void {
    this.#popup.close()
    this.#makeRoom()
  }

  /** Insets and names stand where no popup is. */
  #makeRoom(): void {
    this.#insets?.update()
    this.#labels.update()
  }

  #open(place: Place, center: LatLng): void {
    const position = toLatLng(this.#places.index.positionOf(place))
    const { precision } = place
    this.#popup.open({ element: this.#options.renderCard(place), position, precision, center }, this.#options.onOpen)
    this.#places.arrange()
  }

  #move(by: Point): void {
    this.#map.once('moveend', () => this.#tellView('moved'))
    this.#map.panBy(by)
  }

  #tellView(how: 'moved' | 'zoomed'): void {
    const bounds = this.#map.getBounds()
    const groups = this.#places.shownMarkers.map(({ group }) => group)
    this.#options.onView(
      groups.filter(({ position }) => bounds.contains(toLatLng(position))),
      how,
    )
  }
}
