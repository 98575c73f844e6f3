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
 * The words of the first language that the interface speaks; none where it speaks none.
 * @param tags BCP 47, the preferred one first. Each is looked up as RFC 4647, 3.4 says: `ar-SY` as `ar-SY`, then as `ar`
 */
export function findWords(tags: readonly (string | undefined)[]): Words | undefined {
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
  return undefined
}

/** The words that {@link findWords} finds, English where it finds none. */
export function wordsFor(tags: readonly (string | undefined)[]): Words {
  return findWords(tags) ?? languages.en
}
