import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import schema from '../../geo/story.schema.json' with { type: 'json' }
import { readGazetteer } from '../build/gazetteer/gazetteer-file.ts'
import { readTextFile, writeTextFile } from '../build/text-file.ts'
import { slugOf, slugPattern } from '../story/slug.ts'
import { proposePlaces } from './article-places.ts'
import { askPlace } from './ask-place.ts'
import { createStoryFile } from './new-story.ts'
import { printNextSteps } from './next-steps.ts'
import { type SourceValues, type StorySources, readSources, sourceOptions } from './story-sources.ts'
import { type Terminal, UseError } from './terminal.ts'

/**
 * `article-map new` with its arguments.
 * @returns the exit status
 * @throws {UseError} if the arguments make no sense
 * @throws {FileError} if a file cannot be read or written, or the story is there already
 * @throws {AggregateError} of a FileError for each line of the list of places that cannot be read
 * @throws {SourceError} if the world pack or the gazetteer is not there
 */
export async function createStory(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...sourceOptions, yes: { type: 'boolean', default: false } },
  })
  const name = storyName(positionals)
  const sources = await findSources(values, terminal)
  const file = join(values.folder, `${name}.geojson`)
  // The story refers to the schema, for editors: that of the package where it is installed here, or else one beside the story.
  const folder = resolve(terminal.folder, values.folder)
  const installed = resolve(terminal.folder, 'node_modules', 'article-map', 'geo', 'story.schema.json')
  const path = existsSync(installed) ? installed : join(folder, 'story.schema.json')
  const reference = relative(folder, path).split(sep).join('/')
  const text = createStoryFile(
    sources.places,
    sources.article,
    reference.startsWith('.') ? reference : `./${reference}`,
  )
  writeTextFile(resolve(terminal.folder, file), text, 'wx')
  if (readTextFile(path, true) === undefined) writeTextFile(path, `${JSON.stringify(schema, null, 2)}\n`)
  await printNextSteps({ file, done: 'Created', ...sources }, terminal)
  return 0
}

/** The article and the places that the options name, or else the places that the article names. */
async function findSources(
  values: SourceValues & { readonly yes: boolean },
  terminal: Terminal,
): Promise<StorySources> {
  const sources = await readSources(values, terminal)
  const { article } = sources
  if (article === undefined || values.places !== undefined) return sources
  const choose = terminal.ask && !values.yes ? askPlace(terminal.ask) : undefined
  return { ...sources, places: await proposePlaces(article, readGazetteer(), choose) }
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
