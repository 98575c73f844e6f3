import type { Quote } from '../story/story.ts'
import { foldTypography } from '../story/typography.ts'

/**
 * Reads a text once and finds quotes in it, whatever the typography of either. That they stand in the article word for
 * word was checked when the story was built; here it matters which of several passages is meant.
 * @returns finds a quote's start and end in the text, in UTF-16 code units; null where it does not stand there. Of
 * several, the one that `prefix` and `suffix` fit best and that cuts no word, or else the first.
 */
export function createQuoteFinder(text: string): (quote: Quote) => readonly [start: number, end: number] | null {
  const { text: folded, offsets } = foldTypography(text)
  return ({ exact, prefix = '', suffix = '' }) => {
    const wanted = fold(exact)
    if (wanted === '') return null
    const before = fold(prefix)
    const after = fold(suffix)
    let best = -1
    let bestFit = -1
    for (let at = folded.indexOf(wanted); at !== -1 && bestFit < 4; at = folded.indexOf(wanted, at + 1)) {
      const end = at + wanted.length
      const fit = [
        folded.slice(0, at).trimEnd().endsWith(before),
        folded.slice(end).trimStart().startsWith(after),
        !cutsWord(folded, at),
        !cutsWord(folded, end),
      ].filter(Boolean).length
      if (fit > bestFit) [best, bestFit] = [at, fit]
    }
    const [start, end] = [offsets[best], offsets[best + wanted.length]]
    return start === undefined || end === undefined ? null : [start, end]
  }
}

function fold(text: string): string {
  return foldTypography(text).text.trim()
}

// Also true between two words of a script without spaces; there it is true of all passages alike.
function cutsWord(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
}
