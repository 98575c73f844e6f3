import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import type { Bounds } from '../../cartography/basemap.ts'
import { SourceError } from './source-error.ts'

/**
 * Prints the rivers of a class of WDBII within bounds, as `gmt coast -M -I<class>` does: a line that starts with `>` before
 * each river, then a line for each of its positions, with longitude and latitude in degrees.
 */
export type RiverPrinter = (riverClass: number, bounds: Bounds) => string

/**
 * Prints GSHHG's rivers in full resolution, by GMT.
 * @throws {SourceError} if GMT or its data are not installed
 */
export const printRivers: RiverPrinter = (riverClass, [west, south, east, north]) => {
  const region = `-R${west}/${east}/${south}/${north}`
  const options = ['-Df', '-M', `-I${riverClass}`, '--FORMAT_FLOAT_OUT=%.6f', '--GMT_HISTORY=false']
  const { status, stdout, stderr, error } = spawnSync('gmt', ['coast', region, ...options], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    // GMT keeps a history file in its working directory.
    cwd: tmpdir(),
  })
  if (error || status !== 0) {
    throw new SourceError(
      `The rivers come from GMT and its full-resolution GSHHG data, which could not be read (${error?.message ?? stderr.trim()}). ` +
        'Install both, on Debian and Ubuntu: apt install gmt gmt-gshhg-full; on macOS: brew install gmt.',
    )
  }
  return stdout
}
