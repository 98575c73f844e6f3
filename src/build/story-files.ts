import { existsSync, readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { BasemapFile } from '../cartography/basemap-file.ts'
import { BasemapError, parseBasemap } from '../cartography/parse-basemap.ts'
import { openingView } from '../cartography/opening-view.ts'
import { parseStreets } from '../cartography/parse-streets.ts'
import { type StreetsFile, withStreets } from '../cartography/streets.ts'
import { formatIssue, type Issue, StoryError } from '../story/issue.ts'
import { slugPattern } from '../story/slug.ts'
import type { Story } from '../story/story.ts'
import type { PageData } from '../view/page-document.ts'
import { embedLanguages } from '../words/embed-languages.ts'
import { localizeStory } from '../words/localized-story.ts'
import { draftStory } from './draft-story.ts'
import { packageFile } from './package-file.ts'
import { printable } from './printable.ts'
import { basemapPath } from './story-basemap.ts'
import { checkStoryFile, readStoryFile } from './story-file.ts'
import { FileError, PlainError, readTextFile, reasonOf } from './text-file.ts'

/**
 * The names of the stories in a folder: `raqqa` for `raqqa.geojson`. A name becomes a folder beside the scripts, so it is a
 * slug, in which nothing leads elsewhere: for the others see {@link misnamedStories}. Files that an editor or macOS hides
 * beside a file are no stories.
 * @param root the project's folder; messages name files as seen from there
 * @throws {FaultyStories} if the folder cannot be read
 */
export function storyNames(folder: string, root: string): string[] {
  return namesIn(folder, root).filter((name) => slugPattern.test(name))
}

/** A line for each story file whose name is no slug. @throws {FaultyStories} if the folder cannot be read */
export function misnamedStories(folder: string, root: string): string[] {
  return namesIn(folder, root)
    .filter((name) => !slugPattern.test(name))
    .map((name) => `${fileAt(folder, `${name}.geojson`, root)}: ${slugRule}: rename the file`)
}

const slugRule = 'a story’s name must be small letters, digits and single hyphens, as it is part of its address'

function namesIn(folder: string, root: string): string[] {
  return listFolder(folder, root)
    .filter((file) => file.endsWith('.geojson') && !/^\.[#_]/.test(file))
    .map((file) => basename(file, '.geojson'))
    .toSorted()
}

function listFolder(folder: string, root: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    throw new FaultyStories(
      `${fileAt(folder, '', root)}: ${reasonOf(error) ?? 'cannot be read'}: it should be the folder of the stories`,
    )
  }
}

/** A file's path as messages have it. */
function fileAt(folder: string, file: string, root: string): string {
  return printable(relative(root, join(folder, file)) || '.')
}

/**
 * The paths of a story, its basemap and its streets. A story without a basemap has the small map of the world; there may be
 * no file of streets.
 */
export function storyPaths(folder: string, name: string): Record<'story' | 'basemap' | 'streets', string> {
  const basemap = basemapPath(folder, name)
  return {
    story: join(folder, `${name}.geojson`),
    basemap: existsSync(basemap) ? basemap : worldBasemap(),
    streets: join(folder, `${name}.streets.json`),
  }
}

function worldBasemap(): string {
  return packageFile('geo', 'world.basemap.json')
}

/** Stories that cannot be published. */
export class FaultyStories extends PlainError {
  override readonly name = 'FaultyStories'
}

/**
 * Reads all that a story's page is made of; quotes have their paragraphs if the story has a lock.
 * @param root the project's folder; messages name files as seen from there
 * @throws {FaultyStories} if the story has errors, or it or its basemap cannot be used, with the lines of the check
 */
export function readPageData(folder: string, name: string, root: string): PageData {
  const paths = storyPaths(folder, name)
  try {
    return pageDataOf(readStoryFile(paths.story), readBasemapFile(paths.basemap), readStreetsFile(paths.streets))
  } catch (error) {
    const fault = describeFault(error, paths.story, root)
    throw fault === undefined ? error : new FaultyStories(fault)
  }
}

function pageDataOf(story: Story, basemap: BasemapFile, streets: StreetsFile | undefined): PageData {
  const localized = localizeStory(story)
  return {
    ...localized,
    embedWords: embedLanguages[localized.words.language],
    basemap: streets ? withStreets(basemap, streets) : basemap,
    view: openingView(story, basemap),
  }
}

/** The pages of a folder's stories, by name, and what is wrong with those that have none. */
export interface FolderReading {
  readonly pages: ReadonlyMap<string, PageData>
  /** In the lines of the check. */
  readonly faults: readonly string[]
}

/** The same as {@link readPageData} for every story of a folder. @throws {FaultyStories} if the folder cannot be read */
export function readAllPageData(folder: string, root: string): FolderReading {
  const pages = new Map<string, PageData>()
  const faults = misnamedStories(folder, root)
  for (const name of storyNames(folder, root)) {
    try {
      pages.set(name, readPageData(folder, name, root))
    } catch (error) {
      if (!(error instanceof FaultyStories)) throw error
      faults.push(error.message)
    }
  }
  return { pages, faults }
}

/** What can be shown of a story while it is written, and all that is wrong with it. */
export interface DraftReading {
  /** Absent if there is nothing to draw yet. */
  readonly data?: PageData
  readonly issues: readonly Issue[]
}

/**
 * Reads a story as far as it is written; one without errors as {@link readPageData} does. A basemap or streets that cannot
 * be used are an issue, and the map of the world stands in for a basemap.
 */
export function readDraft(folder: string, name: string, root: string): DraftReading {
  const paths = storyPaths(folder, name)
  const faults: Issue[] = []
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      const message = `${fileAt(error.path, '', root)}: ${error.reason}`
      faults.push({ severity: 'error', path: '', message, line: 1, column: 1 })
      return undefined
    }
  }
  const check = attempt(() => checkStoryFile(paths.story))
  const isSound = check?.issues.every(({ severity }) => severity !== 'error') ?? false
  const story = isSound ? check?.story : check && draftStory(readTextFile(paths.story))
  if (story === undefined) return { issues: [...faults, ...(check?.issues ?? [])] }
  const basemap = attempt(() => readBasemapFile(paths.basemap)) ?? readBasemapFile(worldBasemap())
  const streets = attempt(() => readStreetsFile(paths.streets))
  return { data: pageDataOf(story, basemap, streets), issues: [...faults, ...(check?.issues ?? [])] }
}

