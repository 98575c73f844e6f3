import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Plugin, Rolldown, ViteBuilder } from 'vite'
import type { PageData } from '../view/page-document.ts'
import { fill } from '../words/words.ts'
import { unsettable } from './card/card-fonts.ts'
import { cardSize } from './card/card-size.ts'
import { renderSocialCard } from './card/social-card.ts'
import { createOEmbed } from './page/oembed.ts'
import { renderIconFile } from './page/page-icon.ts'
import { renderStoryIndex } from './page/story-index.ts'
import { type PageParts, renderStoryPage } from './page/story-page.ts'
import { parseSiteUrl } from './site-url.ts'
import { drawMissingBasemaps } from './story-basemap.ts'
import { lockPath, publishedStory } from './story-file.ts'
import { FaultyStories, readAllPageData, storyNames, storyPaths } from './story-files.ts'
import { publishedSchema, schemaFile } from './story-schema.ts'
import { FileError, reasonOf } from './text-file.ts'

/** The environments whose output is written into the pages, and not into files of its own. */
const inlined: ReadonlySet<string> = new Set(['client', 'style'])

/**
 * Builds a page for each story of a folder: `<name>/index.html`, whole in one file, and beside it its social card, its
 * icon, its oEmbed, its story and its basemap. `index.html` is the page of the only story, or a list of several;
 * `story.schema.json` is what the stories' `$schema` names. Says which stories
 * have quotes that were never compared with their article. Draws basemaps that are missing, or were drawn for other places.
 * Stories with errors are named and left out, and the exit status is 1; if none is without, nothing is built.
 * @param folder relative to Vite's root
 * @param givenUrl the absolute address of what is built, if it is known
 */
export function storyBuild(folder: string, givenUrl: string | undefined): Plugin {
  let siteUrl: string | undefined
  return {
    name: 'article-map:story-build',
    configEnvironment: (name) => (inlined.has(name) ? { build: { write: false } } : undefined),
    configResolved({ command, root, logger }) {
      siteUrl = parseSiteUrl(givenUrl)
      if (command === 'build') for (const line of unverifiedStories(resolve(root, folder), root)) logger.warn(line)
    },
    async buildApp(builder) {
      try {
        await buildStories(builder)
      } catch (error) {
        const reason = reasonOf(error)
        // Not what a story lacks: that is told by its name.
        throw reason?.startsWith('cannot be written') ? new FileError('The output', reason) : error
      }
    },
  }

  async function buildStories(builder: ViteBuilder): Promise<void> {
    const { root, build } = builder.config
    const folderPath = resolve(root, folder)
    const say = (line: string): void => builder.config.logger.info(line)
    await drawMissingBasemaps(folderPath, storyNames(folderPath, root), root, say)
    const { pages: stories, faults } = readAllPageData(folderPath, root)
    if (faults.length > 0 && stories.size === 0) throw new FaultyStories(faults.join('\n'))
    const out = resolve(root, build.outDir)
    const parts = { template: readFileSync(join(root, 'index.html'), 'utf8'), ...(await buildParts(builder)) }
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
      if (lacking.length > 0) builder.config.logger.warn(cardWarning(name, lacking))
      writeFileSync(join(out, name, 'icon.png'), icon)
      if (pageUrl !== undefined) writeOEmbed(join(out, name, 'oembed.json'), data, pageUrl)
      const { story, basemap, streets } = storyPaths(folderPath, name, root)
      writeFileSync(join(out, name, 'story.geojson'), publishedStory(story))
      copyFileSync(basemap, join(out, name, 'basemap.json'))
      if (data.basemap.streets) copyFileSync(streets, join(out, name, 'streets.json'))
    }
    writeFileSync(join(out, schemaFile), publishedSchema())
    if (!isOnly) writeFileSync(join(out, 'index.html'), renderStoryIndex(stories))
    if (faults.length === 0) return
    builder.config.logger.error(`Not built, as they have errors:\n${faults.join('\n')}`)
    process.exitCode = 1
  }
}

/** Says what a card leaves out, and what to do. */
function cardWarning(name: string, lacking: readonly string[]): string {
  const letters = `${lacking.slice(0, 5).join(' ')}${lacking.length > 5 ? ' …' : ''}`
  const isFontMissing = lacking.some((letter) => !unsettable.test(letter))
  const advice = isFontMissing ? ': install a font that has them, such as Noto Sans for that script' : ''
  return `${name}/card.png: leaves out words with letters that cannot be set here (${letters})${advice}`
}

/** A line for each story without a lock: nothing would tell if one of its quotes were wrong. */
function unverifiedStories(stories: string, root: string): string[] {
  return storyNames(stories, root)
    .map((name) => join(stories, `${name}.geojson`))
    .filter((path) => !existsSync(lockPath(path)))
    .map((path) => `${relative(root, path)}: its quotes are not verified: check it with --article FILE --lock`)
}

/** Builds all environments, and gives the style and the script of the pages. */
async function buildParts(builder: ViteBuilder): Promise<Omit<PageParts, 'template' | 'address'>> {
  const codes = new Map<string, string>()
  for (const environment of Object.values(builder.environments)) {
    codes.set(environment.name, codeOf(await builder.build(environment)))
  }
  const styleModule = `data:text/javascript,${encodeURIComponent(codes.get('style') ?? '')}`
  const { pageStyle, streetStyle } = (await import(styleModule)) as { pageStyle: string; streetStyle: string }
  return { style: pageStyle.trim(), streetStyle: streetStyle.trim(), script: codes.get('client') ?? '' }
}

function codeOf(result: Rolldown.RolldownOutput | Rolldown.RolldownOutput[] | Rolldown.RolldownWatcher): string {
  const chunk = 'output' in result ? result.output[0] : undefined
  if (!chunk) throw new Error('An environment was built without a script.')
  return chunk.code
}

function writeOEmbed(path: string, { story, words }: PageData, pageUrl: string): void {
  const title = fill(words.mapOf, { headline: story.article.headline })
  const thumbnail = { url: `${pageUrl}card.png`, width: cardSize.x, height: cardSize.y }
  writeFileSync(path, `${JSON.stringify(createOEmbed({ story, pageUrl, title, thumbnail }))}\n`)
}
