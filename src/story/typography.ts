/** A text with its typography folded, and the original position of each of its UTF-16 units. */
export interface FoldedText {
  readonly text: string
  /** For each unit of `text` its position in the original; at the end the original's length. */
  readonly offsets: readonly number[]
}

/**
 * Folds what typesetters, word processors and editors change without changing a word: the form of quotation marks and
 * apostrophes, of hyphens and dashes, of spaces and line breaks; soft hyphens and other invisible marks; `…`; Unicode's
 * two ways to write an accented letter (NFC). Letters, digits, case and all other punctuation stay as they are.
 */
export function foldTypography(text: string): FoldedText {
  const offsets: number[] = []
  // An array: reading the end of a growing string would copy it each time.
  const pieces: string[] = []
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    let plain = cluster
    if (cluster.length > 1 || cluster > '~') {
      if (isInvisible.test(cluster)) continue
      plain = folds.get(cluster) ?? (/^\s/.test(cluster) ? ' ' : cluster.normalize('NFC'))
    } else if (/\s/.test(cluster)) plain = ' '
    if (plain === ' ' && pieces[pieces.length - 1] === ' ') continue
    for (let i = 0; i < plain.length; i++) offsets.push(index)
    pieces.push(plain)
  }
  offsets.push(text.length)
  return { text: pieces.join(''), offsets }
}

// A run of spaces, a dash of hyphens, the parts of Hangul syllables, or a single character with its accents.
const clusters = /\s+|-{2,3}|[\u1100-\u11FF]+|[^\p{M}]\p{M}*|\p{M}+/gsu

// Soft hyphen, zero-width space, word joiner, byte order mark, marks of direction. Not the zero-width (non-)joiner, which
// makes a different word in Persian and in Indic scripts.
const invisible = String.raw`[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]`
const isInvisible = new RegExp(`^${invisible}$`)
const allInvisible = new RegExp(invisible, 'g')

/** A text without the marks that nobody sees. Some of them change the order in which the rest is read. */
export function withoutInvisible(text: string): string {
  return text.replace(allInvisible, '')
}

/** A text as a reader sees it, in one line: without the marks that nobody sees, and with plain spaces. */
export function oneLine(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ').trim()
}

const folds: ReadonlyMap<string, string> = new Map(
  [
    ["'", '\u2018 \u2019 \u201A \u201B \u2039 \u203A \u02BC \u00B4 \u2032'],
    ['"', '\u201C \u201D \u201E \u201F \u00AB \u00BB \u2033'],
    ['-', '\u2010 \u2011 \u2012 \u2013 \u2014 \u2015 \u2212 -- ---'],
    ['...', '\u2026'],
  ].flatMap(([plain = '', marks = '']) => marks.split(' ').map((mark) => [mark, plain])),
)
