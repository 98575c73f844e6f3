import { plainLatin } from '../story/plain-latin.ts'

/** What stands in a name key where words are divided; and what a character is replaced by that is not written in one. */
const divider = 32
const nothing = 0

/** Letters of Arabic that are written one for another. */
const arabicLetters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
}

/** The characters below this have a row in the table; those above are letters as they are, or divide words. */
const tableSize = 0x2100

/** Up to two characters that each character is written with in a key, the second in the upper half. */
const table = new Uint32Array(tableSize)

for (let code = 0; code < tableSize; code++) table[code] = keyCharacters(String.fromCharCode(code))

function keyCharacters(character: string): number {
  if (/[\u0300-\u036F\u0640\u064B-\u065F\u0670]/.test(character)) return nothing
  const plain = arabicLetters[character] ?? plainLatin(character)
  if (!/^[\p{L}\p{N}]/u.test(plain)) return divider
  return plain.charCodeAt(0) | ((plain.length > 1 ? plain.charCodeAt(1) : 0) << 16)
}

/** The characters of a key that a UTF-16 unit is written with: the first in the lower half, a second in the upper one. */
export function foldUnit(unit: number): number {
  if (unit < tableSize) return table[unit] ?? divider
  // General punctuation, symbols and full-width forms divide; Han, Hangul and their like are letters.
  return (unit >= 0x2e80 && unit < 0xe000) || (unit >= 0xf900 && unit < 0xfe00) ? unit : divider
}

/** The words of a name as they are compared: lower case, no accents, no marks. "Saint-Étienne" gives saint, etienne. */
export function keyWords(text: string): string[] {
  const words: string[] = []
  let word = ''
  for (let i = 0; i <= text.length; i++) {
    const folded = i < text.length ? foldUnit(text.charCodeAt(i)) : divider
    if (folded === divider) {
      if (word !== '') words.push(wholeWord(word))
      word = ''
    } else if (folded !== nothing) {
      word += String.fromCharCode(folded & 0xffff)
      if (folded > 0xffff) word += String.fromCharCode(folded >>> 16)
    }
  }
  return words
}

/** Words that names are written with in short. */
const shortWords: readonly (readonly [string, string])[] = [
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['mt', 'mount'],
  ['ft', 'fort'],
]
const wholeWords = new Map(shortWords)

function wholeWord(word: string): string {
  return wholeWords.get(word) ?? word
}

const seed = 0x811c9dc5
const prime = 0x01000193

/** The hash of a word of a key. */
export function hashWord(word: string): number {
  let hash = seed
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), prime)
  return hash
}

/** The hash of some words and one more. That of no words is 0. */
export function hashMore(hash: number, wordHash: number): number {
  const mixed = Math.imul(hash ^ wordHash, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

const wholeHashes = new Map(shortWords.map(([short, whole]) => [hashWord(short), hashWord(whole)]))

/** The hash of the name in UTF-8 between two offsets: that of its words, one after the other, but without making texts. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0
  let word = seed
  for (let i = start; i <= end;) {
    const unit = i < end ? unitAt(bytes, i) : divider
    i += i < end ? unitLength(bytes[i] ?? 0) : 1
    const folded = foldUnit(unit)
    if (folded === nothing) continue
    if (folded !== divider) {
      word = Math.imul(word ^ (folded & 0xffff), prime)
      if (folded > 0xffff) word = Math.imul(word ^ (folded >>> 16), prime)
    } else if (word !== seed) {
      hash = hashMore(hash, wholeHashes.get(word) ?? word)
      word = seed
    }
  }
  return hash
}

function unitLength(byte: number): number {
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
}

/** What is beyond the first plane divides words: no place of the gazetteer is written with it. */
function unitAt(bytes: Uint8Array, i: number): number {
  const a = bytes[i] ?? 0
  if (a < 0x80) return a
  const b = bytes[i + 1] ?? 0
  if (a < 0xe0) return ((a & 0x1f) << 6) | (b & 0x3f)
  if (a < 0xf0) return ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | ((bytes[i + 2] ?? 0) & 0x3f)
  return divider
}
