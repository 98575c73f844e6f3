import { createRequire } from 'node:module'
import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js'

/** The typography of a text on the card. */
export interface TextStyle {
  readonly family: string
  readonly weight: number
  /** Pixels. */
  readonly size: number
  /** Line height, in multiples of the size. */
  readonly leading: number
}

// The project brings its own fonts, so that a card looks the same on every machine, even on one without fonts.
const files = [
  'source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
]

/** The font family for text in Arabic letters. */
export const arabicFamily = 'Noto Sans Arabic'

/** Whether a text is in Arabic letters, at least in part. */
export function isArabic(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text)
}

/** Letters of scripts that the project's fonts do not cover. */
const foreign = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{L}/u

/** The fonts for a text. The system's fonts take long to find and are loaded only if the text needs them. */
export function fontOptions(text: string): NonNullable<ResvgRenderOptions['font']> {
  const { resolve } = createRequire(import.meta.url)
  return {
    fontFiles: files.map((file) => resolve(`@expo-google-fonts/${file}`)),
    loadSystemFonts: foreign.test(text),
    defaultFontFamily: 'Source Sans 3',
  }
}

/** Replaces the characters that XML 1.0 does not allow. A story may hold any. */
export function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

/**
 * Breaks a text into lines. If it takes too many, it is set smaller, down to two thirds of its size, and then cut.
 * @param width the width of a line, in pixels
 * @param most how many lines there is room for
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
