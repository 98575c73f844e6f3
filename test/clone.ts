import { cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** A copy of the project as someone gets it who clones it and installs its packages; the caller removes the folder. */
export function cloneProject(): string {
  const clone = mkdtempSync(join(tmpdir(), 'article-map-clone-'))
  const left = new Set(['node_modules', 'dist', '.git', 'test-results'])
  cpSync(root, clone, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) })
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'dir')
  return clone
}
