import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { StoryError } from '../story/issue.ts'
import { readStory } from '../story/parse-story.ts'
import type { Story } from '../story/story.ts'
import type { PageData } from '../view/page-document.ts'
import { countIssues, renderIssuePage, renderIssuePanel } from './page/issue-panel.ts'
import type { PageAddress } from './page/page-head.ts'
import { renderStoryIndex } from './page/story-index.ts'
import { renderStoryPage } from './page/story-page.ts'
import { draftStory } from './draft-story.ts'
import { printable } from './printable.ts'
import { parseSiteUrl } from './site-url.ts'
import { drawMissingBasemaps } from './story-basemap.ts'
import { publishedStory } from './story-file.ts'
import { misnamedStories, readDraft, storyNames, storyPaths } from './story-files.ts'
import { publishedSchema, schemaFile } from './story-schema.ts'
import { FileError, readTextFile } from './text-file.ts'

/** What the dev server sends. */
interface Answer {
  readonly type: 'application/json' | 'text/html'
  readonly text: string
}

/**
 * Serves the stories of a folder in development: each page at `/<name>/`, its story and its basemap beside it, and at `/`
 * the page of the only story or the list of several. A story that is not finished is shown as far as it is, with all that is
 * wrong with it. Basemaps that are missing, or were drawn for other places, are drawn when they are asked for.
 * @param folder relative to Vite's root
 * @param siteUrl the absolute address where the pages will be, if it is known
 */
export function storyServer(folder: string, siteUrl: string | undefined): Plugin {
  return {
    name: 'article-map:story-server',
    configureServer(server) {
      const stories = resolve(server.config.root, folder)
      const site = parseSiteUrl(siteUrl)
      server.middlewares.use((request, response, next) => {
        const path = pathOf(request.url ?? '/')
        if (path === undefined) {
          response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
          response.end('This address is malformed.\n')
          return
        }
        const send = (answer: Answer | undefined): void => {
          if (answer === undefined) return next()
          response.setHeader('content-type', `${answer.type}; charset=utf-8`)
          response.end(answer.text)
        }
        answerTo(path, stories, site, server).then(send, next)
      })
    },
    hotUpdate({ file, server }) {
      // The style is in the page and in the shadow root: neither takes a new one while it is shown.
      if (file.endsWith('.css')) server.environments.client.hot.send({ type: 'full-reload' })
    },
  }
}

/** The path of an address, decoded; undefined if it is malformed. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

/** What is at a path; undefined if that has nothing to do with a story. */
async function answerTo(
  path: string,
  stories: string,
  site: string | undefined,
  server: ViteDevServer,
): Promise<Answer | undefined> {
  if (path === `/${schemaFile}`) return { type: 'application/json', text: publishedSchema() }
  const { root } = server.config
  const [matched, owner, file] = /^\/(?:([^/]+)\/(story\.geojson|(?:basemap|streets)\.json)?)?$/.exec(path) ?? []
  if (matched === undefined) return undefined
  const names = storyNames(stories, root)
  const draw = (drawn: readonly string[]): Promise<void> =>
    drawMissingBasemaps(stories, drawn, root, (line) => server.config.logger.info(line, { timestamp: true }), readWhole)
  const [only, ...others] = names
  const faults = misnamedStories(stories, root)
  if (owner === undefined && (only === undefined || others.length > 0 || faults.length > 0)) {
    await draw(names)
    return { type: 'text/html', text: renderIndex(stories, names, faults, root) }
  }
  const name = owner ?? only
  if (name === undefined || !names.includes(name)) return undefined
  await draw([name])
  if (file !== undefined) {
    const paths = storyPaths(stories, name, root)
    if (file === 'story.geojson') return { type: 'application/json', text: storyFileOf(paths.story) }
    const text = readTextFile(file === 'basemap.json' ? paths.basemap : paths.streets, true)
    return text === undefined ? undefined : { type: 'application/json', text }
  }
  const address = {
    folder: owner === undefined ? `${name}/` : '',
    ...(site !== undefined && { pageUrl: `${site}${name}/` }),
  }
  const { data, issues } = readDraft(stories, name, root)
  const storyFile = printable(relative(root, join(stories, `${name}.geojson`)))
  const page = data ? await renderPage(data, address, server) : renderIssuePage(storyFile, issues)
  const panel = data && issues.length > 0 ? renderIssuePanel(storyFile, issues) : ''
  const text = page.replace('<body>', () => `<body>${panel}`)
  return { type: 'text/html', text: await server.transformIndexHtml(path, text) }
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

async function renderPage(data: PageData, address: PageAddress, server: ViteDevServer): Promise<string> {
  const { pageStyle, streetStyle } = (await server.ssrLoadModule('/src/page-style.ts')) as {
    pageStyle: string
    streetStyle: string
  }
  const template = readFileSync(join(server.config.root, 'index.html'), 'utf8')
  return renderStoryPage(data, { template, style: pageStyle, streetStyle, address })
}
