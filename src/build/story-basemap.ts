import { join, relative } from 'node:path'
import type { BasemapFile } from '../cartography/basemap-file.ts'
import { positionsOf } from '../story/geometry.ts'
import { StoryError } from '../story/issue.ts'
import type { Story } from '../story/story.ts'
import { fingerprintOf } from './basemap/fingerprint.ts'
import { printable } from './printable.ts'
import { readStoryFile } from './story-file.ts'
import { FileError, readTextFile, writeTextFile } from './text-file.ts'

/** Takes a line that says what was done. */
export type Say = (line: string) => void

/** The path of a story's basemap. */
export function basemapPath(folder: string, name: string): string {
  return join(folder, `${name}.basemap.json`)
}

/**
 * Draws the basemaps of stories where they are missing, or were drawn for other places, and says so in a line for each. A
 * story with errors is left to those who read it.
 * @param root the project's folder; lines and messages name files as seen from there
 * @param read gives the story of a file; by default, of one without errors
 * @throws {FileError} if a basemap cannot be written
 * @throws {SourceError} if the world pack is not there
 */
export async function drawMissingBasemaps(
  folder: string,
  names: readonly string[],
  root: string,
  say: Say,
  read: (path: string) => Story | undefined = readSound,
): Promise<void> {
  for (const name of names) {
    const story = read(join(folder, `${name}.geojson`))
    if (story) await drawMissingBasemap(basemapPath(folder, name), story, root, say)
  }
}

/** The story of a file; undefined if it has errors. */
function readSound(path: string): Story | undefined {
  try {
    return readStoryFile(path)
  } catch (error) {
    if (error instanceof StoryError || error instanceof FileError) return undefined
    throw error
  }
}

/** The same as {@link drawMissingBasemaps} for a story that is at hand. */
export async function drawMissingBasemap(path: string, story: Story, root: string, say: Say): Promise<void> {
  const old = readTextFile(path, true)
  if (old !== undefined && isCurrent(old, story)) return
  // Large, so nobody loads it who has no need of it.
  const { createBasemapFile, gzipSize } = await import('./basemap/generator.ts')
  const { describeOffShore } = await import('./basemap/places-off-shore.ts')
  const file = createBasemapFile(story)
  const shown = relative(root, path)
  try {
    writeTextFile(path, `${JSON.stringify(file)}\n`)
  } catch (error) {
    throw error instanceof FileError ? new FileError(shown, error.reason) : error
  }
  const what = old === undefined ? 'drew the map under its places' : 'drew it anew, as its places have changed'
  say(`${printable(shown)}: ${what} (${(gzipSize(file) / 1000).toFixed(1)} kB gzip)`)
  describeOffShore(story, file).forEach(say)
}

/** Whether a basemap was drawn for a story as it is. One that does not say for what is taken if it covers the places. */
function isCurrent(text: string, story: Story): boolean {
  let file: Partial<BasemapFile> | null
  try {
    file = JSON.parse(text) as Partial<BasemapFile> | null
  } catch {
    // What is broken is named where it is read.
    return true
  }
  const { drawnFor, bounds } = file ?? {}
  if (drawnFor !== undefined) return drawnFor === fingerprintOf(story)
  if (!Array.isArray(bounds)) return true
  const [west = NaN, south = NaN, east = NaN, north = NaN] = bounds as readonly number[]
  return story.places
    .flatMap(({ position, geometry }) => [position, ...positionsOf(geometry)])
    .every(([x, y]) => x + 360 * Math.ceil((west - x) / 360) <= east && y >= south && y <= north)
}
