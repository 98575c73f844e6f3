import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { printable } from '../build/printable.ts'
import { lockPath, writeLock } from '../build/story-file.ts'
import { FileError } from '../build/text-file.ts'
import { type ArticleFile } from './article-file.ts'
import { type ReportFormat, formatReport, isReportFormat } from './report.ts'
import { checkThoroughly } from './story-advice.ts'
import { type Terminal, UseError, printFault, printReading, readArticle } from './terminal.ts'

/**
 * `article-map check` with its arguments.
 * @returns the exit status
 * @throws {UseError} if the arguments make no sense
 * @throws {FileError} if the article cannot be read
 */
export async function checkStories(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      article: { type: 'string' },
      select: { type: 'string' },
      lock: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
    },
  })
  const { format } = values
  if (!isReportFormat(format))
    throw new UseError(`--format must be text, json or github, got ${JSON.stringify(format)}`)
  if (positionals.length === 0) throw new UseError('check which story? Name its file, such as geo/raqqa.geojson')
  if (values.lock && values.article === undefined) throw new UseError('--lock needs the article: add --article FILE')
  const article = await readArticle(values.article, values.select, terminal)
  if (article !== undefined) printReading(article, values.article ?? '', terminal.printError)
  return checkEach(positionals, { article, lock: values.lock, strict: values.strict, format }, terminal)
}

interface CheckOptions {
  readonly article: ArticleFile | undefined
  readonly lock: boolean
  readonly strict: boolean
  readonly format: ReportFormat
}

function checkEach(files: readonly string[], options: CheckOptions, terminal: Terminal): number {
  const { article, lock, strict, format } = options
  const reports = []
  let status = 0
  for (const file of files) {
    try {
      const path = resolve(terminal.folder, file)
      const result = checkThoroughly(path, article?.text, lock)
      reports.push({ file, issues: result.issues })
      if (result.issues.some(({ severity }) => strict || severity === 'error')) status = Math.max(status, 1)
      else if (lock && article !== undefined) {
        writeLock(path, result, article.text)
        const count = result.placements.length
        terminal.printError(`${printable(lockPath(file))}: ${count} ${count === 1 ? 'quote' : 'quotes'} verified\n`)
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      // The other stories are checked all the same.
      printFault(error, terminal)
      status = 2
    }
  }
  terminal.print(formatReport(reports, format))
  return status
}
