import { isWord } from './word.ts'

/** A step from one text to another: what stands in the one, and what in the other; the same where nothing differs. */
export interface Edit {
  readonly from: string
  readonly to: string
}

/** How two token sequences differ. */
export interface Alignment {
  /** The token of the second sequence at which the part that is like the first starts. */
  readonly start: number
  /** How many words differ; marks and spaces count less. */
  readonly cost: number
  readonly edits: readonly Edit[]
}

/** The part of `window` that is most like `tokens`, by the least weight of tokens left out, added or replaced. */
export function align(tokens: readonly string[], window: readonly string[]): Alignment {
  const width = window.length + 1
  const costs = new Float64Array((tokens.length + 1) * width)
  const at = (i: number, j: number): number => costs[i * width + j] ?? Infinity
  for (const [i, token] of tokens.entries()) {
    costs[(i + 1) * width] = at(i, 0) + weight(token)
    for (const [j, other] of window.entries()) {
      costs[(i + 1) * width + j + 1] = Math.min(
        at(i, j) + difference(token, other),
        at(i, j + 1) + weight(token),
        at(i + 1, j) + weight(other),
      )
    }
  }
  let j = 0
  for (let end = 0; end < width; end++) if (at(tokens.length, end) < at(tokens.length, j)) j = end
  const cost = at(tokens.length, j)
  const edits: Edit[] = []
  for (let i = tokens.length; i > 0;) {
    const [token = '', other = ''] = [tokens[i - 1], window[j - 1]]
    const here = at(i, j)
    if (j > 0 && here === at(i - 1, j - 1) + difference(token, other)) {
      edits.push({ from: token, to: other })
      i--
      j--
    } else if (j === 0 || here === at(i - 1, j) + weight(token)) {
      edits.push({ from: token, to: '' })
      i--
    } else {
      edits.push({ from: '', to: other })
      j--
    }
  }
  return { start: j, cost, edits: edits.reverse() }
}

function weight(token: string): number {
  return isWord(token) ? 1 : 0.25
}

function difference(a: string, b: string): number {
  if (a === b) return 0
  if (isWord(a) !== isWord(b)) return weight(a) + weight(b)
  if (!isWord(a)) return 0.24
  // A word with another ending, or in other case, is nearer than another word.
  return a.slice(0, 3).toLowerCase() === b.slice(0, 3).toLowerCase() ? 0.5 : 0.9
}

/** How much of what does not differ is shown on either side of a difference, in UTF-16 units. */
const context = 40

/** The differences marked, as `the last [hundreds → hundred] of`; long parts without any become `…`. */
export function markEdits(edits: readonly Edit[]): string {
  const groups: { from: string; to: string; same: boolean }[] = []
  for (const { from, to } of edits) {
    const same = from === to
    const last = groups.at(-1)
    if (last !== undefined && last.same === same) {
      last.from += from
      last.to += to
    } else groups.push({ from, to, same })
  }
  return groups
    .map(({ from, to, same }, i) => {
      if (!same) return `[${from} → ${to}]`
      const head = i === 0 ? '' : from.slice(0, context)
      const tail = i === groups.length - 1 ? '' : from.slice(-context)
      return head.length + tail.length < from.length ? `${head}…${tail}` : from
    })
    .join('')
}
