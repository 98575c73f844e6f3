import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Language } from './language.ts'
import { tr } from './tr.ts'
import type { Words } from './words.ts'

/** The words of the interface, by language. To add one, see CONTRIBUTING.md. */
export const languages: Readonly<Record<Language, Words>> = { ar, de, en, es, fr, tr }

// A Map, since a tag comes from outside and an object would also know `constructor`.
const byTag: ReadonlyMap<string, Words> = new Map(Object.entries(languages))

/**
 * The words for the first tag whose language is known, English where there is none. Tags are BCP 47, in the order in
 * which they are preferred; each is looked up from its end, `ar-SY` as `ar-SY` and then `ar` (RFC 4647, 3.4).
 */
export function wordsFor(tags: readonly (string | undefined)[]): Words {
  for (const tag of tags) {
    for (
      let range = tag?.trim().toLowerCase() ?? '';
      range;
      range = range.slice(0, Math.max(0, range.lastIndexOf('-')))
    ) {
      const words = byTag.get(range)
      if (words) return words
    }
  }
  return languages.en
}
