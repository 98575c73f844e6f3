import { plainLatin } from './plain-latin.ts'

/** A slug: lower-case letters, digits and single hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Makes a slug from a name: `al-naim-roundabout` from "Al-Naim roundabout"; empty without a Latin letter or digit. */
export function slugOf(name: string): string {
  return plainLatin(name.slice(0, 100))
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
