import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import type { Position } from '../../../story/geometry.ts'
import { SourceError } from '../../basemap/source-error.ts'

/**
 * What GMT takes from GSHHG: a class of WDBII's rivers, from 0, double-lined rivers, to 4, minor ones; or the coasts of land
 * in the sea.
 */
export type Lines = `-I${0 | 1 | 2 | 3 | 4}` | '-W1'

/**
 * Reads all lines of a kind in GSHHG's full resolution, in pieces, by GMT. Positions are on a grid of 1/4000 degree.
 * @throws {SourceError} if GMT or its data are not installed
 */
export function readLines(lines: Lines): Position[][] {
  const options = ['-R-180/180/-85/85', '-Df', '-M', lines, '--FORMAT_FLOAT_OUT=%.5f', '--GMT_HISTORY=false']
  const { status, stdout, stderr, error } = spawnSync('gmt', ['coast', ...options], {
    maxBuffer: 2 ** 30,
    // GMT keeps a history file in its working directory.
    cwd: tmpdir(),
  })
  if (error || status !== 0) {
    throw new SourceError(
      `Rivers and islands come from GMT and its full-resolution GSHHG data, which could not be read (${error?.message ?? stderr.toString().trim()}). ` +
        'Install both, on Debian and Ubuntu: apt install gmt gmt-gshhg-full; on macOS: brew install gmt.',
    )
  }
  return parseLines(stdout.toString('latin1'))
}

/** Parses what GMT prints: a line that starts with `>` before each piece, then a line for each of its positions. */
export function parseLines(printed: string): Position[][] {
  const pieces: Position[][] = []
  for (const row of printed.split('\n')) {
    if (row.startsWith('>')) pieces.push([])
    if (row === '' || row.startsWith('>') || row.startsWith('#')) continue
    const [longitude = NaN, latitude = NaN] = row.split(/\s+/).map(Number)
    pieces.at(-1)?.push([longitude, latitude])
  }
  return pieces.map(withoutRepeats).filter((piece) => piece.length > 1)
}

function withoutRepeats(line: readonly Position[]): Position[] {
  return line.filter((position, index) => {
    const before = line[index - 1]
    return before === undefined || position[0] !== before[0] || position[1] !== before[1]
  })
}
