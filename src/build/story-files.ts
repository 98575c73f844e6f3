import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { BasemapFile } from '../cartography/basemap-file.ts'
import { formatIssue, StoryError } from '../story/issue.ts'
import type { PageData } from '../view/page-document.ts'
import { localizeStory } from '../words/localized-story.ts'
import { FileError, readStoryFile } from './story-file.ts'

/** The names of the stories in a folder: `raqqa` for `raqqa.geojson`. */
export function storyNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.geojson'))
    .map((file) => basename(file, '.geojson'))
    .toSorted()
}

/** Where the story and the basemap of a name lie. A story without a basemap of its own lies on a small map of the world. */
export function storyPaths(folder: string, name: string, root: string): { story: string; basemap: string } {
  const basemap = join(folder, `${name}.basemap.json`)
  return {
    story: join(folder, `${name}.geojson`),
    basemap: existsSync(basemap) ? basemap : join(root, 'geo', 'world.basemap.json'),
  }
}

/**
 * Reads all that a story's page is made of, with its quotes' paragraphs where it has a lock.
 * @throws {StoryError} if the story has errors @throws {FileError} if it cannot be read
 */
export function readPageData({ story: path, basemap: basemapPath }: { story: string; basemap: string }): PageData {
  const story = readStoryFile(path)
  const basemap = JSON.parse(readFileSync(basemapPath, 'utf8')) as BasemapFile
  return { ...localizeStory(story), basemap }
}

/** What is wrong with a story, in the lines of the check: `geo/raqqa.geojson:31:9 …`. `undefined` where the fault is not the story's. */
export function describeFault(error: unknown, path: string, root: string): string | undefined {
  const file = relative(root, path)
  if (error instanceof FileError) return `${relative(root, error.path)}: ${error.reason}`
  if (!(error instanceof StoryError)) return undefined
  return error.issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => `${file}:${formatIssue(issue)}`)
    .join('\n')
}
