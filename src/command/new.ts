import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import schema from '../../geo/story.schema.json' with { type: 'json' }
import { printable } from '../build/printable.ts'
import { basemapPath, drawMissingBasemap } from '../build/story-basemap.ts'
import { checkStoryFile } from '../build/story-file.ts'
import { readTextFile, writeTextFile } from '../build/text-file.ts'
import { readStory } from '../story/parse-story.ts'
import { slugOf, slugPattern } from '../story/slug.ts'
import { adviseNext, createStoryFile } from './new-story.ts'
import { parsePlaceList } from './place-list-file.ts'
import { formatReport } from './report.ts'
import { type Terminal, UseError, readArticle, readInput } from './terminal.ts'

/**
 * `article-map new` with its arguments.
 * @returns the exit status
 * @throws {UseError} if the arguments make no sense
 * @throws {FileError} if a file cannot be read or written, or the story is there already
 * @throws {SourceError} if the world pack is not there
 */
export async function createStory(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      article: { type: 'string' },
      places: { type: 'string' },
      folder: { type: 'string', default: 'geo' },
    },
  })
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0) throw new UseError('new needs one name, such as raqqa')
  if (!slugPattern.test(name)) {
    const proposal = slugOf(name)
    const advice = proposal === '' ? '' : `: try ${proposal}`
    throw new UseError(`a name must be small letters, digits and single hyphens, got ${JSON.stringify(name)}${advice}`)
  }
  if (values.article === '-' && values.places === '-') throw new UseError('only one file can be standard input')
  const article = await readArticle(values.article, terminal)
  const list = values.places === undefined ? '' : await readInput(values.places, terminal)
  const places = parsePlaceList(list, values.places === '-' ? 'standard input' : (values.places ?? ''))
  const file = join(values.folder, `${name}.geojson`)
  const path = resolve(terminal.folder, file)
  const text = createStoryFile(places, article)
  writeTextFile(path, text, 'wx')
  // The story refers to it, for editors.
  const schemaPath = resolve(terminal.folder, values.folder, 'story.schema.json')
  if (readTextFile(schemaPath, true) === undefined) writeTextFile(schemaPath, `${JSON.stringify(schema, null, 2)}\n`)
  const { issues } = checkStoryFile(path, article?.text)
  terminal.print(`Created ${printable(file)}.${issues.length > 0 ? ' What is left to do:' : ''}\n`)
  terminal.print(formatReport([{ file, issues }], 'text'))
  const articleName = values.article === undefined || values.article === '-' ? 'FILE' : inShell(values.article)
  terminal.print(
    adviseNext(places, article, `${terminal.checkCommand} ${inShell(file)} --article ${articleName} --lock`),
  )
  // What is left to fill in does not change the map.
  const { story } = readStory(text.replaceAll(': ""', ': "…"'))
  if (story !== undefined && story.places.length > 0) {
    const basemap = basemapPath(resolve(terminal.folder, values.folder), name)
    await drawMissingBasemap(basemap, story, terminal.folder, (line) => terminal.print(`${line}\n`))
  }
  return 0
}

/** A path as one word of a shell. */
function inShell(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : `"${printable(path)}"`
}
