import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { FileError, reasonOf } from './text-file.ts'

/** What the name of the old output ends with, while the new one takes its place. */
const old = '.old'

/** The paths of the folders in which outputs are made, and of what is in them, for those who watch files. */
export const draftPaths = /[/\\]\.[^/\\]+\.draft-\d+(?:[./\\]|$)/

/** The folder beside that of the output in which this process makes it. */
export function draftOf(out: string): string {
  return `${draftsOf(out)}${process.pid}`
}

/**
 * Makes the empty draft of an output, and removes those that others have left. If the process ends, it goes.
 * @param root messages name files as seen from there
 * @throws {FileError} if it cannot be made
 */
export function startDraft(out: string, root: string): void {
  const draft = draftOf(out)
  removeAbandoned(out)
  process.once('exit', () => rmSync(draft, { recursive: true, force: true }))
  // A signal ends the process without `exit`.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
  try {
    if (!existsSync(dirname(out))) mkdirSync(dirname(out), { recursive: true })
    mkdirSync(draft)
  } catch (error) {
    throw new FileError(relative(root, draft), reasonOf(error) ?? 'cannot be written')
  }
}

/** Puts the draft, once it is whole, into the place of the output. */
export async function finishDraft(out: string): Promise<void> {
  const draft = draftOf(out)
  // A folder cannot take the place of one that holds something.
  if (existsSync(out)) renameSync(out, draft + old)
  renameSync(draft, out)
  await rm(draft + old, { recursive: true, force: true })
}

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
