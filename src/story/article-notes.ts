/** How a note at the end of a text starts: `1 `, `1. `, `1) `, `¹ `, `[1] `, `(1) `; word processors may leave out the space. */
const noteStart = /^[ \t]*([[(]?)(\d{1,2}|[⁰¹²³⁴-⁹]{1,2})[\])]?\.?(?:\s+(?=\S)|(?=\p{Lu}))/u

/** A plain text's blocks, and the notes at its end. */
export interface BlocksAndNotes {
  readonly body: readonly string[]
  readonly notes: readonly string[]
}

/**
 * Parts the blocks of a plain text from the notes at its end, and takes the marks of these out of the blocks: `ashore1`,
 * `ashore¹` or, if the notes start so, `ashore [1]`. Notes are numbered from 1, and the text has each number once behind a
 * word, in this order; else there are none, and all stays as it is.
 */
export function partNotes(blocks: readonly string[]): BlocksAndNotes {
  const none = { body: blocks, notes: [] }
  const first = blocks.findLastIndex((block) => numberOf(block) === 1)
  if (first < 1) return none
  const notes = blocks.slice(first)
  const count = countNotes(notes)
  const bracket = noteStart.exec(notes[0] ?? '')?.[1] ?? ''
  const between = '\n\n'
  let text = blocks.slice(0, first).join(between)
  let end = 0
  for (let number = 1; number <= count; number++) {
    const mark = markOf(number, bracket, text)
    if (mark === undefined || mark.index < end) return none
    end = mark.index
    text = text.slice(0, end) + text.slice(end + mark.length)
  }
  return count === 0 ? none : { body: text.split(between), notes }
}

/** The number with which a note starts. */
function numberOf(note: string): number | undefined {
  const number = noteStart.exec(note)?.[2]
  return number === undefined ? undefined : Number(number.normalize('NFKC'))
}

/** How many notes there are in blocks, which have one or several, each on a line; 0 if a block starts with none, or the wrong one. */
function countNotes(blocks: readonly string[]): number {
  let count = 0
  for (const block of blocks) {
    const before = count
    for (const line of block.split(/\r?\n/)) if (numberOf(line) === count + 1) count++
    if (numberOf(block) !== before + 1) return 0
  }
  return count
}

/** The only place of a note's mark in a text; behind a longer word or a closing mark, if there is one: not that of `CO2`. */
function markOf(number: number, bracket: string, text: string): { index: number; length: number } | undefined {
  const raised = String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')
  const written = { '[': String.raw`[ \u00A0]?\[${number}\]`, '(': String.raw`[ \u00A0]?\(${number}\)` }[bracket]
  const mark = `(?:${written ?? `${number}|${raised}`})(?![\\p{L}\\p{M}\\p{N}]|[.,]\\p{N})`
  const behind = [
    String.raw`\p{L}{2}[\p{Ll}\p{Lo}]|[\p{L}\p{Pe}\p{Pf}"'][.,;:!?…]|[\p{L}.,!?…]["']|[\p{Pe}\p{Pf}]`,
    String.raw`\p{L}`,
  ]
  for (const before of behind) {
    const [only, ...others] = text.matchAll(new RegExp(`(?<=${before})${mark}`, 'gu'))
    if (only !== undefined) return others.length === 0 ? { index: only.index, length: only[0].length } : undefined
  }
  return undefined
}
