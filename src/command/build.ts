import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { draftOf, finishDraft, startDraft } from '../build/output-draft.ts'
import { packageFile } from '../build/package-file.ts'
import { readPackagedParts } from '../build/page-parts.ts'
import { printable } from '../build/printable.ts'
import { readSiteUrl } from '../build/site-url.ts'
import { FaultyStories, misnamedStories, storyNames } from '../build/story-files.ts'
import { unverifiedStories, writeStories } from '../build/story-output.ts'
import { licensesFile } from '../build/third-party-licenses.ts'
import { logOf } from './start.ts'
import { type Terminal, UseError } from './terminal.ts'

/** What lies beside the pages, for articles: the element, the host script, and the licences of what they hold. */
const served = ['article-map.js', 'article-map-host.js', licensesFile]

/**
 * `article-map build` with its arguments: makes the pages of all stories, of what the package brings.
 * @returns the exit status
 * @throws {UseError} if the arguments make no sense, or what would be replaced is no output
 * @throws {FaultyStories} if there is no story without errors
 * @throws {FileError} if something cannot be written
 * @throws {SourceError} if the world pack is not there
 */
export async function buildStories(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      folder: { type: 'string', default: 'geo' },
      out: { type: 'string', default: 'dist' },
      url: { type: 'string' },
    },
  })
  const root = terminal.folder
  const project = { stories: resolve(root, values.folder), root, siteUrl: readSiteUrl(values.url) }
  const names = storyNames(project.stories, root)
  if (names.length === 0 && misnamedStories(project.stories, root).length === 0) {
    throw new FaultyStories(`${printable(values.folder)}: there is no story: article-map new makes one`)
  }
  const out = resolve(root, values.out)
  expectOutput(out, [root, project.stories], values.out)
  const log = logOf(terminal)
  unverifiedStories(project).forEach(log.warn)
  startDraft(out, root)
  const draft = draftOf(out)
  const isWhole = await writeStories(project, draft, () => Promise.resolve(readPackagedParts()), log)
  for (const file of served) copyFileSync(packageFile('dist', file), join(draft, file))
  await finishDraft(out)
  const page = join(relative(root, out), names.length === 1 ? (names[0] ?? '') : '', 'index.html')
  terminal.print(`${printable(page)}: built\n`)
  return isWhole ? 0 : 1
}

/** The output is replaced whole, so nothing else may be lost with it. @throws {UseError} if something would */
function expectOutput(out: string, kept: readonly string[], name: string): void {
  if (out === packageFile('dist')) throw new UseError('in a clone of article-map, it is npm run build')
  const isAround = kept.some((folder) => `${folder}${sep}`.startsWith(out.endsWith(sep) ? out : `${out}${sep}`))
  const files = existsSync(out) ? readdirSync(out) : []
  if (isAround || (files.length > 0 && !served.every((file) => files.includes(file)))) {
    throw new UseError(
      `${printable(name)} holds other things than built maps, and would be replaced: choose another --out`,
    )
  }
}
