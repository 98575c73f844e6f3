import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Gazetteer, parseGazetteer } from '../../gazetteer/gazetteer.ts'
import { SourceError } from '../basemap/source-error.ts'
import { packageFile } from '../package-file.ts'

/** The folder of the gazetteer, in a clone of the project as well as in the installed package. */
export const gazetteerFolder = (): string => packageFile('geo', 'gazetteer')

/** The gazetteer of all places, or of the greater ones alone: see geo/gazetteer/README.md */
export type GazetteerSize = 'full' | 'core'

/** Reads the gazetteer that comes with the project. @throws {SourceError} if it is not there */
export function readGazetteer(size: GazetteerSize = 'full'): Gazetteer {
  let path = ''
  let file: Uint8Array
  try {
    path = join(gazetteerFolder(), `${size}.gazetteer`)
    file = readFileSync(path)
  } catch {
    throw new SourceError(
      `The gazetteer, in which places are looked up, is not there: ${path || 'it is not installed'}`,
    )
  }
  return parseGazetteer(gunzipSync(file, { chunkSize: 2 ** 23 }))
}
