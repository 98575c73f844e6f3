import type { TileSource } from './map/tile-source.ts'

/** The `tiles` attribute, understood. */
export interface TilesSetting {
  readonly setting: 'auto' | 'off' | 'own'
  /** Where street tiles come from; `null` for no request at all. */
  readonly source: TileSource | null
}

const off: TilesSetting = { setting: 'off', source: null }

/** OpenStreetMap's own tiles, under https://operations.osmfoundation.org/policies/tiles/ */
const openStreetMap: TileSource = {
  url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap contributors',
  attributionUrl: 'https://www.openstreetmap.org/copyright',
}

/**
 * Reads the `tiles` attribute: `auto` is OpenStreetMap's tiles, an https (or same-host http) URL template with `{z}`, `{x}` and `{y}` is
 * the publisher's own, credited by `tiles-attribution`; anything else, as no attribute at all, is `off`.
 */
export function readTiles(value: string | null, attribution: string | null): TilesSetting {
  if (value === 'auto') {
    // A page without an origin (a sandboxed frame, a file on a disk) sends no Referer, and is refused without one.
    return globalThis.origin === 'null' ? { setting: 'auto', source: null } : { setting: 'auto', source: openStreetMap }
  }
  if (value === null || !['{z}', '{x}', '{y}'].every((part) => value.includes(part))) return off
  const url = URL.parse(value, globalThis.location?.href)
  if (url === null || (url.protocol !== 'https:' && url.host !== globalThis.location?.host)) return off
  return { setting: 'own', source: { url: value, attribution: attribution ?? url.host } }
}
