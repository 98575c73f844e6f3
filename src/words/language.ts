/** The languages that the interface speaks: their BCP 47 tags, each a language without a script or a region. */
export const languageTags = ['ar', 'de', 'en', 'es', 'fr', 'tr'] as const

/** The tag of a language that the interface speaks. What differs by language is a `Record<Language, …>`, so that none is left out. */
export type Language = (typeof languageTags)[number]

/** The language of the interface for a BCP 47 tag, whatever its script or region: English where there is none. */
export function languageOf(tag: string): Language {
  return languageTags.find((known) => known === tag.split('-')[0]) ?? 'en'
}
