import { relative, resolve } from 'node:path'
import { type Plugin, type ViteDevServer } from 'vite'
import { formatIssue } from '../story/issue.ts'
import { printable } from './printable.ts'
import { checkStoryFile } from './story-file.ts'
import { FileError } from './text-file.ts'

/**
 * How long a saved file is left to settle, in milliseconds. Some editors write a file in two steps, and the watcher does not
 * tell of a second change within 50 ms.
 */
const settling = 120

/**
 * Reloads the page whenever a story or its lock is saved in development, and prints the story's errors. The page, which lists
 * them, shows the same place and the same part of the map again.
 * @param folder where the stories are, relative to Vite's root
 */
export function storyReload(folder: string): Plugin {
  return {
    name: 'article-map:story-reload',
    configureServer(server) {
      const stories = resolve(server.config.root, folder)
      const settlingStories = new Set<string>()
      server.watcher.add(stories)
      const check = (file: string): void => {
        if (resolve(file, '..') !== stories || !/\.(?:geojson|lock\.json)$/.test(file)) return
        const story = file.replace(/\.lock\.json$/, '.geojson')
        if (settlingStories.has(story)) return
        settlingStories.add(story)
        setTimeout(() => {
          settlingStories.delete(story)
          report(server, story)
        }, settling)
      }
      server.watcher.on('change', check).on('add', check)
      server.watcher.on('unlink', (file) => {
        if (file.endsWith('.lock.json')) check(file)
      })
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (_, { server }) =>
        server && [{ tag: 'script', attrs: { type: 'module', src: '/src/map/kept-view.ts' }, injectTo: 'head' }],
    },
    // Otherwise Vite would reload the page before the file has settled.
    hotUpdate: ({ file }) => (/\.(?:geojson|lock\.json)$/.test(file) ? [] : undefined),
  }
}

function report(server: ViteDevServer, path: string): void {
  const { client } = server.environments
  for (const line of errorsOf(path, server.config.root)) server.config.logger.error(line, { timestamp: true })
  client.hot.send({ type: 'full-reload', path: '*' })
}

/** A line for each error of a story. */
function errorsOf(path: string, root: string): string[] {
  const file = printable(relative(root, path))
  try {
    const errors = checkStoryFile(path).issues.filter(({ severity }) => severity === 'error')
    return errors.map((issue) => `${file}:${formatIssue(issue)}`)
  } catch (error) {
    if (error instanceof FileError) return [`${file}: ${error.reason}`]
    throw error
  }
}
