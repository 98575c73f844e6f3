import { plainLatin } from './plain-latin.ts'

/** What a slug is: `[a-z0-9]+(-[a-z0-9]+)*`. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** A slug made from a name: "Al-Naim roundabout" gives `al-naim-roundabout`; empty if the name has no Latin letter. */
export function slugOf(name: string): string {
  return plainLatin(name.slice(0, 100))
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
