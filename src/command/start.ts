import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSiteUrl } from '../build/site-url.ts'
import { type Terminal, UseError } from './terminal.ts'

/**
 * `article-map start` with its arguments: runs until it is ended.
 * @returns the exit status
 * @throws {UseError} if the arguments make no sense
 * @throws {FaultyStories} if the folder of the stories cannot be read
 */
export async function startServer(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { folder: { type: 'string', default: 'geo' }, port: { type: 'string', default: '5173' } },
  })
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new UseError(`--port must be a number, got ${values.port}`)
  const { startDraftServer } = await import('../build/draft-server.ts')
  const project = { stories: resolve(terminal.folder, values.folder), root: terminal.folder, siteUrl: readSiteUrl() }
  const { url, closed } = await startDraftServer(project, port, logOf(terminal))
  terminal.print(`The maps are at ${url} as long as this runs; Ctrl+C ends it.\n`)
  await closed
  return 0
}

/** Prints what is said while pages are made, line by line. */
export function logOf({ print, printError }: Terminal): Record<'info' | 'warn' | 'error', (line: string) => void> {
  return {
    info: (line) => print(`${line}\n`),
    warn: (line) => printError(`${line}\n`),
    error: (line) => printError(`${line}\n`),
  }
}
