import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { renderStoryIndex } from './page/story-index.ts'
import { renderStoryPage } from './page/story-page.ts'
import { drawMissingBasemaps } from './story-basemap.ts'
import { publishedStory } from './story-file.ts'
import { readAllPageData, readPageData, storyNames, storyPaths } from './story-files.ts'
import { publishedSchema, schemaFile } from './story-schema.ts'
import { readTextFile } from './text-file.ts'

/** What the dev server sends. */
interface Answer {
  readonly type: 'application/json' | 'text/html'
  readonly text: string
}

/**
 * Serves the stories of a folder in development: each page at `/<name>/`, its story and its basemap beside it, and at `/`
 * the page of the only story or the list of several. Basemaps that are missing, or were drawn for other places, are drawn
 * when they are asked for.
 * @param folder relative to Vite's root
 */
export function storyServer(folder: string): Plugin {
  return {
    name: 'article-map:story-server',
    configureServer(server) {
      const stories = resolve(server.config.root, folder)
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
        answerTo(path, stories, server).then(send, next)
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
async function answerTo(path: string, stories: string, server: ViteDevServer): Promise<Answer | undefined> {
  if (path === `/${schemaFile}`) return { type: 'application/json', text: publishedSchema() }
  const { root } = server.config
  const [matched, owner, file] = /^\/(?:([^/]+)\/(story\.geojson|(?:basemap|streets)\.json)?)?$/.exec(path) ?? []
  if (matched === undefined) return undefined
  const names = storyNames(stories, root)
  const draw = (drawn: readonly string[]): Promise<void> =>
    drawMissingBasemaps(stories, drawn, root, (line) => server.config.logger.info(line, { timestamp: true }))
  const [only, ...others] = names
  if (owner === undefined && (only === undefined || others.length > 0)) {
    await draw(names)
    return { type: 'text/html', text: renderStoryIndex(readAllPageData(stories, root)) }
  }
  const name = owner ?? only
  if (name === undefined || !names.includes(name)) return undefined
  await draw([name])
  if (file !== undefined) {
    const paths = storyPaths(stories, name, root)
    if (file === 'story.geojson') return { type: 'application/json', text: publishedStory(paths.story) }
    const text = readTextFile(file === 'basemap.json' ? paths.basemap : paths.streets, true)
    return text === undefined ? undefined : { type: 'application/json', text }
  }
  const { pageStyle, streetStyle } = (await server.ssrLoadModule('/src/page-style.ts')) as {
    pageStyle: string
    streetStyle: string
  }
  const page = renderStoryPage(readPageData(stories, name, root), {
    template: readFileSync(join(root, 'index.html'), 'utf8'),
    style: pageStyle,
    streetStyle,
    address: { folder: owner === undefined ? `${name}/` : '' },
  })
  return { type: 'text/html', text: await server.transformIndexHtml(path, page) }
}
