import { join } from 'node:path'
import { createBuilder, type Rolldown } from 'vite'

/** A script, not minified. */
export interface ReadableScript {
  readonly code: string
  /** The module that a line is from, counted from 0. */
  readonly moduleAt: (line: number) => string
}

/**
 * Builds a script as it is built for readers, but for its names.
 * @param name the environment of vite.config.ts that builds it: the page's `client`, or the element's `articleMap`
 */
export async function buildReadableScript(name: 'client' | 'articleMap'): Promise<ReadableScript> {
  const root = join(import.meta.dirname, '..', '..')
  const readable = { minify: false as const, rolldownOptions: { output: { minify: false } } }
  const builder = await createBuilder({ root, logLevel: 'error', environments: { [name]: { build: readable } } })
  const environment = builder.environments[name]
  if (!environment) throw new Error(`vite.config.ts has no environment ${name}.`)
  const { output } = (await builder.build(environment)) as Rolldown.RolldownOutput
  const { code } = output[0]
  // Rolldown writes above each part which module it is from.
  const part = /^\/\/ ((?:src|node_modules)\/\S+)$/
  let module = 'the bundler'
  const modules = code.split('\n').map((line) => (module = part.exec(line)?.[1] ?? module))
  return { code, moduleAt: (line) => modules[line] ?? module }
}
