import type { Quote } from '../story/story.ts'
import { foldTypography } from '../story/typography.ts'

/**
 * Prepares a text for finding quotes in it. Typography does not matter. That quotes are verbatim was checked when the
 * story was built; here the question is where in the page they are.
 * @returns a function that finds where a quote starts and ends in the text, in UTF-16 code units; null if it is not
 * there. If it is there several times, the best is the one that `prefix` and `suffix` fit and that cuts no word.
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
    let looks = 0
    for (let at = folded.indexOf(wanted); at !== -1 && bestFit < 4; at = folded.indexOf(wanted, at + 1)) {
      if (++looks > mostLooks) break
      const end = at + wanted.length
      const fit = [
        folded
          .slice(Math.max(0, at - before.length - 1), at)
          .trimEnd()
          .endsWith(before),
        folded
          .slice(end, end + after.length + 1)
          .trimStart()
          .startsWith(after),
        !cutsWord(folded, at),
        !cutsWord(folded, end),
      ].filter(Boolean).length
      if (fit > bestFit) [best, bestFit] = [at, fit]
    }
    const [start, end] = [offsets[best], offsets[best + wanted.length]]
    return start === undefined || end === undefined ? null : [start, end]
  }
}

/** How often a quote is looked at that stands in the text many times. */
const mostLooks = 200

function fold(text: string): string {
  return foldTypography(text).text.trim()
}

// In scripts without spaces this is also true between words, but there it is true of every passage alike.
function cutsWord(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
}
