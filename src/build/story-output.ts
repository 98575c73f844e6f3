import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type RedirectOptions, redirectPath } from '../embed/redirect-path.ts'
import type { PageData } from '../view/page-document.ts'
import { fill } from '../words/words.ts'
import { unsettable } from './card/card-fonts.ts'
import { cardSize } from './card/card-size.ts'
import { renderSocialCard } from './card/social-card.ts'
import { createOEmbed } from './page/oembed.ts'
import { createPlacesFile, placesFileName } from './page/places-file.ts'
import { renderIconFile } from './page/page-icon.ts'
import { listRedirects, renderRedirectPage } from './page/redirect-page.ts'
import { renderStoryIndex } from './page/story-index.ts'
import { type PageParts, renderStoryPage } from './page/story-page.ts'
import { drawMissingBasemaps } from './story-basemap.ts'
import { lockPath, publishedStory } from './story-file.ts'
import { FaultyStories, readAllPageData, storyNames, storyPaths } from './story-files.ts'
import { publishedSchema, schemaFile } from './story-schema.ts'

/** The stories of a project. */
export interface StoryFolder {
  /** The folder of the stories. */
  readonly stories: string
  /** The project's folder; messages name files as seen from there. */
  readonly root: string
  /** The absolute address of what is built, with a slash at its end, if it is known. */
  readonly siteUrl?: string | undefined
}

/** Takes what is said while pages are made. */
export interface BuildLog {
  readonly info: (line: string) => void
  readonly warn: (line: string) => void
  readonly error: (line: string) => void
}

/**
 * Writes a page for each story of a folder: `<name>/index.html`, whole in one file, and beside it its social card, its
 * icon, its oEmbed, its story and its basemap, and the places of a large one; below it, if its address is known, redirect pages.
 * `index.html` is the page of the only story, or a list of several; `story.schema.json` is what the stories' `$schema` names. Draws
 * basemaps that are missing, or were drawn for other places.
 * @param out the folder to write into, which is there
 * @param getParts gives what the pages are made of, once it is known that there are any
 * @returns whether all are written; those with errors are named and left out
 * @throws {FaultyStories} if none is without errors
 */
export async function writeStories(
  { stories: folder, root, siteUrl }: StoryFolder,
  out: string,
  getParts: () => Promise<Omit<PageParts, 'address'>>,
  log: BuildLog,
): Promise<boolean> {
  await drawMissingBasemaps(folder, storyNames(folder, root), root, log.info)
  const { pages: stories, faults } = readAllPageData(folder, root)
  if (faults.length > 0 && stories.size === 0) throw new FaultyStories(faults.join('\n'))
  const parts = await getParts()
  const icon = await renderIconFile()
  const isOnly = stories.size === 1 && faults.length === 0
  for (const [name, data] of stories) {
    const pageUrl = siteUrl === undefined ? undefined : `${siteUrl}${name}/`
    const write = (path: string, pathToFolder: string): void => {
      const address = { folder: pathToFolder, ...(pageUrl !== undefined && { pageUrl }) }
      writeFileSync(join(out, path), renderStoryPage(data, { ...parts, address }))
    }
    mkdirSync(join(out, name), { recursive: true })
    write(join(name, 'index.html'), '')
    if (isOnly) write('index.html', `${encodeURIComponent(name)}/`)
    const { png, lacking } = await renderSocialCard(data)
    writeFileSync(join(out, name, 'card.png'), png)
    if (lacking.length > 0) log.warn(cardWarning(name, lacking))
    writeFileSync(join(out, name, 'icon.png'), icon)
    if (pageUrl !== undefined) writeRedirects(join(out, name), data, pageUrl)
    const { story, basemap, streets } = storyPaths(folder, name)
    writeFileSync(join(out, name, 'story.geojson'), publishedStory(story))
    copyFileSync(basemap, join(out, name, 'basemap.json'))
    const places = createPlacesFile(data.story.places)
    if (places) writeFileSync(join(out, name, placesFileName), places.text)
    if (data.basemap.streets) copyFileSync(streets, join(out, name, 'streets.json'))
  }
  writeFileSync(join(out, schemaFile), publishedSchema())
  if (!isOnly) writeFileSync(join(out, 'index.html'), renderStoryIndex(stories))
  if (faults.length > 0) log.error(`Not built, as they have errors:\n${faults.join('\n')}`)
  return faults.length === 0
}

/** Says what a card leaves out, and what to do. */
function cardWarning(name: string, lacking: readonly string[]): string {
  const letters = `${lacking.slice(0, 5).join(' ')}${lacking.length > 5 ? ' …' : ''}`
  const isFontMissing = lacking.some((letter) => !unsettable.test(letter))
  const advice = isFontMissing ? ': install a font that has them, such as Noto Sans for that script' : ''
  return `${name}/card.png: leaves out words with letters that cannot be set here (${letters})${advice}`
}

/** A line for each story without a lock: nothing would tell if one of its quotes were wrong. */
export function unverifiedStories({ stories, root }: StoryFolder): string[] {
  return storyNames(stories, root)
    .map((name) => join(stories, `${name}.geojson`))
    .filter((path) => !existsSync(lockPath(path)))
    .map((path) => `${relative(root, path)}: its quotes are not verified: check it with --article FILE --lock`)
}

/** Writes a story's oEmbed, and those of its redirect pages with them. */
function writeRedirects(folder: string, data: PageData, pageUrl: string): void {
  writeOEmbed(folder, data, pageUrl)
  for (const options of listRedirects(data.story)) {
    const path = join(folder, redirectPath(options))
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'index.html'), renderRedirectPage(data, pageUrl, options))
    writeOEmbed(path, data, pageUrl, options)
  }
}

function writeOEmbed(
  folder: string,
  { story, words, embedWords: { quotation } }: PageData,
  pageUrl: string,
  options?: RedirectOptions,
): void {
  const title = fill(words.mapOf, { headline: story.article.headline })
  const thumbnail = { url: `${pageUrl}card.png`, width: cardSize.x, height: cardSize.y }
  const oembed = createOEmbed({ story, pageUrl, title, quotation, thumbnail, ...(options && { options }) })
  writeFileSync(join(folder, 'oembed.json'), `${JSON.stringify(oembed)}\n`)
}
