import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { printable } from '../build/printable.ts'
import { readStoryFile } from '../build/story-file.ts'
import { writeTextFile } from '../build/text-file.ts'
import type { BasemapFile } from '../cartography/basemap-file.ts'
import { type Terminal, UseError } from './terminal.ts'

/**
 * `article-map basemap` with its arguments.
 * @returns the exit status
 * @throws {UseError} if the arguments make no sense
 * @throws {FileError} if a story cannot be read, or its basemap cannot be written
 * @throws {StoryError} if a story has errors
 * @throws {SourceError} if the world pack is not there
 */
export async function drawBasemaps(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      world: { type: 'boolean', default: false },
      folder: { type: 'string', default: 'geo' },
      streets: { type: 'string' },
      buildings: { type: 'boolean', default: false },
    },
  })
  if (positionals.length === 0 && !values.world) {
    throw new UseError('draw the basemap of which story? Name it, such as raqqa')
  }
  if (values.streets !== undefined) {
    const [positional, ...others] = positionals
    if (positional === undefined || others.length > 0) {
      throw new UseError('streets are of one story: name it, such as basemap raqqa --streets export.geojson')
    }
    const { drawStreets } = await import('./streets.ts')
    const name = basename(positional, '.geojson')
    return drawStreets({ name, folder: values.folder, file: values.streets, buildings: values.buildings }, terminal)
  }
  // Large, so no other command loads it.
  const { createBasemapFile, createWorldFile, gzipSize } = await import('../build/basemap/generator.ts')
  const { describeOffShore } = await import('../build/basemap/places-off-shore.ts')
  const write = (name: string, file: BasemapFile): void => {
    const path = join(values.folder, `${name}.basemap.json`)
    writeTextFile(resolve(terminal.folder, path), `${JSON.stringify(file)}\n`)
    const size = `${(gzipSize(file) / 1000).toFixed(1)} kB gzip`
    terminal.print(`${printable(path)}: ${size}, ${file.labels.length} labels, ${file.bounds.join(' ')}\n`)
  }
  if (values.world) write('world', createWorldFile())
  for (const positional of positionals) {
    const name = basename(positional, '.geojson')
    const story = readStoryFile(resolve(terminal.folder, values.folder, `${name}.geojson`))
    const file = createBasemapFile(story)
    write(name, file)
    for (const line of describeOffShore(story, file)) terminal.print(`${line}\n`)
  }
  return 0
}
