import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packFolder } from '../pack.ts'

/** The path of a module or file of the pack's source packages, which `npm ci --prefix geo/world` installs. */
export function sourcePath(specifier: string): string {
  return createRequire(join(packFolder(), 'package.json')).resolve(specifier)
}
