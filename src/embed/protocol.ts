/**
 * What a map in a frame and the page around it say to each other with `postMessage`. Every message is a plain object
 * `{articleMap: 1, type, …}`, where 1 is the version of the protocol. Other messages are ignored.
 *
 * 1. The frame sends its `height` as soon as it has one, and whenever that changes. It is the only message that the frame
 *    sends before it knows the page, and the only one to any origin (`'*'`): it says nothing but a number.
 * 2. The page answers with `ready`. From then on the frame knows the page's origin, and sends its messages there only.
 * 3. Once it has a story, the frame sends its own `ready` with the places and their quotes, so that the page can find
 *    these in its article without fetching anything. The page sends `ready` again, with the places that it found.
 * 4. The page sends `select`; the frame sends `selected` whenever the selection changes, whoever changed it. Neither
 *    scrolls the reader's page. Only `reveal` does, which the frame sends when the reader asks to see the passage.
 *
 * @module
 */
import type { Quote, Story } from '../story/story.ts'

/** What the page says to the frame. */
export type HostMessage = HostReadyMessage | SelectMessage

/** What the frame says to the page. */
export type FrameMessage = FrameReadyMessage | SelectedMessage | HeightMessage | RevealMessage

/** The page is listening. */
export interface HostReadyMessage {
  readonly articleMap: 1
  readonly type: 'ready'
  /** The ids of the places whose passages are in the page; null before it knows them, which asks for the frame's `ready`. */
  readonly passages: readonly string[] | null
}

/** The page wants this place selected; null selects none. */
export interface SelectMessage {
  readonly articleMap: 1
  readonly type: 'select'
  readonly id: string | null
  /** Whether the focus goes to what the map says of the place: the reader has asked for it. */
  readonly focus?: boolean
}

/** The frame has a story. */
export interface FrameReadyMessage {
  readonly articleMap: 1
  readonly type: 'ready'
  readonly places: readonly EmbeddedPlace[]
}

/** What the page around the map needs of a place. */
export interface EmbeddedPlace {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly quotes: readonly Quote[]
}

/** This place is selected now; null if none is. */
export interface SelectedMessage {
  readonly articleMap: 1
  readonly type: 'selected'
  readonly id: string | null
}

/** The height at which the frame would like to be shown. */
export interface HeightMessage {
  readonly articleMap: 1
  readonly type: 'height'
  /** CSS pixels, a positive integer. */
  readonly height: number
}

/** The reader wants to see this place's passage in the article. */
export interface RevealMessage {
  readonly articleMap: 1
  readonly type: 'reveal'
  readonly id: string
}

// So that neither side can keep the other busy. Texts are measured in UTF-16 code units; `quotes` is the length, `allQuotes` the number of
// all quotes together.
const most = { id: 200, name: 500, quote: 20_000, quotes: 1_000_000, items: 10_000, allQuotes: 30_000 } as const

/** The frame's `ready` for a story, within the limits: names are cut, quotes that are too long are left out, and so are places. */
export function createFrameReady(story: Story): FrameReadyMessage {
  const places: EmbeddedPlace[] = []
  let length = 0
  let count = 0
  for (const { id, number, name, quotes } of story.places.slice(0, most.items)) {
    const place = { id, number, name: name.slice(0, most.name), quotes: quotes.filter(isQuote).slice(0, most.items) }
    length += quotesLength(place)
    count += place.quotes.length
    if (length > most.quotes || count > most.allQuotes) break
    if (isId(id)) places.push(place)
  }
  return { articleMap: 1, type: 'ready', places }
}

/** Whether a message event's data is a message from the page to the frame; each member is checked. */
export function isHostMessage(data: unknown): data is HostMessage {
  if (own(data, 'articleMap') !== 1) return false
  const passages = own(data, 'passages')
  if (own(data, 'type') === 'ready') return passages === null || isList(passages, isId)
  const focus = own(data, 'focus')
  return (
    own(data, 'type') === 'select' && isIdOrNull(own(data, 'id')) && (focus === undefined || typeof focus === 'boolean')
  )
}

/** Whether a message event's data is a message from the frame to the page; each member is checked. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  if (own(data, 'articleMap') !== 1) return false
  const places = own(data, 'places')
  switch (own(data, 'type')) {
    case 'ready':
      return isList(places, hasQuotes) && isBounded(places) && isList(places, isPlace) && isShort(places)
    case 'selected':
      return isIdOrNull(own(data, 'id'))
    case 'height':
      return isCount(own(data, 'height'))
    case 'reveal':
      return isId(own(data, 'id'))
    default:
      return false
  }
}

// Inherited members are no part of a message.
function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.prototype.hasOwnProperty.call(value, key) ? Reflect.get(value, key) : undefined
}

function isText(value: unknown, mostLength: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= mostLength
}

function isId(value: unknown): value is string {
  return isText(value, most.id)
}

function isIdOrNull(value: unknown): value is string | null {
  return value === null || isId(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}

function isList<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= most.items && value.every(isItem)
}

function isPlace(value: unknown): value is EmbeddedPlace {
  if (!isId(own(value, 'id')) || !isCount(own(value, 'number'))) return false
  return isText(own(value, 'name'), most.name) && isList(own(value, 'quotes'), isQuote)
}

function isQuote(value: unknown): value is Quote {
  const around = [own(value, 'prefix'), own(value, 'suffix')]
  return (
    isText(own(value, 'exact'), most.quote) && around.every((part) => part === undefined || isText(part, most.quote))
  )
}

/** Whether a place has a list of quotes, whatever is in it. */
function hasQuotes(value: unknown): value is { readonly quotes: readonly unknown[] } {
  return Array.isArray(own(value, 'quotes'))
}

/** Whether all places together have no more quotes than one looks at. */
function isBounded(places: readonly { readonly quotes: readonly unknown[] }[]): boolean {
  return places.reduce((sum, { quotes }) => sum + quotes.length, 0) <= most.allQuotes
}

function isShort(places: readonly EmbeddedPlace[]): boolean {
  return places.reduce((sum, place) => sum + quotesLength(place), 0) <= most.quotes
}

function quotesLength({ quotes }: EmbeddedPlace): number {
  return quotes.reduce(
    (sum, { exact, prefix = '', suffix = '' }) => sum + exact.length + prefix.length + suffix.length,
    0,
  )
}
