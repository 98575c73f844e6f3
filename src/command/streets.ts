import { join, resolve } from 'node:path'
import { gzip } from '../build/gzip.ts'
import { printable } from '../build/printable.ts'
import { readStoryFile } from '../build/story-file.ts'
import { createStreets } from '../build/streets/create-streets.ts'
import { readStreets } from '../build/streets/read-streets.ts'
import { createStreetExtent } from '../build/streets/street-extent.ts'
import { FileError, writeTextFile } from '../build/text-file.ts'
import type { Terminal } from './terminal.ts'

/** What `article-map basemap NAME --streets FILE` is told. */
export interface StreetsRequest {
  /** The story's name. */
  readonly name: string
  readonly folder: string
  /** A file with the streets of a town. */
  readonly file: string
  readonly buildings: boolean
}

/**
 * Writes the streets around a story's places to `<name>.streets.json`.
 * @returns the exit status
 * @throws {FileError} if a file cannot be used, or the streets are those of another town
 * @throws {StoryError} if the story has errors
 */
export async function drawStreets(
  { name, folder, file, buildings }: StreetsRequest,
  terminal: Terminal,
): Promise<number> {
  const storyPath = resolve(terminal.folder, folder, `${name}.geojson`)
  const story = readStoryFile(storyPath)
  const { near, around } = createStreetExtent(story.places)
  if (near.length === 0) {
    throw new FileError(storyPath, 'has no place that is exact or approximate: streets are drawn around those')
  }
  const path = resolve(terminal.folder, file)
  const streets = createStreets(story, await readStreets(path, around), buildings)
  if (!streets) {
    const boxes = near.map((box) => box.map((degrees) => degrees.toFixed(3)).join(','))
    throw new FileError(
      path,
      `has no streets near the story’s places; export ${boxes.join(' and ')} (west, south, east, north)`,
    )
  }
  const text = `${JSON.stringify(streets.file)}\n`
  const target = join(folder, `${name}.streets.json`)
  writeTextFile(resolve(terminal.folder, target), text)
  const size = `${(gzip(text).length / 1000).toFixed(1)} kB gzip`
  terminal.print(`${printable(target)}: ${size}, ${streets.file.labels.length} names\n`)
  if (streets.leftOut.length > 0) terminal.print(`There was no room for ${streets.leftOut.join(', ')}.\n`)
  return 0
}
