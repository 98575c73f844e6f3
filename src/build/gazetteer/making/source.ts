import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gazetteerFolder } from '../gazetteer-file.ts'

const require = createRequire(join(gazetteerFolder(), 'package.json'))

/** The text of a file of a source package, which `npm ci --prefix geo/gazetteer` installs. */
export function readSource(name: string, ...path: readonly string[]): string {
  const folders = require.resolve.paths(name) ?? []
  const [folder = ''] = folders
  return readFileSync(join(folder, name, ...path), 'utf8')
}

/** What a source package exports. */
export function requireSource(name: string): unknown {
  return require(name)
}

/** The lines of a table without quotes, each as its cells. */
export function readTable(name: string, ...path: readonly string[]): string[][] {
  return readSource(name, ...path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}
