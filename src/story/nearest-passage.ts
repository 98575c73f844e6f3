import { type ArticleText } from './article-text.ts'
import { type Edit, align } from './alignment.ts'
import { isWord, tokensOf } from './word.ts'

/** The passage of an article that is most like a text that does not stand in it. */
export interface NearestPassage {
  /** Where it starts in the folded article. */
  readonly position: number
  /** The edits that turn the text into the passage. */
  readonly edits: readonly Edit[]
}

/** Of a word that occurs more often than this in the article, only the first occurrences vote. */
const commonWord = 400
const votingWords = 12
const candidates = 3
/** A passage that differs in one word is near enough: no other is compared. */
const nearEnough = 1
/** Of longer texts, only this many tokens are compared. */
const longestText = 1500

/** Finds passages by the rare words that they share with a text. */
export class PassageFinder {
  readonly #tokens: readonly string[]
  readonly #positions: number[] = []
  readonly #occurrences = new Map<string, number[]>()

  constructor({ folded }: ArticleText) {
    this.#tokens = tokensOf(folded)
    let position = 0
    for (const [i, token] of this.#tokens.entries()) {
      this.#positions.push(position)
      position += token.length
      if (!isWord(token)) continue
      const word = token.toLowerCase()
      const occurrences = this.#occurrences.get(word)
      if (occurrences === undefined) this.#occurrences.set(word, [i])
      else occurrences.push(i)
    }
  }

  /** The nearest passage, if one shares about half of the words. @param text folded */
  find(text: string): NearestPassage | undefined {
    const tokens = tokensOf(text).slice(0, longestText)
    const margin = 6 + Math.ceil(tokens.length / 4)
    let best: { from: number; cost: number; edits: readonly Edit[] } | undefined
    for (const start of this.#starts(tokens)) {
      const from = Math.max(0, start - margin)
      const found = align(tokens, this.#tokens.slice(from, start + tokens.length + margin))
      if (best === undefined || found.cost < best.cost) best = { ...found, from: from + found.start }
      if (best.cost <= nearEnough) break
    }
    if (best === undefined || best.cost > 0.5 + 0.6 * tokens.filter((token) => isWord(token)).length) return undefined
    return { position: this.#positions[best.from] ?? 0, edits: best.edits }
  }

  /** The tokens of the article at which the passage may start. The text's rarest words vote for them. */
  #starts(tokens: readonly string[]): number[] {
    const known = tokens
      .map((token, i) => ({ i, at: (isWord(token) && this.#occurrences.get(token.toLowerCase())) || [] }))
      .filter(({ at }) => at.length > 0)
      .sort((a, b) => a.at.length - b.at.length)
      .slice(0, votingWords)
    const votes = new Map<number, number>()
    for (const { i, at } of known) {
      for (const position of at.slice(0, commonWord)) {
        // Starts near each other are the same passage: each votes for its bucket of eight tokens, and half for the one before.
        const bucket = (position - i) >> 3
        votes.set(bucket, (votes.get(bucket) ?? 0) + 2)
        votes.set(bucket - 1, (votes.get(bucket - 1) ?? 0) + 1)
      }
    }
    return [...votes]
      .sort(([, a], [, b]) => b - a)
      .slice(0, candidates)
      .map(([bucket]) => bucket * 8 + 4)
  }
}
