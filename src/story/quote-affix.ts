import { type ArticleText, paragraphAt } from './article-text.ts'
import { show } from './json-node.ts'
import { type Quote } from './story.ts'
import { tokensOf } from './word.ts'

const proposals = 3
const longestAffix = 200

/** Advice for a passage that stands more than once: for its first positions, what would tell each from the others. */
export function proposeAffixes(article: ArticleText, positions: readonly number[], length: number): string {
  const each = positions.slice(0, proposals).map((position) => {
    const paragraph = paragraphAt(article, position)
    const where = paragraph === undefined ? 'in a headline' : `in paragraph ${paragraph}`
    const affix = Object.entries(shortestAffix(article, position, positions, length))
    const words = affix.map(([name, value]) => `"${name}": ${show(value, longestAffix)}`).join(', ')
    const advice = words === '' ? 'quote a longer passage' : `add ${words}`
    return `${advice} for the one ${where}`
  })
  return each.join(', or ') + (positions.length > proposals ? ', …' : '')
}

/** The fewest words right before a passage, right after it, or else on both sides, that tell it from all others. */
export function shortestAffix(
  { folded, text, offsets }: ArticleText,
  position: number,
  positions: readonly number[],
  length: number,
): Pick<Quote, 'prefix' | 'suffix'> {
  const end = position + length
  const others = positions.filter((other) => other !== position)
  const original = (from: number, to: number): string => text.slice(offsets[from], offsets[to])
  const before = tokensOf(folded.slice(Math.max(0, position - longestAffix), position)).reverse()
  const after = tokensOf(folded.slice(end, end + longestAffix))
  for (const isBoth of [false, true]) {
    let [head, tail] = ['', '']
    for (let i = 0; i < Math.max(before.length, after.length); i++) {
      head = (before[i] ?? '') + head
      tail += after[i] ?? ''
      const alike = [
        others.filter((other) => folded.endsWith(head, other)),
        others.filter((other) => folded.startsWith(tail, other + length)),
      ] as const
      const prefix = head.trim() !== '' && { prefix: original(position - head.length, position) }
      const suffix = tail.trim() !== '' && { suffix: original(end, end + tail.length) }
      if (prefix && alike[0].length === 0) return prefix
      if (suffix && alike[1].length === 0) return suffix
      if (isBoth && prefix && suffix && !alike[0].some((other) => alike[1].includes(other)))
        return { ...prefix, ...suffix }
    }
  }
  return {}
}
