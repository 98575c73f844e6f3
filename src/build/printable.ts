/**
 * A text as a line of a terminal may hold it: what a terminal would obey, what would end the line, and what would turn it
 * around is written by its number, as in JSON.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