/** Reads a basemap. Readers are spared what is wrong with it; here that is a fault. @throws {FileError} if it has one */
function readBasemapFile(path: string): BasemapFile {
  const faults: string[] = []
  try {
    const basemap = parseBasemap(readTextFile(path), (fault) => faults.push(fault))
    if (faults.length === 0) return basemap
  } catch (error) {
    if (!(error instanceof BasemapError)) throw error
    faults.push(error.message)
  }
  throw new FileError(path, `is not a whole basemap: ${faults.join(', ')}. Draw it anew with article-map basemap`)
}

/** Reads streets, where a story has them. @throws {FileError} if they cannot be used */
function readStreetsFile(path: string): StreetsFile | undefined {
  const text = readTextFile(path, true)
  try {
    return text === undefined ? undefined : parseStreets(text)
  } catch (error) {
    if (!(error instanceof BasemapError)) throw error
    throw new FileError(
      path,
      `is no file of streets: ${error.message}. Make it anew with article-map basemap --streets`,
    )
  }
}

/** What is wrong with a story, in the lines of the check: `geo/raqqa.geojson:31:9 …`. Undefined if it is not the story's fault. */
function describeFault(error: unknown, path: string, root: string): string | undefined {
  if (error instanceof FileError) return `${printable(relative(root, error.path))}: ${error.reason}`
  if (!(error instanceof StoryError)) return undefined
  return error.issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => `${relative(root, path)}:${formatIssue(issue)}`)
    .join('\n')
}
