/** A text without the typography that changes no word, and where each of its UTF-16 units stood in the original. */
export interface FoldedText {
  readonly text: string
  /** One for each unit of `text`, and the original's length at the end. */
  readonly offsets: readonly number[]
}

/**
 * Folds what a typesetter, a word processor or an editor changes without changing a word: the form of quotation marks
 * and apostrophes, of hyphens and dashes, of spaces and line breaks; soft hyphens and other invisible marks; `…`;
 * Unicode's two ways to write an accented letter (NFC). Letters, digits, case and all other punctuation stay.
 */
export function foldTypography(text: string): FoldedText {
  const offsets: number[] = []
  // Pieces, since looking at the end of a text that grows would copy it each time.
  const pieces: string[] = []
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    let plain = cluster
    if (cluster.length > 1 || cluster > '~') {
      if (invisible.test(cluster)) continue
      plain = folds.get(cluster) ?? (/^\s/.test(cluster) ? ' ' : cluster.normalize('NFC'))
    } else if (cluster < '!') plain = ' '
    if (plain === ' ' && pieces.at(-1) === ' ') continue
    for (let i = 0; i < plain.length; i++) offsets.push(index)
    pieces.push(plain)
  }
  offsets.push(text.length)
  return { text: pieces.join(''), offsets }
}

// Runs of plain text are cut into characters; an accented letter, and a Hangul syllable, is one piece with its parts.
const clusters = /\s+|-{2,3}|[\u1100-\u11FF]+|[^\p{M}]\p{M}*|\p{M}+/gsu

// Soft hyphen, zero-width space, word joiner, byte order mark, marks of direction. Not the zero-width (non-)joiner:
// it makes another word in Persian and in India's scripts.
const invisible = /^[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]$/

const folds: ReadonlyMap<string, string> = new Map(
  [
    ["'", '\u2018 \u2019 \u201A \u201B \u2039 \u203A \u02BC \u00B4 \u2032'],
    ['"', '\u201C \u201D \u201E \u201F \u00AB \u00BB \u2033'],
    ['-', '\u2010 \u2011 \u2012 \u2013 \u2014 \u2015 \u2212 -- ---'],
    ['...', '\u2026'],
  ].flatMap(([plain = '', marks = '']) => marks.split(' ').map((mark) => [mark, plain])),
)
