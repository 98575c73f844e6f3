/** In which direction text runs, as in HTML's `dir`. */
export type Direction = 'ltr' | 'rtl'

// Thirteen of the scripts of ISO 15924 run from right to left. A language without a script in its tag has its usual one.
const rightToLeft = /-(?:Adlm|Arab|Aran|Hebr|Mand|Mend|Nkoo|Phnx|Rohg|Samr|Syrc|Thaa|Yezi)\b/

/** The direction in which a language is written. @param tag BCP 47; left to right if it says nothing */
export function directionOf(tag: string | undefined): Direction {
  try {
    return tag !== undefined && rightToLeft.test(new Intl.Locale(tag).maximize().baseName) ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}
