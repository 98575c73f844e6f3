import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js'
import { packageFile } from '../package-file.ts'
import { escapeXml } from './xml-text.ts'

// The project brings its own fonts, so that a card looks the same on every machine, even on one without fonts.
const files = [
  'source-serif-4-700.ttf',
  'source-sans-3-400.ttf',
  'source-sans-3-400-italic.ttf',
  'source-sans-3-600.ttf',
  'source-sans-3-700.ttf',
  'noto-sans-arabic-400.ttf',
  'noto-sans-arabic-700.ttf',
]

/** Letters and digits of scripts that the project's fonts do not cover. */
const foreign = /(?![\0-\u00ff\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])[\p{L}\p{N}]/u
/** Signs that the project's fonts may lack, such as emoji. */
const sign = /(?![\0-\u00ff])\p{S}/u

/** What the renderer is told of fonts. */
export type FontOptions = NonNullable<ResvgRenderOptions['font']>

/** The fonts for a card with some texts. The system's fonts take long to find and are loaded only if a text needs them. */
export function fontOptions(texts: readonly string[]): FontOptions {
  return {
    fontFiles: files.map((file) => packageFile('src', 'build', 'card', 'fonts', file)),
    loadSystemFonts: texts.some((text) => foreign.test(text)),
    defaultFontFamily: 'Source Sans 3',
  }
}

/** The font family for text in Arabic letters. */
export const arabicFamily = 'Noto Sans Arabic'

/** Whether a text is in Arabic letters, at least in part. */
export function isArabic(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text)
}

/** Letters that the renderer sets one over the other, whatever the font: their vowels go around them. */
export const unsettable = new RegExp(
  `[${[
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
    'Sinhala',
    'Khmer',
    'Myanmar',
    'Tibetan',
  ]
    .map((script) => String.raw`\p{Script=${script}}`)
    .join('')}]`,
  'u',
)

/** Whether a text has letters that are written from right to left. */
export function isRightToLeft(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(
    text,
  )
}

/** What no font has: the renderer draws the same box for it as for this character, which is none. */
const unassigned = '\u{10ffff}'
const cell = 48

/** The letters, digits and signs of some texts that cannot be set on this machine: most for want of a font, as boxes. */
export function lackingCharacters(Renderer: typeof Resvg, texts: readonly string[], font: FontOptions): Set<string> {
  const characters = [...new Set(texts.join(''))]
  const foreigners = characters.filter((one) => foreign.test(one) || sign.test(one))
  const suspects = foreigners.filter((character) => !unsettable.test(character))
  const lacking = new Set(foreigners.filter((character) => unsettable.test(character)))
  if (suspects.length === 0) return lacking
  const row = [unassigned, ...suspects]
  const drawn = row.map((character, i) => {
    return `<text x="${i * cell + 8}" y="34" font-family="Source Sans 3" font-size="24">${escapeXml(character)}</text>`
  })
  const width = row.length * cell
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${cell}">${drawn.join('')}</svg>`
  const { pixels } = new Renderer(svg, { font }).render()
  const look = (index: number): string =>
    Array.from({ length: cell }, (_, y) => {
      const start = (y * width + index * cell) * 4
      return Buffer.from(pixels.subarray(start, start + cell * 4)).toString('latin1')
    }).join()
  const nothing = Array.from({ length: cell }, () => '\0'.repeat(cell * 4)).join()
  const unseen = [look(0), nothing]
  for (const [i, character] of suspects.entries()) if (unseen.includes(look(i + 1))) lacking.add(character)
  return lacking
}
