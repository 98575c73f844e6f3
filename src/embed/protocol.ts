import type { Quote, Story } from '../story/story.ts'

/**
 * What a map in a frame and the page around it say to each other with `postMessage`. Every message is a plain object
 * `{articleMap: 1, type, …}`; 1 is the protocol's version. What is not described here is not part of it.
 *
 * 1. The frame tells its natural `height` as soon as it has one, and whenever that changes: the only message that it
 *    sends before the page has spoken, and the only one sent to any origin (`'*'`), since it says nothing but a number.
 * 2. The page answers with `ready`. From then on the frame knows whom it talks to, and talks to that origin only.
 * 3. The frame answers with its own `ready`, once it has a story: the places and their quotes, so that the page can find
 *    them in its article without fetching anything. The page says `ready` again with the places that it found.
 * 4. The page sends `select`; the frame sends `selected` whenever the selection changes, whoever changed it. Neither
 *    moves the reader's page. Only `reveal` does, which the frame sends when the reader has asked to be taken to the
 *    passage: that wish cannot be told apart from a `selected`, which is why it is a message of its own.
 */
export type EmbedMessage = HostMessage | FrameMessage

/** What the page says to the frame. */
export type HostMessage = HostReadyMessage | SelectMessage

/** What the frame says to the page. */
export type FrameMessage = FrameReadyMessage | SelectedMessage | HeightMessage | RevealMessage

/** The page listens. */
export interface HostReadyMessage {
  readonly articleMap: 1
  readonly type: 'ready'
  /** The ids of the places whose passages stand in the page; null before it knows, which asks for the frame's `ready`. */
  readonly passages: readonly string[] | null
}

/** The page wants this place selected, or none. */
export interface SelectMessage {
  readonly articleMap: 1
  readonly type: 'select'
  readonly id: string | null
}

/** The frame has a story. */
export interface FrameReadyMessage {
  readonly articleMap: 1
  readonly type: 'ready'
  readonly places: readonly EmbeddedPlace[]
}

/** Of a place, what the page around the map needs. */
export interface EmbeddedPlace {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly quotes: readonly Quote[]
}

/** This place is selected now, or none. */
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

/** The reader wants to be shown this place's passage in the article. */
export interface RevealMessage {
  readonly articleMap: 1
  readonly type: 'reveal'
  readonly id: string
}

// Limits, so that a page cannot be kept busy by a frame, nor a frame by a page. UTF-16 code units, and items.
const MAX_ID = 200
const MAX_NAME = 500
const MAX_QUOTE = 20_000
const MAX_TEXT = 1_000_000
const MAX_ITEMS = 10_000

/** The frame's `ready` for a story, kept within the limits: a name is cut, a place or a quote too long is left out. */
export function createFrameReady(story: Story): FrameReadyMessage {
  const places: EmbeddedPlace[] = []
  let text = 0
  for (const { id, number, name, quotes } of story.places.slice(0, MAX_ITEMS)) {
    const place = { id, number, name: name.slice(0, MAX_NAME), quotes: quotes.filter(isQuote).slice(0, MAX_ITEMS) }
    text += textLength(place)
    if (text > MAX_TEXT) break
    if (isId(id)) places.push(place)
  }
  return { articleMap: 1, type: 'ready', places }
}

/** Whether data that came with a message event is a message of the page to the frame, member by member. */
export function isHostMessage(data: unknown): data is HostMessage {
  if (own(data, 'articleMap') !== 1) return false
  const passages = own(data, 'passages')
  if (own(data, 'type') === 'ready') return passages === null || isList(passages, isId)
  return own(data, 'type') === 'select' && isIdOrNull(own(data, 'id'))
}

/** Whether data that came with a message event is a message of the frame to the page, member by member. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  if (own(data, 'articleMap') !== 1) return false
  const places = own(data, 'places')
  switch (own(data, 'type')) {
    case 'ready':
      return isList(places, isPlace) && places.reduce((sum, place) => sum + textLength(place), 0) <= MAX_TEXT
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

/** Whether data that came with a message event is a message of this protocol, in either direction. */
export function isEmbedMessage(data: unknown): data is EmbedMessage {
  return isHostMessage(data) || isFrameMessage(data)
}

// What an object inherits is not part of a message.
function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= max
}

function isId(value: unknown): value is string {
  return isText(value, MAX_ID)
}

function isIdOrNull(value: unknown): value is string | null {
  return value === null || isId(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}

function isList<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= MAX_ITEMS && value.every(isItem)
}

function isPlace(value: unknown): value is EmbeddedPlace {
  if (!isId(own(value, 'id')) || !isCount(own(value, 'number'))) return false
  return isText(own(value, 'name'), MAX_NAME) && isList(own(value, 'quotes'), isQuote)
}

function isQuote(value: unknown): value is Quote {
  const around = [own(value, 'prefix'), own(value, 'suffix')]
  return isText(own(value, 'exact'), MAX_QUOTE) && around.every((part) => part === undefined || isText(part, MAX_QUOTE))
}

function textLength({ quotes }: EmbeddedPlace): number {
  return quotes.reduce(
    (sum, { exact, prefix = '', suffix = '' }) => sum + exact.length + prefix.length + suffix.length,
    0,
  )
}
