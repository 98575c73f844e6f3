import type { Gazetteer } from './gazetteer.ts'
import { hashWord, keyWords } from './name-key.ts'
import type { TextWord } from './text-words.ts'

/** And, so; in, to, as: written as one with the word after them, and with its article: بالموصل is in Mosul. */
const prefix = /^(?:[وف]?(?:[بك](?=..)|لل(?=..)|ل(?=..))?)/

/**
 * The words of an Arabic text, those that are no names by themselves without the prefixes that are no part of them; their offsets
 * are those of what remains.
 */
export function withoutPrefixes(words: readonly TextWord[], gazetteer: Gazetteer): TextWord[] {
  return words.map((word) => {
    if (!/^\p{Script=Arabic}/u.test(word.text) || gazetteer.find(word.text).length > 0) return word
    const length = prefix.exec(word.text)?.[0].length ?? 0
    for (const cut of [1, 2, length].filter((n) => n > 0 && n <= length)) {
      // لل is the preposition with the article, whose first letter is dropped.
      const rest = word.text.slice(cut)
      for (const text of word.text.slice(0, cut).endsWith('لل') ? [`ال${rest}`, rest] : [rest]) {
        if (text.length < 3 || gazetteer.find(text).length === 0) continue
        const key = keyWords(text).join('')
        return { ...word, start: word.start + cut, text: rest, key, hash: hashWord(key) }
      }
    }
    return word
  })
}
