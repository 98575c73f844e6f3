import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { type ErrorPayload, type Plugin, type ViteDevServer } from 'vite'
import { formatIssue } from '../story/issue.ts'
import { FileError, checkStoryFile, lockPath, readTextFile } from './story-file.ts'
import { storyNames } from './story-files.ts'

/**
 * Vite's dev server checks a story whenever it or its lock is saved and shows what is wrong as its overlay, with file
 * and line; a story without errors reloads the page, which shows the same place and the same part of the map again. The
 * build, which refuses faulty stories by itself, is told of those whose quotes were never compared with their article.
 *
 * @param folder where the stories lie, relative to Vite's root
 */
export function storyCheck(folder = 'geo'): Plugin {
  return {
    name: 'article-map:story-check',
    configResolved({ command, root, logger }) {
      if (command === 'build') for (const line of unverifiedStories(resolve(root, folder), root)) logger.warn(line)
    },
    configureServer(server) {
      const stories = resolve(server.config.root, folder)
      server.watcher.add(stories)
      const check = (file: string): void => {
        if (resolve(file, '..') !== stories) return
        if (file.endsWith('.geojson')) report(server, file)
        else if (file.endsWith('.lock.json')) report(server, file.replace(/\.lock\.json$/, '.geojson'))
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
    // Else Vite reloads the page as well, and its overlay is gone.
    hotUpdate: ({ file }) => (/\.(?:geojson|lock\.json)$/.test(file) ? [] : undefined),
  }
}

/** A line for each story of a folder that has no lock: what it quotes may be wrong, and nothing would tell. */
function unverifiedStories(stories: string, root: string): string[] {
  return storyNames(stories)
    .map((name) => join(stories, `${name}.geojson`))
    .filter((path) => !existsSync(lockPath(path)))
    .map((path) => `${relative(root, path)}: its quotes are not verified: check it with --article FILE --lock`)
}

function report(server: ViteDevServer, path: string): void {
  const err = faultOf(path, server.config.root)
  const { hot } = server.environments.client
  if (err === undefined) hot.send({ type: 'full-reload', path: '*' })
  else {
    server.config.logger.error(err.message, { timestamp: true })
    hot.send({ type: 'error', err })
  }
}

/** What the overlay shows of a story's errors: their place and message, and the lines around the first. */
export function faultOf(path: string, root: string): ErrorPayload['err'] | undefined {
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
  // The overlay cuts spaces off the start, so none may stand there.
  const width = String(line + 2).length
  const numbered = lines.slice(first - 1, line + 2).map((words, i) => `${String(first + i).padEnd(width)} | ${words}`)
  numbered.splice(line - first + 1, 0, `${' '.repeat(width)} | ${' '.repeat(column - 1)}^`)
  return numbered.join('\n')
}
