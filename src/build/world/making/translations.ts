import { readFileSync } from 'node:fs'
import { SourceError } from '../../basemap/source-error.ts'

/** Names of towns in a language, by their numbers in GeoNames. */
export type Translations = ReadonlyMap<string, string>

/**
 * Reads GeoNames' names in a language, as Debian's package `libgeonames-common` has them.
 * @returns nothing for a language that the package does not have
 * @throws {SourceError} if the package is not installed
 */
export function readTranslations(language: string): Translations {
  for (const tag of [language, 'en']) {
    const path = `/usr/share/locale/${tag}/LC_MESSAGES/geonames.mo`
    try {
      const file = readFileSync(path)
      return tag === language ? parseMessages(file) : new Map()
    } catch {
      // Most languages are not there; English tells whether any is.
    }
  }
  throw new SourceError('The names of towns come from Debian’s package libgeonames-common: apt install it.')
}

/** Parses gettext's binary format: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html */
function parseMessages(file: Buffer): Translations {
  const count = file.readUInt32LE(8)
  const textAt = (table: number, index: number): string => {
    const row = file.readUInt32LE(table) + index * 8
    const start = file.readUInt32LE(row + 4)
    return file.toString('utf8', start, start + file.readUInt32LE(row))
  }
  return new Map(Array.from({ length: count }, (_, i) => [textAt(12, i), textAt(16, i)]))
}
