import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The stories that tests have beside Raqqa's. */
export const fixtureStories = join(root, 'test', 'fixture', 'story')

/** Builds the pages of the {@link fixtureStories}; gives the folder, which the caller removes. */
export function buildFixtureStories(): string {
  const dist = mkdtempSync(join(tmpdir(), 'article-map-'))
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const env = { ...process.env, ARTICLE_MAP_STORIES: fixtureStories }
  const built = spawnSync(process.execPath, [vite, 'build', '--outDir', dist], { cwd: root, env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  return dist
}
