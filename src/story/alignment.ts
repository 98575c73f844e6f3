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
  const [own, others] = [tokens.map(tokenOf), window.map(tokenOf)]
  const width = window.length + 1
  const costs = new Float64Array((tokens.length + 1) * width)
  const at = (i: number, j: number): number => costs[i * width + j] ?? Infinity
  for (const [i, token] of own.entries()) {
    costs[(i + 1) * width] = at(i, 0) + token.weight
    for (let j = 0; j < others.length; j++) {
      const other = others[j] ?? token
      const [replaced, left, added] = [
        at(i, j) + difference(token, other),
        at(i, j + 1) + token.weight,
        at(i + 1, j) + other.weight,
      ]
      costs[(i + 1) * width + j + 1] = Math.min(replaced, left, added)
    }
  }
  let j = 0
  for (let end = 0; end < width; end++) if (at(tokens.length, end) < at(tokens.length, j)) j = end
  const cost = at(tokens.length, j)
  const last = tokens.at(-1)
  if (last !== undefined && window[j - 1] !== last) {
    // A passage that ends a little later as the text does is sooner what was meant.
    const end = window.indexOf(last, j)
    if (end >= 0 && end < j + nearEnd) j = end + 1
  }
  const edits: Edit[] = []
  for (let i = tokens.length; i > 0;) {
    const [token = none, other = none] = [own[i - 1], others[j - 1]]
    const here = at(i, j)
    if (j > 0 && here === at(i - 1, j - 1) + difference(token, other)) {
      edits.push({ from: token.text, to: other.text })
      i--
      j--
    } else if (j === 0 || here === at(i - 1, j) + token.weight) {
      edits.push({ from: token.text, to: '' })
      i--
    } else {
      edits.push({ from: '', to: other.text })
      j--
    }
  }
  return { start: j, cost, edits: edits.reverse() }
}

const nearEnd = 5

interface Token {
  readonly text: string
  readonly isWord: boolean
  readonly weight: number
  /** Its beginning in small letters: a word with another ending, or in other case, is nearer than another word. */
  readonly stem: string
}

function tokenOf(text: string): Token {
  const word = isWord(text)
  return { text, isWord: word, weight: word ? 1 : 0.25, stem: text.slice(0, 3).toLowerCase() }
}

const none = tokenOf('')

function difference(a: Token, b: Token): number {
  if (a.text === b.text) return 0
  if (a.isWord !== b.isWord) return a.weight + b.weight
  if (!a.isWord) return 0.24
  return a.stem === b.stem ? 0.5 : 0.9
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
