import { basename, dirname, resolve } from 'node:path'
import { draftStory } from '../build/draft-story.ts'
import { printable } from '../build/printable.ts'
import { basemapPath, drawMissingBasemap } from '../build/story-basemap.ts'
import { readTextFile } from '../build/text-file.ts'
import { adviseNext } from './new-story.ts'
import { formatReport } from './report.ts'
import { checkThoroughly } from './story-advice.ts'
import { type StorySources } from './story-sources.ts'
import { printReading, type Terminal } from './terminal.ts'

/** A story file in which places were written. */
export interface WrittenStory extends StorySources {
  /** As the terminal names it. */
  readonly file: string
  /** What was done, as in `Created`. */
  readonly done: string
}

/** Says what is left to do in a story, and draws the map under its places. @throws as {@link drawMissingBasemap} does */
export async function printNextSteps(story: WrittenStory, terminal: Terminal): Promise<void> {
  const { file, done, places, article, articleName = '-', select } = story
  const path = resolve(terminal.folder, file)
  const { issues } = checkThoroughly(path, article?.text)
  if (article !== undefined) printReading(article, articleName, terminal.print)
  terminal.print(`${done} ${printable(file)}.${issues.length > 0 ? ' What is left to do:' : ''}\n`)
  terminal.print(formatReport([{ file, issues }], 'text'))
  const articleFile = articleName === '-' ? 'FILE' : inShell(articleName)
  const selection = select === undefined ? '' : ` --select ${inShell(select)}`
  const command = `${terminal.checkCommand} ${inShell(file)} --article ${articleFile}${selection} --lock`
  terminal.print(adviseNext(places, article, command))
  // What is left to fill in does not change the map.
  const draft = draftStory(readTextFile(path))
  if (draft === undefined) return
  const basemap = basemapPath(dirname(path), basename(path, '.geojson'))
  await drawMissingBasemap(basemap, draft, terminal.folder, (line) => terminal.print(`${line}\n`))
}

/** A path as one word of a shell. */
function inShell(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : `"${printable(path)}"`
}
