#!/usr/bin/env node
import { createReadStream, realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { version } from '../package.json' with { type: 'json' }
import { check } from './build/check-command.ts'
import { createNew } from './build/new-command.ts'
import { FileError } from './build/story-file.ts'
import { type Terminal, UseError, printFault } from './build/terminal.ts'

const help = `article-map: an article's places on a map, in the article's own words

  article-map check STORY… [--article FILE|-] [--lock] [--strict] [--format text|json|github]
    Checks story files (GeoJSON): their format, whether their places are honest, and every quote.
    --article FILE   the article as text or HTML, - for standard input: every quote must stand in it, verbatim
    --lock           write the proof beside the story (STORY.lock.json): it tells later whether a quote was changed
    --strict         count warnings and hints as errors
    --format         text: one line for each issue; json; github: annotations for GitHub Actions

  article-map new NAME [--article FILE|-] [--places FILE|-] [--folder geo]
    Makes geo/NAME.geojson: headline, date and language from the article; places from lines of
    "name latitude longitude"; quotes from the sentences in which each name stands. Never overwrites.

  article-map --help, article-map --version

Exit status: 0 all is well, 1 there are errors, 2 wrong use or a file that cannot be used.
`

/** Runs `article-map` with its arguments. Does not throw for what a user can get wrong. @returns the exit status */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = args
  try {
    if (command === 'help' || args.includes('--help') || args.includes('-h')) {
      terminal.print(help)
      return 0
    }
    if (command === 'check') return await check(rest, terminal)
    if (command === 'new') return await createNew(rest, terminal)
    if (command === undefined) {
      terminal.printError(help)
      return 2
    }
    if (command === '--version') {
      terminal.print(`${version}\n`)
      return 0
    }
    throw new UseError(`there is no command ${JSON.stringify(command)}: use check or new`)
  } catch (error) {
    if (!(error instanceof FileError || error instanceof UseError || isArgumentError(error))) throw error
    printFault(error, terminal)
    if (!(error instanceof FileError)) terminal.printError('article-map --help says how to use it.\n')
    return 2
  }
}

/** Whether `parseArgs` of node:util did not understand an argument. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream('', { fd: 0 })) chunks.push(Buffer.from(chunk as Buffer))
  return Buffer.concat(chunks)
}

const starts: Readonly<Record<string, string>> = { new: 'npm run check --', npx: 'npx article-map check' }

// Started as a program, also through the link that npm makes of it; not imported.
const program = process.argv[1]
if (program !== undefined && import.meta.url === pathToFileURL(realpathSync(program)).href) {
  process.exitCode = await run(process.argv.slice(2), {
    folder: process.cwd(),
    readInput: readStandardInput,
    print: (text) => void process.stdout.write(text),
    printError: (text) => void process.stderr.write(text),
    // npm says which of the project's scripts it runs.
    checkCommand: starts[process.env.npm_lifecycle_event ?? ''] ?? 'article-map check',
  })
}
