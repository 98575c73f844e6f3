/** A text as XML: without the characters that XML 1.0 does not allow, of which a story may hold any. */
export function escapeXml(text: string): string {
  return legal(text.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`))
}

/**
 * Replaces the characters that XML 1.0 does not allow; and Thai and Lao AM, which the renderer would set over the letter before
 * it, by the two signs that it is made of, the first of which stands under a mark of tone.
 */
export function legal(text: string): string {
  return text
    .replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1\u0e32')
    .replace(/([\u0ec8-\u0ecb]?)\u0eb3/g, '\u0ecd$1\u0eb2')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
