import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inspect } from 'node:util'
import type { Plugin, Rolldown } from 'vite'
import { fill } from '../words/words.ts'
import { cardSize } from './card/card-size.ts'
import { createOEmbed } from './page/oembed.ts'
import { renderSocialCard } from './card/social-card.ts'
import { storyCheck } from './story-overlay.ts'
import { describeFault, readPageData, storyNames, storyPaths } from './story-files.ts'
import { renderStoryIndex } from './page/story-index.ts'
import { renderStoryPage } from './page/story-page.ts'
import type { PageData } from '../view/page-document.ts'

/** Where the stories come from and where their pages go. */
export interface StoryPagesOptions {
  /** The folder of the stories, relative to Vite's root. */
  readonly folder?: string
  /**
   * The absolute address of what is built, such as `https://maps.example.org/`. Without it the pages lack what must be
   * absolute: their canonical address, oEmbed, and the picture of `og:image`.
   */
  readonly siteUrl?: string | undefined
}

/** The environments whose output is written into the pages. */
const inlined: ReadonlySet<string> = new Set(['client', 'style'])

/** The module that exports the pages' style, as `pageStyle`. */
const styleModule = '/src/page-style.ts'

/**
 * Makes a page of each `<name>.geojson` of a folder: the dev server shows it at `/<name>/`, the build writes it, whole and in
 * one file, to `<name>/index.html`, with its social card, its oEmbed, its story and its basemap beside it. `/` is the page of
 * the only story, or a list of several. A story with errors is not built.
 */
export function storyPages({ folder = 'geo', siteUrl }: StoryPagesOptions = {}): Plugin[] {
  const pages: Plugin = {
    name: 'article-map:story-pages',
    // What goes into the pages is no file of its own.
    configEnvironment: (name) => (inlined.has(name) ? { build: { write: false } } : undefined),
    configureServer(server) {
      const { root } = server.config
      const stories = resolve(root, folder)
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
        const names = storyNames(stories)
        const only = names.length === 1 ? names[0] : undefined
        const name = path === '/' ? only : names.find((known) => path === `/${known}/`)
        const file = /^\/([^/]+)\/(story\.geojson|basemap\.json)$/.exec(path)
        const send = (type: string, text: string): void => {
          response.setHeader('content-type', `${type}; charset=utf-8`)
          response.end(text)
        }
        if (file?.[1] !== undefined && names.includes(file[1])) {
          const { story, basemap } = storyPaths(stories, file[1], root)
          return send('application/json', readFileSync(file[2] === 'story.geojson' ? story : basemap, 'utf8'))
        }
        if (path === '/' && only === undefined) {
          return send('text/html', renderStoryIndex(readStories(stories, root)))
        }
        if (name === undefined) return next()
        const render = async (): Promise<string> => {
          const { pageStyle } = (await server.ssrLoadModule(styleModule)) as { pageStyle: string }
          const data = readStory(stories, name, root)
          const address = { folder: path === '/' ? `${name}/` : '' }
          const page = renderStoryPage(data, { template: readTemplate(root), style: pageStyle, address })
          return server.transformIndexHtml(path, page)
        }
        render().then((page) => send('text/html', page), next)
      })
    },
    hotUpdate({ file, server }) {
      // The style is in the page and in the shadow root: neither takes a new one while it is shown.
      if (file.endsWith('.css')) server.environments.client.hot.send({ type: 'full-reload' })
    },
    async buildApp(builder) {
      const { root, build } = builder.config
      const stories = readStories(resolve(root, folder), root)
      const out = resolve(root, build.outDir)
      rmSync(out, { recursive: true, force: true })
      const built = new Map<string, string>()
      for (const environment of Object.values(builder.environments)) {
        built.set(environment.name, codeOf(await builder.build(environment)))
      }
      const style = await evaluateStyle(built.get('style') ?? '')
      const script = built.get('client') ?? ''
      const template = readTemplate(root)
      for (const [name, data] of stories) {
        const pageUrl = siteUrl ? new URL(`${encodeURIComponent(name)}/`, siteUrl).href : undefined
        const write = (path: string, pathToFolder: string): void => {
          const address = { folder: pathToFolder, ...(pageUrl !== undefined && { pageUrl }) }
          writeFileSync(join(out, path), renderStoryPage(data, { template, style, script, address }))
        }
        mkdirSync(join(out, name), { recursive: true })
        write(join(name, 'index.html'), '')
        if (stories.size === 1) write('index.html', `${encodeURIComponent(name)}/`)
        writeFileSync(join(out, name, 'card.png'), await renderSocialCard(data))
        if (pageUrl !== undefined) writeOEmbed(join(out, name, 'oembed.json'), data, pageUrl)
        const { story, basemap } = storyPaths(resolve(root, folder), name, root)
        copyFileSync(story, join(out, name, 'story.geojson'))
        copyFileSync(basemap, join(out, name, 'basemap.json'))
      }
      if (stories.size !== 1) writeFileSync(join(out, 'index.html'), renderStoryIndex(stories))
    },
  }
  return [pages, storyCheck(folder)]
}

function readTemplate(root: string): string {
  return readFileSync(join(root, 'index.html'), 'utf8')
}

/** @throws {Error} with the lines of the check, for all stories at once */
function readStories(folder: string, root: string): Map<string, PageData> {
  const stories = new Map<string, PageData>()
  const faults: string[] = []
  for (const name of storyNames(folder)) {
    const paths = storyPaths(folder, name, root)
    try {
      stories.set(name, readPageData(paths))
    } catch (error) {
      const fault = describeFault(error, paths.story, root)
      if (fault === undefined) throw error
      faults.push(fault)
    }
  }
  if (faults.length > 0) throw new FaultyStories(faults.join('\n'))
  return stories
}

function readStory(folder: string, name: string, root: string): PageData {
  const paths = storyPaths(folder, name, root)
  try {
    return readPageData(paths)
  } catch (error) {
    const fault = describeFault(error, paths.story, root)
    throw fault === undefined ? error : new FaultyStories(fault)
  }
}

/** Stories with errors. It is printed as its message alone: where in this program it was noticed is of no use to a reporter. */
class FaultyStories extends Error {
  override readonly name = 'FaultyStories'

  constructor(message: string) {
    super(message)
    this.stack = message
  }

  [inspect.custom](): string {
    return this.message
  }
}

function writeOEmbed(path: string, { story, words }: PageData, pageUrl: string): void {
  const title = fill(words.mapOf, { headline: story.article.headline })
  const thumbnail = { url: `${pageUrl}card.png`, width: cardSize.x, height: cardSize.y }
  writeFileSync(path, `${JSON.stringify(createOEmbed({ story, pageUrl, title, thumbnail }))}\n`)
}

function codeOf(result: Rolldown.RolldownOutput | Rolldown.RolldownOutput[] | Rolldown.RolldownWatcher): string {
  const chunk = 'output' in result ? result.output[0] : undefined
  if (!chunk) throw new Error('A script of the page was not built.')
  return chunk.code
}

async function evaluateStyle(code: string): Promise<string> {
  const { pageStyle } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { pageStyle: string }
  return pageStyle.trim()
}
