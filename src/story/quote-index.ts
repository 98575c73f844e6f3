import { type ArticleText } from './article-text.ts'
import { isBoundary } from './word.ts'

/** Quotes are looked up by this many of their first characters. */
const keyLength = 16

/** Finds passages in an article without searching all of it for each. */
export class QuoteIndex {
  readonly article: ArticleText
  /** The folded article with its dashes as published: a dash separates words, a hyphen joins them. */
  readonly #dashed: string
  readonly #positions = new Map<string, number[]>()

  constructor(article: ArticleText) {
    this.article = article
    const { folded, text, offsets } = article
    this.#dashed = folded.replace(/-/g, (hyphen, i: number) => (isDash(text, offsets[i] ?? 0) ? '—' : hyphen))
    for (let i = 0; i + keyLength <= folded.length; i++) {
      if (!isStart(folded, i)) continue
      const key = folded.slice(i, i + keyLength)
      const positions = this.#positions.get(key)
      if (positions === undefined) this.#positions.set(key, [i])
      else positions.push(i)
    }
  }

  /** The positions in the folded article at which a folded passage stands and cuts no word at its ends. */
  find(passage: string): number[] {
    const { folded } = this.article
    return this.#candidates(passage).filter(
      (start) => folded.startsWith(passage, start) && !this.cuts(start) && !this.cuts(start + passage.length),
    )
  }

  /** Whether a passage that starts or ends at this position of the folded article cuts a word or a number. */
  cuts(position: number): boolean {
    return !isBoundary(this.#dashed, position)
  }

  #candidates(passage: string): readonly number[] {
    if (passage.length >= keyLength) return this.#positions.get(passage.slice(0, keyLength)) ?? []
    const { folded } = this.article
    const found: number[] = []
    if (passage === '') return found
    for (let at = folded.indexOf(passage); at >= 0; at = folded.indexOf(passage, at + 1)) found.push(at)
    return found
  }
}

/** Whether a word may start here: a cheap test, false only between two Latin letters. */
function isStart(text: string, i: number): boolean {
  return i === 0 || !(isLatinLetter(text.charCodeAt(i - 1)) && isLatinLetter(text.charCodeAt(i)))
}

function isLatinLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Whether a hyphen of the folded text is a dash in the original: `—`, `--`, or `–` except in 10–20. */
function isDash(text: string, at: number): boolean {
  return /^(?:[—―]|--)/.test(text.slice(at, at + 2)) || (text[at] === '–' && !/\d$/.test(text.slice(at - 1, at)))
}
