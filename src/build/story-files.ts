import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { inspect } from 'node:util'
import type { BasemapFile } from '../cartography/basemap-file.ts'
import { formatIssue, StoryError } from '../story/issue.ts'
import type { PageData } from '../view/page-document.ts'
import { localizeStory } from '../words/localized-story.ts'
import { readStoryFile } from './story-file.ts'
import { FileError } from './text-file.ts'

/** The names of the stories in a folder: `raqqa` for `raqqa.geojson`. */
export function storyNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.geojson'))
    .map((file) => basename(file, '.geojson'))
    .toSorted()
}

/**
 * The paths of a story and its basemap. A story without a basemap has the small map of the world.
 * @param root the project's folder, with the map of the world in it
 */
export function storyPaths(folder: string, name: string, root: string): { story: string; basemap: string } {
  const basemap = join(folder, `${name}.basemap.json`)
  return {
    story: join(folder, `${name}.geojson`),
    basemap: existsSync(basemap) ? basemap : join(root, 'geo', 'world.basemap.json'),
  }
}

/** Stories that cannot be published. Printed as its message alone: a reporter has no use for a stack trace. */
export class FaultyStories extends Error {
  override readonly name = 'FaultyStories'

  constructor(message: string) {
    super(message)
    this.stack = message
  }

  [inspect.custom](): string {
    return this.message
  }
}

/**
 * Reads all that a story's page is made of; quotes have their paragraphs if the story has a lock.
 * @param root the project's folder; messages name files as seen from there
 * @throws {FaultyStories} if the story has errors or cannot be read, with the lines of the check
 */
export function readPageData(folder: string, name: string, root: string): PageData {
  const paths = storyPaths(folder, name, root)
  try {
    const story = readStoryFile(paths.story)
    const basemap = JSON.parse(readFileSync(paths.basemap, 'utf8')) as BasemapFile
    return { ...localizeStory(story), basemap }
  } catch (error) {
    const fault = describeFault(error, paths.story, root)
    throw fault === undefined ? error : new FaultyStories(fault)
  }
}

/** The same as {@link readPageData} for every story of a folder, by name. @throws {FaultyStories} for all of them at once */
export function readAllPageData(folder: string, root: string): Map<string, PageData> {
  const pages = new Map<string, PageData>()
  const faults: string[] = []
  for (const name of storyNames(folder)) {
    try {
      pages.set(name, readPageData(folder, name, root))
    } catch (error) {
      if (!(error instanceof FaultyStories)) throw error
      faults.push(error.message)
    }
  }
  if (faults.length > 0) throw new FaultyStories(faults.join('\n'))
  return pages
}

/** What is wrong with a story, in the lines of the check: `geo/raqqa.geojson:31:9 …`. Undefined if it is not the story's fault. */
function describeFault(error: unknown, path: string, root: string): string | undefined {
  if (error instanceof FileError) return `${relative(root, error.path)}: ${error.reason}`
  if (!(error instanceof StoryError)) return undefined
  return error.issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => `${relative(root, path)}:${formatIssue(issue)}`)
    .join('\n')
}
