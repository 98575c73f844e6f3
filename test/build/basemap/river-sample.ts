import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeArcs } from '../../../src/cartography/encode-arcs.ts'
import type { RiverPrinter } from '../../../src/build/basemap/gmt.ts'
import { decodeArcs } from '../../../src/cartography/arc-grid.ts'
import type { Bounds } from '../../../src/cartography/basemap.ts'
import type { Position } from '../../../src/story/geometry.ts'

// A sample of what GMT prints for a story: a line for each class of rivers, its pieces encoded as a basemap's arcs are.

const classes = [0, 1, 2, 3, 4]
/** Grid steps in a degree: finer than the source, which is of about 100 m. */
const steps = 4000

/** Where the sample of a story lies. */
export function samplePath(name: string): string {
  return join(import.meta.dirname, '../../fixture/rivers', `${name}.txt`)
}

/** Prints the rivers of a sample, as GMT would. */
export function readSample(name: string): RiverPrinter {
  const lines = readFileSync(samplePath(name), 'utf8').split('\n')
  return (riverClass) => {
    const arcs = lines[riverClass] ?? ''
    const pieces = arcs === '' ? [] : decodeArcs({ steps, arcs })
    return pieces.map((piece) => `> River\n${piece.map((position) => `${position.join('\t')}\n`).join('')}`).join('')
  }
}

/** Writes the sample of what is printed within bounds. */
export function writeSample(print: RiverPrinter, bounds: Bounds): string {
  return classes.map((riverClass) => `${encodeArcs(piecesOf(print(riverClass, bounds)), steps)}\n`).join('')
}

function piecesOf(printed: string): Position[][] {
  const pieces = printed.split(/^>.*\n/m).slice(1)
  return pieces.map((piece) =>
    piece
      .trim()
      .split('\n')
      .map((row): Position => {
        const [longitude, latitude] = row.split('\t')
        return [Number(longitude), Number(latitude)]
      }),
  )
}
