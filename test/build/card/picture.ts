import { inflateSync } from 'node:zlib'

/** A picture, pixel by pixel. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** The colour of a pixel, as `#rrggbb`; x to the right and y down from the corner. */
  colorAt(x: number, y: number): string
}

/** A part of a picture, in pixels: from `left` and `top` up to, without, `right` and `bottom`. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const bytesOfPixel = 4

/** Decodes a PNG as resvg writes it: 8 bits a channel, red, green, blue and alpha, not interlaced. See https://www.w3.org/TR/png/ */
export function decodePng(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const format = png.subarray(24, 29).toString('hex')
  if (png.toString('latin1', 1, 4) !== 'PNG' || format !== '0806000000') throw new Error(`Not such a PNG: ${format}`)
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const isData = png.toString('latin1', at + 4, at + 8) === 'IDAT'
    if (isData) data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const pixels = unfilter(inflateSync(Buffer.concat(data)), width * bytesOfPixel, height)
  return {
    width,
    height,
    colorAt(x, y) {
      const at = (y * width + x) * bytesOfPixel
      return `#${pixels.subarray(at, at + 3).toString('hex')}`
    },
  }
}

/** Takes back what each line was filtered by, for its compression. */
function unfilter(lines: Buffer, length: number, height: number): Buffer {
  const pixels = Buffer.alloc(length * height)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (length + 1)] ?? 0
    for (let i = 0; i < length; i++) {
      const at = y * length + i
      const left = i < bytesOfPixel ? 0 : (pixels[at - bytesOfPixel] ?? 0)
      const up = y === 0 ? 0 : (pixels[at - length] ?? 0)
      const upLeft = i < bytesOfPixel || y === 0 ? 0 : (pixels[at - length - bytesOfPixel] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0
      pixels[at] = ((lines[y * (length + 1) + 1 + i] ?? 0) + guess) & 255
    }
  }
  return pixels
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}

/** The pixels of an area that have one of these colours. */
export function pixelsOf(picture: Picture, area: Area, colors: readonly string[]): { x: number; y: number }[] {
  const found: { x: number; y: number }[] = []
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) if (colors.includes(picture.colorAt(x, y))) found.push({ x, y })
  }
  return found
}

/** How much of an area has one of these colours, from 0 to 1. */
export function shareOf(picture: Picture, area: Area, colors: readonly string[]): number {
  return pixelsOf(picture, area, colors).length / ((area.right - area.left) * (area.bottom - area.top))
}
