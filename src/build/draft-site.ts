import { join, relative } from 'node:path'
import { StoryError } from '../story/issue.ts'
import { readStory } from '../story/parse-story.ts'
import type { Story } from '../story/story.ts'
import type { PageData } from '../view/page-document.ts'
import { draftStory } from './draft-story.ts'
import { countIssues, renderIssuePage, renderIssuePanel } from './page/issue-panel.ts'
import { renderStoryIndex } from './page/story-index.ts'
import { createPlacesFile, placesFileName } from './page/places-file.ts'
import { type PageParts, renderStoryPage } from './page/story-page.ts'
import { printable } from './printable.ts'
import { drawMissingBasemaps, type Say } from './story-basemap.ts'
import { publishedStory } from './story-file.ts'
import { misnamedStories, readDraft, storyNames, storyPaths } from './story-files.ts'
import type { StoryFolder } from './story-output.ts'
import { publishedSchema, schemaFile } from './story-schema.ts'
import { FileError, readTextFile } from './text-file.ts'

/** What a server sends while stories are written. */
export interface Answer {
  readonly type: 'application/json' | 'text/html'
  readonly text: string
}

/** The stories of a project while they are written. */
export interface DraftSite extends StoryFolder {
  readonly say: Say
  /** Gives what pages are made of; their script is the template's. */
  readonly getParts: () => Promise<Omit<PageParts, 'address' | 'script'>>
  /** Adds to the page at a path what loads it again when its story is saved. */
  readonly finish: (path: string, page: string) => string | Promise<string>
}

/** The path of an address, decoded; undefined if it is malformed. */
export function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

/** The answer to an address that is malformed. */
export const malformed = 'This address is malformed.\n'

/** What is at a path; undefined if that has nothing to do with a story. */
export async function answerTo(path: string, site: DraftSite): Promise<Answer | undefined> {
  if (path === `/${schemaFile}`) return { type: 'application/json', text: publishedSchema() }
  const { stories, root, siteUrl } = site
  const [matched, owner, file] = /^\/(?:([^/]+)\/(story\.geojson|(?:basemap|streets|places)\.json)?)?$/.exec(path) ?? []
  if (matched === undefined) return undefined
  const names = storyNames(stories, root)
  const draw = (drawn: readonly string[]): Promise<void> =>
    drawMissingBasemaps(stories, drawn, root, site.say, readWhole)
  const [only, ...others] = names
  const faults = misnamedStories(stories, root)
  if (owner === undefined && (only === undefined || others.length > 0 || faults.length > 0)) {
    await draw(names)
    return { type: 'text/html', text: renderIndex(stories, names, faults, root) }
  }
  const name = owner ?? only
  if (name === undefined || !names.includes(name)) return undefined
  await draw([name])
  if (file === placesFileName) {
    const places = createPlacesFile(readDraft(stories, name, root).data?.story.places ?? [])
    return places && { type: 'application/json', text: places.text }
  }
  if (file !== undefined) {
    const paths = storyPaths(stories, name)
    if (file === 'story.geojson') return { type: 'application/json', text: storyFileOf(paths.story) }
    const text = readTextFile(file === 'basemap.json' ? paths.basemap : paths.streets, true)
    return text === undefined ? undefined : { type: 'application/json', text }
  }
  const address = {
    folder: owner === undefined ? `${name}/` : '',
    ...(siteUrl !== undefined && { pageUrl: `${siteUrl}${name}/` }),
  }
  const { data, issues } = readDraft(stories, name, root)
  const storyFile = printable(relative(root, join(stories, `${name}.geojson`)))
  const page = data
    ? renderStoryPage(data, { ...(await site.getParts()), address })
    : renderIssuePage(storyFile, issues)
  const panel = data && issues.length > 0 ? renderIssuePanel(storyFile, issues) : ''
  const text = page.replace('<body>', () => `<body>${panel}`)
  return { type: 'text/html', text: await site.finish(path, text) }
}

/** The story of a file as far as it is written; undefined if it is no JSON, and may hold less than its author has written. */
function readWhole(path: string): Story | undefined {
  try {
    const text = readTextFile(path)
    return readStory(text).issues.some(({ code }) => code?.startsWith('json')) ? undefined : draftStory(text)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

/** The page that lists the stories, with how much is wrong with each. */
function renderIndex(stories: string, names: readonly string[], faults: readonly string[], root: string): string {
  const pages = new Map<string, PageData | undefined>()
  const notes = new Map<string, string>()
  for (const name of names) {
    const { data, issues } = readDraft(stories, name, root)
    pages.set(name, data)
    if (issues.length > 0) notes.set(name, countIssues(issues))
  }
  return renderStoryIndex(pages, { notes, faults })
}

/** A story's file as it is published; as it is written, as long as it has errors. */
function storyFileOf(path: string): string {
  try {
    return publishedStory(path)
  } catch (error) {
    if (error instanceof StoryError) return readTextFile(path)
    throw error
  }
}
