// Scripts without spaces between words: each of their characters counts as a word.
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`
const letter = String.raw`(?![${unspaced}])[\p{L}\p{M}\p{N}]`

// A number such as 3,250 is one word.
const words = new RegExp(String.raw`(?:${letter}|(?<=\p{Nd})[.,](?=\p{Nd}))+|\s+|[^]`, 'gu')

/** Splits a text into words, runs of spaces and single marks. */
export function tokensOf(text: string): string[] {
  return text.match(words) ?? []
}

/** Whether a token is a word or a number, not spaces or a mark. */
export function isWord(token: string): boolean {
  return /^[\p{L}\p{N}]/u.test(token)
}

/** What stands before and after a position at which a text must not be cut. In the comments, `|` is that position. */
const joints = [
  // A word, also with a joiner of Persian or Indic scripts in it.
  [String.raw`${letter}[\u200C\u200D]?`, String.raw`[\u200C\u200D]?${letter}`],
  // non|-lethal, U.S.|-backed, km|/h, AT|&T, US|$5
  [String.raw`${letter}\.?`, String.raw`[-/&@_+=*]${letter}`],
  [String.raw`${letter}\.?[-/&@_+=*]`, letter],
  [letter, String.raw`\p{Sc}\p{Nd}`],
  // can|'t, can'|t; but l'|hôpital
  [letter, `'${letter}`],
  [`${letter}'`, `(?:${letter}){1,2}(?!${letter})`],
  // 3|,250, 10|:30, U|.S., example|.org
  [String.raw`\p{Nd}`, String.raw`[.,:]\p{Nd}`],
  [String.raw`\p{Nd}[.,:]`, String.raw`\p{Nd}`],
  [String.raw`(?<!\p{L})\p{L}|\p{Ll}`, String.raw`\.(?:\p{Ll}|\p{L}\.)`],
  [String.raw`(?:(?<!\p{L})\p{L}|\p{Ll})\.`, String.raw`\p{Ll}|\p{L}\.`],
  // -|5, $|5, #|1, 5|%
  [String.raw`(?<!${letter})[-+]`, String.raw`\p{Nd}`],
  [String.raw`[\p{Sc}#@<>~≈±×]`, letter],
  [String.raw`\p{Nd}`, String.raw`[%‰°\p{Sc}]`],
  // said.|..
  [String.raw`\.`, String.raw`\.`],
].map(([before = '', after = '']) => [new RegExp(`(?:${before})$`, 'u'), new RegExp(`^(?:${after})`, 'u')] as const)

/**
 * Whether a text can be cut at a position without cutting a word or a number, or separating it from its sign, its
 * currency or the other half of a compound.
 */
export function isBoundary(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - 8), position)
  const after = text.slice(position, position + 8)
  return !joints.some(([left, right]) => left.test(before) && right.test(after))
}
