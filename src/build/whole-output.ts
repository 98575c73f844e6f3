import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { FileError, reasonOf } from './text-file.ts'

/**
 * Builds into a folder beside that of the output, which takes its place once it is whole. So there is the old output or the
 * new one, whatever ends the build in between; of two builds at once, the last one stays.
 */
export function wholeOutput(): Plugin {
  let out = ''
  let draft = ''
  return {
    name: 'article-map:whole-output',
    apply: 'build',
    config({ root = '.', build }) {
      out = resolve(root, build?.outDir ?? 'dist')
      draft = `${draftsOf(out)}${process.pid}`
      return { build: { outDir: draft } }
    },
    configResolved({ root }) {
      removeAbandoned(out)
      const remove = (): void => rmSync(draft, { recursive: true, force: true })
      process.once('exit', remove)
      // A signal ends the process without `exit`.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
      try {
        if (!existsSync(dirname(out))) mkdirSync(dirname(out), { recursive: true })
        mkdirSync(draft)
      } catch (error) {
        throw new FileError(relative(root, draft), reasonOf(error) ?? 'cannot be written')
      }
    },
    buildApp: {
      order: 'post',
      async handler() {
        // A folder cannot take the place of one that holds something.
        if (existsSync(out)) renameSync(out, draft + old)
        renameSync(draft, out)
        await rm(draft + old, { recursive: true, force: true })
      },
    },
  }
}

/** What the name of the old output ends with, while the new one takes its place. */
const old = '.old'

/** How the names of an output's drafts start; each ends with the number of its process. */
function draftsOf(out: string): string {
  return join(dirname(out), `.${basename(out)}.draft-`)
}

/** Removes what builds that were killed outright have left. Where one was killed while the new output took its place, the old one is put back. */
function removeAbandoned(out: string): void {
  const folder = dirname(out)
  const start = basename(draftsOf(out))
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(start)) : []
  for (const name of found) {
    const path = join(folder, name)
    if (isRunning(Number.parseInt(name.slice(start.length), 10))) continue
    if (name.endsWith(old) && !existsSync(out)) renameSync(path, out)
    else rmSync(path, { recursive: true, force: true })
  }
}

/** Whether a process is there, ours or another's. */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
