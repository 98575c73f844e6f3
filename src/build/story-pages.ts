import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { readPageData, storyNames } from './story-files.ts'
import { renderStoryPage } from './story-page.ts'

/**
 * Makes a page of each `geo/<name>.geojson`: the dev server shows it at `/<name>/`, the build writes it, whole and in
 * one file, to `<name>/index.html`. `/` is the first story's page.
 */
export function storyPages(): Plugin {
  return {
    name: 'story-pages',
    configureServer({ config: { root }, middlewares, transformIndexHtml }) {
      middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname
        const names = storyNames(join(root, 'geo'))
        const name = path === '/' ? names[0] : names.find((known) => path === `/${known}/`)
        if (name === undefined) return next()
        transformIndexHtml(path, renderPage(root, name)).then((page) => {
          response.setHeader('content-type', 'text/html; charset=utf-8')
          response.end(page)
        }, next)
      })
    },
    async buildApp(builder) {
      const { root, build } = builder.config
      const out = join(root, build.outDir)
      rmSync(out, { recursive: true, force: true })
      for (const environment of Object.values(builder.environments)) {
        const result = await builder.build(environment)
        if (environment.name === 'client') writePages(root, out, scriptOf(result))
      }
    },
  }
}

function writePages(root: string, out: string, script: string): void {
  for (const name of storyNames(join(root, 'geo'))) {
    mkdirSync(join(out, name), { recursive: true })
    writeFileSync(join(out, name, 'index.html'), renderPage(root, name, script))
  }
}

function renderPage(root: string, name: string, script?: string): string {
  const template = readFileSync(join(root, 'index.html'), 'utf8')
  const style = readFileSync(join(root, 'src/view/page.css'), 'utf8')
  return renderStoryPage(template, readPageData(join(root, 'geo'), name), {
    style,
    ...(script !== undefined && { script }),
  })
}

function scriptOf(result: Rolldown.RolldownOutput | Rolldown.RolldownOutput[] | Rolldown.RolldownWatcher): string {
  const chunk = 'output' in result ? result.output[0] : undefined
  if (!chunk) throw new Error('The page’s script was not built.')
  return chunk.code
}
void existsSync
