import { clampHeight } from './frame-height.ts'

/** What the address of a map's page says. What is missing or makes no sense has its default. */
export interface FrameAddress {
  /** The id of the place to open with: from the hash, or else from the query. The story may have no such place. */
  readonly place: string | null
  /** `off` requests no street tiles. An address cannot name a tile server; only the page's author can. */
  readonly tiles: 'auto' | 'off'
  /** The height that the publisher has chosen for the frame, in CSS pixels; null if the map chooses. */
  readonly height: number | null
  readonly theme: 'auto' | 'light' | 'dark'
  /** `off` shows no insets. */
  readonly inset: 'auto' | 'off'
  /** By which WordPress knows the frame: `#?secret=…`. */
  readonly secret: string | null
  /** By which pym.js knows the frame: `?childId=…`. */
  readonly childId: string | null
}

/** What a publisher can choose about a frame. */
export type FrameOptions = Partial<Pick<FrameAddress, 'place' | 'tiles' | 'height' | 'theme'>>

const optionNames = ['place', 'tiles', 'height', 'theme', 'inset']
// What hosts append to a frame's address.
const hostNames = ['childId', 'initialWidth', 'parentUrl', 'parentTitle', 'maxwidth', 'maxheight', 'dnt', 'format']

/**
 * Reads `?place=…&tiles=off&height=480&theme=dark&inset=off#place=…`. Other parameters and hashes are ignored.
 * @param location the page's location, or a URL
 */
export function readFrameAddress({ search, hash }: Pick<URL, 'search' | 'hash'>): FrameAddress {
  const query = new URLSearchParams(search)
  const theme = query.get('theme')
  return {
    place: readPlaceHash(hash) ?? readId(query.get('place')),
    tiles: query.get('tiles') === 'off' ? 'off' : 'auto',
    height: readHeight(query.get('height')),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    inset: query.get('inset') === 'off' ? 'off' : 'auto',
    // WordPress appends `#?secret=` even to an address that has a hash.
    secret: /\?secret=([a-zA-Z0-9]{1,64})$/.exec(hash)?.[1] ?? null,
    childId: /^(?!.*xPYMx)[^\s]{1,200}$/.exec(query.get('childId') ?? '')?.[0] ?? null,
  }
}

/** The id in a hash such as `#place=municipal-stadium`; null if the hash is malformed or not of this kind. */
export function readPlaceHash(hash: string): string | null {
  const encoded = /^#place=([^?&#]+)/.exec(hash)?.[1]
  if (encoded === undefined) return null
  try {
    return readId(decodeURIComponent(encoded))
  } catch {
    return null // Malformed, as `%E0%A4%A` is.
  }
}

/** The hash of a place's permanent address. */
export function placeHash(id: string): string {
  // A lone surrogate would make encodeURIComponent throw.
  return `#place=${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'))}`
}

/** Writes a place into the page's address without adding to its history; null removes a place, and leaves any other hash. */
export function writePlaceHash(id: string | null): void {
  if (readPlaceHash(location.hash) === id) return
  history.replaceState(history.state, '', id === null ? location.pathname + location.search : placeHash(id))
}

/**
 * The address of a map's page with a publisher's options; those that have their default are left out.
 * @param pageUrl absolute; its hash, its options and what hosts append are dropped, its other parameters kept
 * @throws {TypeError} if pageUrl is not an absolute URL
 */
export function frameUrl(pageUrl: string, { place, tiles, height, theme = 'auto' }: FrameOptions = {}): string {
  const url = new URL(pageUrl)
  url.hash = ''
  for (const name of [...optionNames, ...hostNames]) url.searchParams.delete(name)
  if (place) url.searchParams.set('place', place)
  if (tiles === 'off') url.searchParams.set('tiles', tiles)
  if (height) url.searchParams.set('height', String(clampHeight(height)))
  if (theme !== 'auto') url.searchParams.set('theme', theme)
  return url.href
}

function readId(value: string | null): string | null {
  return value !== null && value.length > 0 && value.length <= 200 ? value : null
}

function readHeight(value: string | null): number | null {
  return value !== null && /^[1-9]\d{0,4}$/.test(value) ? clampHeight(Number(value)) : null
}
