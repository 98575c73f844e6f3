import { createReadStream, realpathSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type ArticleFile, parseArticleFile } from './build/article-file.ts'
import { adviseNext, createStoryFile } from './build/new-story.ts'
import { parsePlaceList } from './build/place-list-file.ts'
import { type ReportFormat, formatReport, isReportFormat } from './build/report.ts'
import {
  FileError,
  checkStoryFile,
  decodeText,
  lockPath,
  readTextFile,
  writeLock,
  writeTextFile,
} from './build/story-file.ts'
import { slugOf, slugPattern } from './story/slug.ts'

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

Exit status: 0 all is well, 1 there are errors, 2 wrong use or a file that cannot be used.
`

/** What the program has of the world around it. */
export interface Terminal {
  /** The folder that paths are relative to. */
  readonly folder: string
  readonly readInput: () => Promise<Uint8Array>
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** How its user starts a check: `article-map check`, or `npm run check --` in a clone of the project. */
  readonly checkCommand: string
}

/** Runs `article-map` with its arguments. Does not throw for what a user can get wrong. @returns the exit status */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = args
  try {
    if (command === 'check') return await check(rest, terminal)
    if (command === 'new') return await createNew(rest, terminal)
    if (command === undefined || command === 'help' || args.includes('--help') || args.includes('-h')) {
      const print = command === undefined ? terminal.printError : terminal.print
      print(help)
      return command === undefined ? 2 : 0
    }
    throw new UseError(`there is no command ${JSON.stringify(command)}: use check or new`)
  } catch (error) {
    if (!(error instanceof FileError || error instanceof UseError || isArgumentError(error))) throw error
    terminal.printError(`article-map: ${error.message.replace(`${terminal.folder}${sep}`, '')}\n`)
    if (!(error instanceof FileError)) terminal.printError('article-map --help says how to use it.\n')
    return 2
  }
}

class UseError extends Error {}

/** Whether `parseArgs` of node:util did not understand an argument. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      article: { type: 'string' },
      lock: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    terminal.print(help)
    return 0
  }
  const { format } = values
  if (!isReportFormat(format))
    throw new UseError(`--format must be text, json or github, got ${JSON.stringify(format)}`)
  if (positionals.length === 0) throw new UseError('check which story? Name its file, such as geo/raqqa.geojson')
  if (values.lock && values.article === undefined) throw new UseError('--lock needs the article: add --article FILE')
  const article = await readArticle(values.article, terminal)
  return checkAll(positionals, { article, lock: values.lock, strict: values.strict, format }, terminal)
}

interface CheckOptions {
  readonly article: ArticleFile | undefined
  readonly lock: boolean
  readonly strict: boolean
  readonly format: ReportFormat
}

function checkAll(files: readonly string[], options: CheckOptions, terminal: Terminal): number {
  const { article, lock, strict, format } = options
  const reports = []
  for (const file of files) {
    const path = resolve(terminal.folder, file)
    const result = checkStoryFile(path, article?.text, lock)
    const fails = result.issues.some(({ severity }) => strict || severity === 'error')
    reports.push({ file, issues: result.issues, fails })
    if (!lock || article === undefined || fails) continue
    writeLock(path, result, article.text)
    terminal.printError(`${lockPath(file)}: ${result.placements.length} quotes verified\n`)
  }
  terminal.print(formatReport(reports, format))
  return reports.some(({ fails }) => fails) ? 1 : 0
}

async function createNew(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      article: { type: 'string' },
      places: { type: 'string' },
      folder: { type: 'string', default: 'geo' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    terminal.print(help)
    return 0
  }
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
  writeTextFile(path, createStoryFile(places, article), 'wx')
  const { issues } = checkStoryFile(path, article?.text)
  terminal.print(`${file} is made.${issues.length > 0 ? ' What is left to do:' : ''}\n`)
  terminal.print(formatReport([{ file, issues }], 'text'))
  const articleName = values.article === undefined || values.article === '-' ? 'FILE' : values.article
  terminal.print(adviseNext(places, article, `${terminal.checkCommand} ${file} --article ${articleName} --lock`))
  return 0
}

async function readArticle(file: string | undefined, terminal: Terminal): Promise<ArticleFile | undefined> {
  if (file === undefined) return undefined
  const article = parseArticleFile(await readInput(file, terminal))
  if (article.text.text === '') throw new FileError(file === '-' ? 'standard input' : file, 'there is no text in it')
  return article
}

/** The text of a file, or of standard input if its name is `-`. */
async function readInput(file: string, terminal: Terminal): Promise<string> {
  if (file === '-') return decodeText(await terminal.readInput(), 'standard input')
  return readTextFile(resolve(terminal.folder, file))
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream('', { fd: 0 })) chunks.push(Buffer.from(chunk as Buffer))
  return Buffer.concat(chunks)
}

// Started as a program, also through the link that npm makes of it; not imported.
const program = process.argv[1]
if (program !== undefined && import.meta.url === pathToFileURL(realpathSync(program)).href) {
  process.exitCode = await run(process.argv.slice(2), {
    folder: process.cwd(),
    readInput: readStandardInput,
    print: (text) => void process.stdout.write(text),
    printError: (text) => void process.stderr.write(text),
    // npm says which of the project's scripts it runs.
    checkCommand: process.env.npm_lifecycle_event === 'new' ? 'npm run check --' : 'article-map check',
  })
}
