import { type ArticleText, paragraphAt } from './article-text.ts'
import { show } from './json-node.ts'
import { type Quote } from './story.ts'
import { tokensOf } from './word.ts'

const proposals = 3
const longestAffix = 200

/** Says, for the first of the places where a passage stands, what would tell each from all others. */
export function proposeAffixes(article: ArticleText, positions: readonly number[], length: number): string {
  const each = positions.slice(0, proposals).map((position) => {
    const paragraph = paragraphAt(article, position)
    const where = paragraph === undefined ? 'in a headline' : `in paragraph ${paragraph}`
    const affix = Object.entries(shortestAffix(article, position, positions, length))
    const words = affix.map(([name, value]) => `"${name}": ${show(value, longestAffix)}`)
    return `${words[0] ?? 'a longer passage'} for the one ${where}`
  })
  return each.join(', or ') + (positions.length > proposals ? ', …' : '')
}

/** The fewest words right before or after a passage that stand so only there, as a quote's prefix or suffix. */
export function shortestAffix(
  { folded, text, offsets }: ArticleText,
  position: number,
  positions: readonly number[],
  length: number,
): Pick<Quote, 'prefix'> | Pick<Quote, 'suffix'> {
  const original = (start: number, end: number): string => text.slice(offsets[start], offsets[end])
  const before = tokensOf(folded.slice(Math.max(0, position - longestAffix), position)).reverse()
  const after = tokensOf(folded.slice(position + length, position + length + longestAffix))
  const others = positions.filter((other) => other !== position)
  let [prefix, suffix] = [0, 0]
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    prefix += before[i]?.length ?? 0
    suffix += after[i]?.length ?? 0
    const [head, tail] = [folded.slice(position - prefix, position), folded.slice(position + length).slice(0, suffix)]
    if (head.trim() !== '' && !others.some((other) => folded.slice(0, other).endsWith(head))) {
      return { prefix: original(position - prefix, position) }
    }
    if (tail.trim() !== '' && !others.some((other) => folded.startsWith(tail, other + length))) {
      return { suffix: original(position + length, position + length + suffix) }
    }
  }
  return {}
}
