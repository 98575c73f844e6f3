import type { Resvg } from '@resvg/resvg-js'
import { arabicFamily, type FontOptions, isArabic } from './card-fonts.ts'
import { escapeXml } from './xml-text.ts'

/** The typography of a text on the card. */
export interface TextStyle {
  readonly family: string
  readonly weight: number
  /** Pixels. */
  readonly size: number
  /** Line height, in multiples of the size. */
  readonly leading: number
}

/** The width of a text in pixels. */
export type Measure = (text: string, style: TextStyle) => number

/**
 * Breaks a text into lines. If it takes too many, it is set smaller, down to two thirds of its size, and then cut.
 * @param width the width of a line, in pixels
 * @param most how many lines there is room for
 */
export function setLines(
  measure: Measure,
  text: string,
  style: TextStyle,
  width: number,
  most: number,
): { lines: string[]; style: TextStyle } {
  let smaller = style
  let lines = breakLines(measure, text, style, width)
  while (lines.length > most && smaller.size > style.size * 0.67) {
    smaller = { ...smaller, size: smaller.size - 2 }
    lines = breakLines(measure, text, smaller, width)
  }
  if (lines.length <= most) return { lines, style: smaller }
  let last = lines[most - 1] ?? ''
  while (last !== '' && measure(`${last}…`, smaller) > width) last = last.replace(/\S\s*$/u, '')
  return { lines: [...lines.slice(0, most - 1), `${last}…`], style: smaller }
}

function breakLines(measure: Measure, text: string, style: TextStyle, width: number): string[] {
  const fits = (line: string): boolean => measure(line.trim(), style) <= width
  const lines: string[] = ['']
  const add = (part: string, smaller?: (part: string) => string[]): void => {
    const last = lines.length - 1
    const longer = `${lines[last] ?? ''}${part}`
    if (fits(longer)) lines[last] = longer
    else if (smaller && !fits(part)) for (const piece of smaller(part)) add(piece)
    else lines.push(part)
  }
  for (const part of partsOf(text)) add(part, (word) => segment(word, 'grapheme'))
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

// Their words are not parted by spaces.
const spaceless =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The parts of a text between which a line may break, with the spaces and marks that follow them. */
function partsOf(text: string): string[] {
  return text.split(/(?<=\s)(?=\S)/u).flatMap((word) => (spaceless.test(word) ? segment(word, 'word') : [word]))
}

/** Segments a text as Unicode Standard Annex 29 says. Marks stay with what is before them. */
function segment(text: string, granularity: 'word' | 'grapheme'): string[] {
  const parts: string[] = []
  for (const { segment } of new Intl.Segmenter(undefined, { granularity }).segment(text)) {
    if (parts.length > 0 && /^[\p{P}\s]+$/u.test(segment) && !/^[\p{Ps}\p{Pi}]/u.test(segment)) {
      parts[parts.length - 1] += segment
    } else parts.push(segment)
  }
  return parts
}

/** Measures texts as the card's renderer sets them. */
export function createMeasure(Renderer: typeof Resvg, font: FontOptions): Measure {
  return (text, { family, weight, size }) => {
    const face = isArabic(text) ? arabicFamily : family
    const attributes = `font-family="${face}" font-weight="${weight}" font-size="${size}"`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="99"><text y="50" ${attributes}>${escapeXml(text)}</text></svg>`
    return new Renderer(svg, { font }).getBBox()?.width ?? 0
  }
}
