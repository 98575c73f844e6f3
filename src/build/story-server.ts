import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { type Answer, answerTo, type DraftSite, malformed, pathOf } from './draft-site.ts'
import { parseSiteUrl } from './site-url.ts'

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
      const { root, logger } = server.config
      const site: DraftSite = {
        stories: resolve(root, folder),
        root,
        siteUrl: parseSiteUrl(siteUrl),
        say: (line) => logger.info(line, { timestamp: true }),
        async getParts() {
          const { pageStyle, streetStyle } = await server.ssrLoadModule('/src/page-style.ts')
          const template = readFileSync(join(root, 'index.html'), 'utf8')
          return { template, style: String(pageStyle), streetStyle: String(streetStyle) }
        },
        finish: (path, page) => server.transformIndexHtml(path, page),
      }
      server.middlewares.use((request, response, next) => {
        const path = pathOf(request.url ?? '/')
        if (path === undefined) {
          response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
          response.end(malformed)
          return
        }
        const send = (answer: Answer | undefined): void => {
          if (answer === undefined) return next()
          response.setHeader('content-type', `${answer.type}; charset=utf-8`)
          response.end(answer.text)
        }
        answerTo(path, site).then(send, next)
      })
    },
    hotUpdate({ file, server }) {
      // The style is in the page and in the shadow root: neither takes a new one while it is shown.
      if (file.endsWith('.css')) server.environments.client.hot.send({ type: 'full-reload' })
    },
  }
}
