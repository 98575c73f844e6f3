/** A source of street tiles. */
export interface TileSource {
  /** A URL template with `{z}`, `{x}` and `{y}`, as Leaflet's TileLayer takes it. */
  readonly url: string
  /** Who is credited, as text. */
  readonly attribution: string
  readonly attributionUrl?: string
}

/** What the `tiles` attribute asks for. */
export interface TilesSetting {
  readonly setting: 'auto' | 'off' | 'own'
  /** Where street tiles come from; `null` if none may be requested, or where all would be refused. */
  readonly source: TileSource | null
}

/** The page that shows the map: its address, and its origin, which is `null` in a sandboxed frame. */
export interface TilesPage {
  readonly url: string
  readonly origin: string
}

const off: TilesSetting = { setting: 'off', source: null }

/** OpenStreetMap's own tiles. Usage policy: https://operations.osmfoundation.org/policies/tiles/ */
const openStreetMap: TileSource = {
  url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap contributors',
  attributionUrl: 'https://www.openstreetmap.org/copyright',
}

/**
 * Reads the `tiles` attribute. `auto` means OpenStreetMap's tiles. A URL template with `{z}`, `{x}` and `{y}` names the
 * publisher's own tiles: it may be relative, https, or http on the page's own host. Anything else, or no attribute at
 * all, is `off`.
 * @param attribution who is credited for the publisher's tiles; their host by default
 * @param page absent at build time, when the page's address is not known yet
 */
export function readTiles(value: string | null, attribution: string | null, page?: TilesPage): TilesSetting {
  if (value === 'auto') {
    // Without an origin the browser sends no Referer, and OpenStreetMap refuses a request without one.
    return { setting: 'auto', source: page?.origin === 'null' ? null : openStreetMap }
  }
  if (value === null || !['{z}', '{x}', '{y}'].every((part) => value.includes(part))) return off
  // Leaflet throws at a placeholder for which it has no value.
  if (/\{(?!(?:z|x|y|-y|s|r)\})/.test(value)) return off
  const url = parseTemplate(value, page?.url ?? unknownPage)
  if (url === undefined) return off
  const ownHost = page === undefined ? undefined : new URL(page.url).host
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && (!page || url.host === ownHost))
  return isAllowed
    ? {
        setting: 'own',
        source: { url: value, attribution: attribution?.trim() || url.host.replace(`${subdomain}.`, '') },
      }
    : off
}

/**
 * What a Content Security Policy must allow as `img-src` for a source: `'self'` for a relative template, else its
 * origin.
 */
export function imageSourceOf({ url }: TileSource): string {
  const { origin } = parseTemplate(url, unknownPage) ?? { origin: unknownPage }
  // With `{s}`, each subdomain is a host of its own.
  return origin === new URL(unknownPage).origin ? "'self'" : origin.replace(`//${subdomain}.`, '//*.')
}

/** Stands for a page whose address is not known yet (RFC 2606). */
const unknownPage = 'https://page.invalid/'
const subdomain = 'subdomain'

/** A URL template as a URL, its placeholders filled in; undefined if it is no URL. */
function parseTemplate(template: string, base: string): URL | undefined {
  try {
    return new URL(template.replace(/\{s\}/g, subdomain).replace(/\{-?\w+\}/g, '0'), base)
  } catch {
    return undefined
  }
}
