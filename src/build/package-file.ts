import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The path of a file of this project, in a clone of it as well as in the installed package. @throws if it is neither */
export function packageFile(...path: readonly string[]): string {
  return join(dirname(createRequire(import.meta.url).resolve('article-map/package.json')), ...path)
}
