import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { renderStoryIndex } from './page/story-index.ts'
import { renderStoryPage } from './page/story-page.ts'
import { readAllPageData, readPageData, storyNames, storyPaths } from './story-files.ts'

/** What the dev server sends. */
interface Answer {
  readonly type: 'application/json' | 'text/html'
  readonly text: string
}

/**
 * Serves the stories of a folder in development: each page at `/<name>/`, its story and its basemap beside it, and at `/`
 * the page of the only story or the list of several.
 * @param folder relative to Vite's root
 */
export function storyServer(folder: string): Plugin {
  return {
    name: 'article-map:story-server',
    configureServer(server) {
      const stories = resolve(server.config.root, folder)
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
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

/** What is at a path; undefined if that has nothing to do with a story. */
async function answerTo(path: string, stories: string, server: ViteDevServer): Promise<Answer | undefined> {
  const { root } = server.config
  const names = storyNames(stories)
  const [, owner, file] = /^\/([^/]+)\/(story\.geojson|basemap\.json)$/.exec(path) ?? []
  if (owner !== undefined && names.includes(owner)) {
    const { story, basemap } = storyPaths(stories, owner, root)
    return { type: 'application/json', text: readFileSync(file === 'story.geojson' ? story : basemap, 'utf8') }
  }
  const [only, ...others] = names
  const isIndex = path === '/'
  if (isIndex && (only === undefined || others.length > 0)) {
    return { type: 'text/html', text: renderStoryIndex(readAllPageData(stories, root)) }
  }
  const name = isIndex ? only : names.find((known) => path === `/${known}/`)
  if (name === undefined) return undefined
  const { pageStyle } = (await server.ssrLoadModule('/src/page-style.ts')) as { pageStyle: string }
  const page = renderStoryPage(readPageData(stories, name, root), {
    template: readFileSync(join(root, 'index.html'), 'utf8'),
    style: pageStyle,
    address: { folder: isIndex ? `${name}/` : '' },
  })
  return { type: 'text/html', text: await server.transformIndexHtml(path, page) }
}
