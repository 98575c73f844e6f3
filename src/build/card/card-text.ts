import { createRequire } from 'node:module'
import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js'

/** How a text of the card is set. */
export interface TextStyle {
  readonly family: string
  readonly weight: number
  /** Pixels. */
  readonly size: number
  /** Line height, in sizes. */
  readonly leading: number
}

// Fonts that come with the project, so that a card looks the same on every machine, also on one without fonts.
const files = [
  'source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
]

/** The family for what is written in Arabic letters. */
export const arabicFamily = 'Noto Sans Arabic'

/** Whether a text is in Arabic letters, at least in part. */
export function isArabic(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text)
}

/** Letters of other scripts than the project's fonts have. */
const foreign = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{L}/u

/** The fonts for a text; the system's as well only where it needs them, since it takes its time to find them. */
export function fontOptions(text: string): NonNullable<ResvgRenderOptions['font']> {
  const { resolve } = createRequire(import.meta.url)
  return {
    fontFiles: files.map((file) => resolve(`@expo-google-fonts/${file}`)),
    loadSystemFonts: foreign.test(text),
    defaultFontFamily: 'Source Sans 3',
  }
}

/** A text without the characters that XML 1.0 does not allow; a story may hold any. */
export function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

/**
 * Breaks a text into lines of at most so many pixels. Where it would take more lines than there is room for, it is set
 * smaller, down to two thirds, and then cut.
 */
export function setLines(
  Renderer: typeof Resvg,
  text: string,
  style: TextStyle,
  width: number,
  most: number,
): { lines: string[]; style: TextStyle } {
  let smaller = style
  let lines = breakLines(Renderer, text, style, width)
  while (lines.length > most && smaller.size > style.size * 0.67) {
    smaller = { ...smaller, size: smaller.size - 2 }
    lines = breakLines(Renderer, text, smaller, width)
  }
  if (lines.length > most) lines = [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`]
  return { lines, style: smaller }
}

function breakLines(Renderer: typeof Resvg, text: string, style: TextStyle, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measure(Renderer, longer, style) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function measure(Renderer: typeof Resvg, text: string, { family, weight, size }: TextStyle): number {
  const written = legal(text.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`))
  const face = isArabic(text) ? arabicFamily : family
  const attributes = `font-family="${face}" font-weight="${weight}" font-size="${size}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="99"><text y="50" ${attributes}>${written}</text></svg>`
  return new Renderer(svg, { font: fontOptions(text) }).getBBox()?.width ?? 0
}
