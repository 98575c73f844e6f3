import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import schema from '../../geo/story.schema.json' with { type: 'json' }
import { readTextFile, writeTextFile } from '../build/text-file.ts'
import { slugOf, slugPattern } from '../story/slug.ts'
import { createStoryFile } from './new-story.ts'
import { printNextSteps } from './next-steps.ts'
import { readSources, sourceOptions } from './story-sources.ts'
import { type Terminal, UseError } from './terminal.ts'

/**
 * `article-map new` with its arguments.
 * @returns the exit status
 * @throws {UseError} if the arguments make no sense
 * @throws {FileError} if a file cannot be read or written, or the story is there already
 * @throws {AggregateError} of a FileError for each line of the list of places that cannot be read
 * @throws {SourceError} if the world pack is not there
 */
export async function createStory(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: sourceOptions,
  })
  const name = storyName(positionals)
  const sources = await readSources(values, terminal)
  const file = join(values.folder, `${name}.geojson`)
  writeTextFile(resolve(terminal.folder, file), createStoryFile(sources.places, sources.article), 'wx')
  // The story refers to it, for editors.
  const schemaPath = resolve(terminal.folder, values.folder, 'story.schema.json')
  if (readTextFile(schemaPath, true) === undefined) writeTextFile(schemaPath, `${JSON.stringify(schema, null, 2)}\n`)
  await printNextSteps({ file, done: 'Created', ...sources }, terminal)
  return 0
}

/** The name of a new story, with or without its file's ending. @throws {UseError} if it can be no story's */
function storyName(positionals: readonly string[]): string {
  const [written, ...others] = positionals
  if (written === undefined) throw new UseError('new needs one name, such as raqqa')
  if (others.length > 0) {
    const got = positionals.map((word) => JSON.stringify(word)).join(', ')
    throw new UseError(`new needs one name, such as raqqa, got ${got}: a name with spaces stands in quotation marks`)
  }
  const name = written.replace(/\.geojson$/, '')
  if (name === 'world')
    throw new UseError('world is the map of the world, which stories without one have: choose another name')
  if (!slugPattern.test(name)) {
    const proposal = slugOf(name)
    const advice = proposal === '' ? '' : `: try ${proposal}`
    throw new UseError(`a name must be small letters, digits and single hyphens, got ${JSON.stringify(name)}${advice}`)
  }
  return name
}
