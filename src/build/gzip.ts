import { gzip as compress } from 'pako'

/**
 * Compresses as servers do, at level 9. Node's own zlib gives other bytes on other processors, and budgets, as well as the
 * detail that a basemap has room for, must not depend on them.
 * @param data a text, in UTF-8, or bytes
 */
export function gzip(data: string | Uint8Array): Uint8Array {
  return compress(data, { level: 9 })
}
