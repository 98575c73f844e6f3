import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { BasemapFile } from '../cartography/basemap-file.ts'
import { readStoryFile, writeTextFile } from '../build/story-file.ts'
import { type Terminal, UseError } from './terminal.ts'

/**
 * `article-map basemap` with its arguments.
 * @returns the exit status
 * @throws {UseError | FileError} if it cannot start or a file cannot be used
 * @throws {StoryError} if a story has errors
 * @throws {SourceError} if a source of the basemap is not installed
 */
export async function makeBasemaps(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { world: { type: 'boolean', default: false }, folder: { type: 'string', default: 'geo' } },
  })
  if (positionals.length === 0 && !values.world) {
    throw new UseError('draw the basemap of which story? Name it, such as raqqa')
  }
  // Its sources are large: no other command waits for them.
  const { createBasemapFile, createWorldFile, gzipSize } = await import('../build/basemap/generator.ts')
  const write = (name: string, file: BasemapFile): void => {
    const path = join(values.folder, `${name}.basemap.json`)
    writeTextFile(resolve(terminal.folder, path), `${JSON.stringify(file)}\n`)
    const size = `${(gzipSize(file) / 1000).toFixed(1)} kB gzip`
    terminal.print(`${path}: ${size}, ${file.labels.length} labels, ${file.bounds.join(' ')}\n`)
  }
  if (values.world) write('world', createWorldFile())
  for (const story of positionals) {
    const name = basename(story, '.geojson')
    write(name, createBasemapFile(readStoryFile(resolve(terminal.folder, values.folder, `${name}.geojson`))))
  }
  return 0
}
