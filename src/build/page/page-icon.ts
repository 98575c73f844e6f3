import { palette } from '../../view/palette.ts'

/** A place's pin, as in the map. */
const pin = `<path fill='${palette.accent}' d='M0 15.5C-3 10-11 5-11-3a11 11 0 0 1 22 0C11 5 3 10 0 15.5Z'/><circle cy='-3' r='4' fill='#fff'/>`

const iconOf = (box: string, content: string): string =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${box}'>${content}</svg>`

/** The page's icon as an address, so that browsers request nothing. */
export const pageIcon = `data:image/svg+xml,${encodeMarkup(iconOf('-16 -16 32 32', pin))}`

/** Encodes what may not stand in an address, or ends an attribute for a program that reads HTML only roughly. */
function encodeMarkup(markup: string): string {
  return markup.replace(/[<>#]/g, encodeURIComponent)
}

/**
 * Draws the icon as a PNG, for programs that want a file: archives, feed readers, and home screens, which ask for 180
 * pixels and a ground.
 */
export async function renderIconFile(): Promise<Uint8Array> {
  // Loaded only when needed: it is a native module, with a binary for each platform.
  const { Resvg } = await import('@resvg/resvg-js')
  const icon = iconOf('-22 -22 44 44', pin)
  return new Resvg(icon, { background: palette.paper, fitTo: { mode: 'width', value: 180 } }).render().asPng()
}
