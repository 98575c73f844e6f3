import { relative, resolve } from 'node:path'
import { type ErrorPayload, type Plugin, type ViteDevServer } from 'vite'
import { formatIssue } from '../story/issue.ts'
import { checkStoryFile } from './story-file.ts'
import { FileError, readTextFile } from './text-file.ts'

/**
 * How long a saved file is left to settle, in milliseconds. Some editors write a file in two steps, and the watcher does not
 * tell of a second change within 50 ms.
 */
const settling = 120

/**
 * Checks a story whenever it or its lock is saved in development. What is wrong is shown as Vite's overlay, with file and
 * line. A story without errors reloads the page, which shows the same place and the same part of the map again.
 * @param folder where the stories are, relative to Vite's root
 */
export function storyOverlay(folder: string): Plugin {
  return {
    name: 'article-map:story-overlay',
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
    // Otherwise Vite would reload the page as well, and the overlay would be gone.
    hotUpdate: ({ file }) => (/\.(?:geojson|lock\.json)$/.test(file) ? [] : undefined),
  }
}

function report(server: ViteDevServer, path: string): void {
  const err = overlayOf(path, server.config.root)
  const { hot } = server.environments.client
  if (err === undefined) hot.send({ type: 'full-reload', path: '*' })
  else {
    server.config.logger.error(err.message, { timestamp: true })
    hot.send({ type: 'error', err })
  }
}

/** What the overlay shows of a story: the place and message of each error, and the lines around the first; undefined if it has none. */
function overlayOf(path: string, root: string): ErrorPayload['err'] | undefined {
  const file = relative(root, path)
  try {
    const errors = checkStoryFile(path).issues.filter(({ severity }) => severity === 'error')
    const [first] = errors
    if (first === undefined) return undefined
    const message = errors.map((issue) => `${file}:${formatIssue(issue)}`).join('\n')
    const { line, column } = first
    const frame = frameAround(readTextFile(path), line, column)
    return { message, stack: '', id: path, frame, plugin: 'article-map', loc: { file: path, line, column } }
  } catch (error) {
    if (error instanceof FileError) return { message: `${file}: ${error.reason}`, stack: '', plugin: 'article-map' }
    throw error
  }
}

/** Two lines before and after a line, numbered, with a caret under the column. */
function frameAround(text: string, line: number, column: number): string {
  const lines = text.split(/\r\n|\r|\n/)
  const first = Math.max(1, line - 2)
  // The overlay removes spaces at the start, so the first line has none.
  const width = String(line + 2).length
  const numbered = lines.slice(first - 1, line + 2).map((words, i) => `${String(first + i).padEnd(width)} | ${words}`)
  numbered.splice(line - first + 1, 0, `${' '.repeat(width)} | ${' '.repeat(column - 1)}^`)
  return numbered.join('\n')
}
