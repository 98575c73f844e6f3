// Scripts that put no space between words: each of their characters counts as a word.
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`
const spacedLetter = String.raw`(?![${unspaced}])[\p{L}\p{M}\p{N}]`

// A number such as 3,250 is one word.
const words = new RegExp(`(?:${spacedLetter}|(?<=\\p{Nd})[.,](?=\\p{Nd}))+|\\s+|[^]`, 'gu')
const startsInWord = new RegExp(`^${spacedLetter}`, 'u')
const endsInWord = new RegExp(`${spacedLetter}$`, 'u')

/** A text cut into words, spaces and single marks. */
export function tokensOf(text: string): string[] {
  return text.match(words) ?? []
}

/** Whether a token is a word or a number, neither space nor mark. */
export function isWord(token: string): boolean {
  return /^[\p{L}\p{N}]/u.test(token)
}

/** Whether a text can be cut at a position without cutting a word or a number, such as 3,250. */
export function isBoundary(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - 2), position)
  const after = text.slice(position, position + 2)
  if (/\p{Nd}[.,]$/u.test(before) && /^\p{Nd}/u.test(after)) return false
  if (/\p{Nd}$/u.test(before) && /^[.,]\p{Nd}/u.test(after)) return false
  return !(startsInWord.test(after) && endsInWord.test(before))
}
