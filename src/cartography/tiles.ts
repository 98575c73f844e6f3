/** A source of street tiles. */
export interface TileSource {
  /** A URL template with `{z}`, `{x}` and `{y}`, as Leaflet's TileLayer takes it. */
  readonly url: string
  /** Who is credited, as text. */
  readonly attribution: string
  readonly attributionUrl?: string
}

/** The `tiles` attribute, understood. */
export interface TilesSetting {
  readonly setting: 'auto' | 'off' | 'own'
  /** Where street tiles come from; `null` for no request at all. */
  readonly source: TileSource | null
}

/** The page that shows the map: its address, and its origin, which is `null` in a sandboxed frame. */
export interface TilesPage {
  readonly url: string
  readonly origin: string
}

const off: TilesSetting = { setting: 'off', source: null }

/** OpenStreetMap's own tiles, under https://operations.osmfoundation.org/policies/tiles/ */
const openStreetMap: TileSource = {
  url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap contributors',
  attributionUrl: 'https://www.openstreetmap.org/copyright',
}

/**
 * Reads the `tiles` attribute. `auto` is OpenStreetMap's tiles. A URL template with `{z}`, `{x}` and `{y}` is the
 * publisher's own: relative, https, or http on the page's own host; `attribution` credits it. Anything else, or no
 * attribute at all, is `off`.
 * @param page absent at build time, when nobody knows yet where the page will be
 */
export function readTiles(value: string | null, attribution: string | null, page?: TilesPage): TilesSetting {
  if (value === 'auto') {
    // Without an origin the browser sends no Referer, and OpenStreetMap refuses a request without one.
    return { setting: 'auto', source: page?.origin === 'null' ? null : openStreetMap }
  }
  if (value === null || !['{z}', '{x}', '{y}'].every((part) => value.includes(part))) return off
  const url = parseTemplate(value, page?.url ?? unknownPage)
  if (url === undefined) return off
  const ownHost = page === undefined ? undefined : new URL(page.url).host
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && (!page || url.host === ownHost))
  return isAllowed
    ? { setting: 'own', source: { url: value, attribution: attribution ?? url.host.replace(`${subdomain}.`, '') } }
    : off
}

/** What a Content Security Policy must allow as `img-src` for a source: `'self'` for a relative template, else a host. */
export function imageSourceOf({ url }: TileSource): string {
  const { origin } = parseTemplate(url, unknownPage) ?? { origin: unknownPage }
  // Each subdomain of a template is a host of its own.
  return origin === new URL(unknownPage).origin ? "'self'" : origin.replace(`//${subdomain}.`, '//*.')
}

/** Stands for a page whose address nobody knows yet (RFC 2606). */
const unknownPage = 'https://page.invalid/'
const subdomain = 'subdomain'

/** A URL template as a URL, with a word for each placeholder; nothing where it is no address. */
function parseTemplate(template: string, base: string): URL | undefined {
  try {
    return new URL(template.replaceAll('{s}', subdomain).replace(/\{-?\w+\}/g, '0'), base)
  } catch {
    return undefined
  }
}
