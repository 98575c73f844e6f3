/** What the address of a map's page says, every part folded to its default where it is missing or makes no sense. */
export interface FrameAddress {
  /** The id of the place to open with, from the hash or else the query. It need not be one of the story's. */
  readonly place: string | null
  /** `off` asks nobody for street tiles. An address cannot name a tile server: that is for the page's author to do. */
  readonly tiles: 'auto' | 'off'
  /** The height that the publisher has chosen for the frame, CSS pixels; null leaves it to the map. */
  readonly height: number | null
  readonly theme: 'auto' | 'light' | 'dark'
  /** WordPress names the frame with it: `#?secret=…`. */
  readonly secret: string | null
  /** pym.js names the frame with it: `?childId=…`. */
  readonly childId: string | null
}

/** The parts of an address that a publisher can choose. */
export type FrameOptions = Partial<Pick<FrameAddress, 'place' | 'tiles' | 'height' | 'theme'>>

/** The least and the greatest height of a frame, CSS pixels: WordPress's limits, which are as good as any. */
export const FRAME_HEIGHTS = { min: 200, max: 1000 } as const

const OPTION_NAMES = ['place', 'tiles', 'height', 'theme']
const HOST_NAMES = ['childId', 'initialWidth', 'parentUrl', 'parentTitle', 'maxwidth', 'maxheight', 'dnt', 'format']

/**
 * Reads `?place=&tiles=off&height=480&theme=dark#place=…`. Foreign parameters and hashes are ignored, whatever they hold.
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
    // WordPress appends `#?secret=` even where the address has a hash already.
    secret: /\?secret=([a-zA-Z0-9]{1,64})$/.exec(hash)?.[1] ?? null,
    childId: /^(?!.*xPYMx)[^\s]{1,200}$/.exec(query.get('childId') ?? '')?.[0] ?? null,
  }
}

/** The place that a hash such as `#place=municipal-stadium` names; null for a foreign or broken one. */
export function readPlaceHash(hash: string): string | null {
  const encoded = /^#place=([^?&#]+)/.exec(hash)?.[1]
  if (encoded === undefined) return null
  try {
    return readId(decodeURIComponent(encoded))
  } catch {
    return null // `%E0%A4%A` and its like
  }
}

/** The hash of a place's permanent address. */
export function placeHash(id: string): string {
  // A lone surrogate would make encodeURIComponent throw.
  return `#place=${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'))}`
}

/** Writes a place into the page's address, without a new entry in its history. A hash that is not ours stays. */
export function writePlaceHash(id: string | null): void {
  if (readPlaceHash(location.hash) === id) return
  history.replaceState(history.state, '', id === null ? location.pathname + location.search : placeHash(id))
}

/**
 * The address of a map's page with a publisher's options, those that are defaults left out.
 * @param pageUrl absolute; its own hash, options, and what hosts append are dropped, other parameters are kept
 * @throws {TypeError} where pageUrl is not an absolute URL
 */
export function frameUrl(pageUrl: string, { place, tiles, height, theme }: FrameOptions = {}): string {
  const url = new URL(pageUrl)
  url.hash = ''
  for (const name of [...OPTION_NAMES, ...HOST_NAMES]) url.searchParams.delete(name)
  if (place) url.searchParams.set('place', place)
  if (tiles === 'off') url.searchParams.set('tiles', tiles)
  if (height) url.searchParams.set('height', String(clampHeight(height)))
  if (theme === 'light' || theme === 'dark') url.searchParams.set('theme', theme)
  return url.href
}

/** The nearest height, in whole CSS pixels, that a frame may have. */
export function clampHeight(height: number): number {
  return Math.round(Math.min(Math.max(height, FRAME_HEIGHTS.min), FRAME_HEIGHTS.max))
}

function readId(value: string | null): string | null {
  return value !== null && value.length > 0 && value.length <= 200 ? value : null
}

function readHeight(value: string | null): number | null {
  return value !== null && /^[1-9]\d{0,4}$/.test(value) ? clampHeight(Number(value)) : null
}
