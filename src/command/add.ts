import { applyEdits, modify } from 'jsonc-parser'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { FileError, readTextFile, writeTextFile } from '../build/text-file.ts'
import { formatPositions } from '../story/format-story.ts'
import { createFeatures } from './new-story.ts'
import { printNextSteps } from './next-steps.ts'
import { readSources, sourceOptions } from './story-sources.ts'
import { type Terminal, UseError } from './terminal.ts'

/**
 * `article-map add` with its arguments: adds places at the end of a story, and leaves all else in its file as it is.
 * @returns the exit status
 * @throws as {@link createStory} does; {FileError} also if the story is not there, or is no JSON
 */
export async function addPlaces(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    // A longitude in the west is no option.
    args: args.map((arg) => arg.replace(/^-(?=\d)/, '\u2212')),
    allowPositionals: true,
    options: sourceOptions,
  })
  const [name, ...line] = positionals
  if (name === undefined) throw new UseError('add to which story? Name it, such as add raqqa Tabqa 35.836 38.548')
  if (line.length > 0 === (values.places !== undefined)) {
    throw new UseError('add which place? Write it after the story, such as Tabqa 35.836 38.548, or add --places FILE')
  }
  const sources = await readSources(values, terminal, line.join(' '))
  const file = join(values.folder, `${basename(name, '.geojson')}.geojson`)
  const path = resolve(terminal.folder, file)
  const text = readTextFile(path)
  const ids = idsOf(text)
  if (ids === undefined) throw new FileError(path, 'is no story to which a place can be added; check says why')
  writeTextFile(path, createFeatures(sources.places, sources.article, ids).reduce(append, text))
  await printNextSteps({ file, done: 'Added to', ...sources }, terminal)
  return 0
}

/** The ids in a story file; undefined if it has no features to which one could be added. */
function idsOf(text: string): string[] | undefined {
  try {
    const { features } = JSON.parse(text.replace(/^\uFEFF/, '')) as { features: readonly { id?: unknown }[] }
    return features.map(({ id }) => String(id))
  } catch {
    return undefined
  }
}

function append(text: string, feature: object): string {
  const options = { isArrayInsertion: true, formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } }
  const [edit] = modify(text, ['features', -1], feature, options)
  return edit ? applyEdits(text, [{ ...edit, content: formatPositions(edit.content) }]) : text
}
