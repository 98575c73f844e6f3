import { isWord } from './word.ts'

/** A piece of one text and the piece of another that it became; the two are equal where nothing differs. */
export interface Edit {
  readonly from: string
  readonly to: string
}

/** How two token sequences differ. */
export interface Alignment {
  /** The index in the second sequence at which the part that matches the first starts. */
  readonly start: number
  /** The number of words that differ; marks and spaces count less. */
  readonly cost: number
  readonly edits: readonly Edit[]
}

/** Finds the part of `window` that is most like `tokens`: the edits that turn one into the other weigh least. */
export function align(tokens: readonly string[], window: readonly string[]): Alignment {
  const [own, others] = [tokens.map(tokenOf), window.map(tokenOf)]
  const [ownPairs, otherPairs] = [pairsOf(own), pairsOf(others)]
  const width = window.length + 1
  const costs = new Float64Array((tokens.length + 1) * width)
  const at = (i: number, j: number): number => costs[i * width + j] ?? Infinity

  /**
   * The cost of turning the first `i` tokens into a part of the window that ends before token `j`, by its last step.
   */
  function costBy(step: Step, i: number, j: number): number {
    const [token = none, other = none] = [own[i - 1], others[j - 1]]
    if (step.other === 0) return at(i - 1, j) + token.weight
    if (j < step.other || i < step.own) return Infinity
    if (step.own === 0) return at(i, j - 1) + other.weight
    if (step.own === step.other) return at(i - 1, j - 1) + difference(token, other)
    const isPair = step.own === 1 ? otherPairs[j] === token.text : ownPairs[i] === other.text
    return isPair ? at(i - step.own, j - step.other) + 0.3 : Infinity
  }
  const [replace, leave, add, join, part] = steps
  for (let i = 1; i <= own.length; i++) {
    costs[i * width] = costBy(leave, i, 0)
    for (let j = 1; j < width; j++) {
      let least = Math.min(costBy(replace, i, j), costBy(leave, i, j), costBy(add, i, j))
      if (otherPairs[j] !== undefined) least = Math.min(least, costBy(join, i, j))
      if (ownPairs[i] !== undefined) least = Math.min(least, costBy(part, i, j))
      costs[i * width + j] = least
    }
  }
  let j = 0
  for (let end = 0; end < width; end++) if (at(tokens.length, end) < at(tokens.length, j)) j = end
  const cost = at(tokens.length, j)
  const last = tokens[tokens.length - 1]
  if (last !== undefined && window[j - 1] !== last) {
    // A passage that ends with the text's last token is more likely meant, even if it ends a little later.
    const end = window.indexOf(last, j)
    if (end >= 0 && end < j + nearEnd) j = end + 1
  }
  const edits: Edit[] = []
  for (let i = tokens.length; i > 0;) {
    const here = at(i, j)
    const step = steps.find((step) => costBy(step, i, j) === here)
    if (step === undefined) break
    edits.push({ from: tokens.slice(i - step.own, i).join(''), to: window.slice(j - step.other, j).join('') })
    i -= step.own
    j -= step.other
  }
  return { start: j, cost, edits: edits.reverse() }
}

/** How many tokens a step takes from the text and from the passage. */
interface Step {
  readonly own: number
  readonly other: number
}

const steps = [
  // A token is replaced, left out, added.
  { own: 1, other: 1 },
  { own: 1, other: 0 },
  { own: 0, other: 1 },
  // Two words with a space between them were made one, one was made two.
  { own: 1, other: 3 },
  { own: 3, other: 1 },
] as const satisfies readonly Step[]

/** For each position, the two words before it written as one; undefined where there are no two words. */
function pairsOf(tokens: readonly Token[]): readonly (string | undefined)[] {
  return [undefined, ...tokens].map((_, i) => {
    const [first, space, last] = tokens.slice(Math.max(0, i - 3), i)
    return first?.isWord && space?.isWord === false && last?.isWord ? first.text + last.text : undefined
  })
}

const nearEnd = 5

interface Token {
  readonly text: string
  readonly isWord: boolean
  readonly weight: number
  /** Its first letters in lower case: a word with another ending or in other case is nearer than another word. */
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

/** How much of the unchanged text is shown on either side of a difference, in UTF-16 units. */
const context = 40

/** Writes edits with the differences marked: `the last [hundreds → hundred] of`. Long unchanged parts become `…`. */
export function markEdits(edits: readonly Edit[]): string {
  const groups: { from: string; to: string; same: boolean }[] = []
  for (const { from, to } of edits) {
    const same = from === to
    const last = groups[groups.length - 1]
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
