import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { draftPaths } from './output-draft.ts'
import { errorsOf, whenSettled } from './saved-story.ts'

/**
 * Reloads the page whenever a story or its lock is saved in development, and prints the story's errors. The page, which lists
 * them, shows the same place and the same part of the map again.
 * @param folder where the stories are, relative to Vite's root
 */
export function storyReload(folder: string): Plugin {
  return {
    name: 'article-map:story-reload',
    // A build that is made meanwhile has pages too, which Vite would reload for.
    config: () => ({ server: { watch: { ignored: [draftPaths] } } }),
    configureServer(server) {
      const { root, logger } = server.config
      const stories = resolve(root, folder)
      server.watcher.add(stories)
      const check = whenSettled(stories, (story) => {
        for (const line of errorsOf(story, root)) logger.error(line, { timestamp: true })
        server.environments.client.hot.send({ type: 'full-reload', path: '*' })
      })
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
