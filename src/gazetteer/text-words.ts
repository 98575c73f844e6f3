import { hashWord, keyWords } from './name-key.ts'

/** A word of a text, as names are found by it. */
export interface TextWord {
  /** Offsets in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** As name keys write it; empty if they do not. */
  readonly key: string
  readonly hash: number
  /** What stands between it and the word before. */
  readonly gap: string
  /** It starts with a capital, or with a letter of a script that has none. */
  readonly isCapital: boolean
  /** It has two letters and more, all capital. */
  readonly isUpper: boolean
  /** A sentence, a line or a quote starts with it, so that its capital says nothing. */
  readonly isFirst: boolean
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

/** Longer words are no names; neither are longer gaps a part of one. */
const longest = 40

/** The words of a text. */
export function textWords(text: string): TextWord[] {
  const words: TextWord[] = []
  let last = 0
  for (const match of text.matchAll(word)) {
    const [found] = match
    const start = match.index
    const key = found.length > longest ? '' : keyWords(found).join('')
    const gap = start - last > longest ? '\n\n' : text.slice(last, start)
    words.push({
      start,
      end: start + found.length,
      text: found,
      key,
      hash: hashWord(key),
      gap,
      isCapital: /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(found),
      isUpper: found.length > 1 && /^\p{Lu}+$/u.test(found),
      isFirst: words.length === 0 || isSentenceGap(gap, words.at(-1)),
    })
    last = start + found.length
  }
  return words
}

/** Whether a sentence ends in a gap: not after an initial or a short word with a full stop, such as Mr. or St. */
function isSentenceGap(gap: string, before: TextWord | undefined): boolean {
  if (/[!?:;…\n•“„«"—–]|--|\s-\s|\.{2}|\.["”’)]/.test(gap)) return true
  if (!gap.includes('.') || !/\s/.test(gap)) return false
  return before === undefined || !/^(?:\p{Lu}|\p{Lu}\p{L}{1,3})$/u.test(before.text) || before.isUpper
}

/** Whether the words at both sides of a gap can be of one name: New York, Saint-Denis, Coeur d'Alene, St. Louis. */
export function isNameGap(gap: string, before: TextWord): boolean {
  return (
    /^(?:[ \u00A0\u202F]|\n|[-‐‑'’ʼ])$/.test(gap) ||
    (/^\. ?$/.test(gap) && /^(?:saint|mount|fort|sainte)$/.test(before.key) && before.text.length < 4)
  )
}
