import { parseArgs } from 'node:util'
import { readGazetteer } from '../build/gazetteer/gazetteer-file.ts'
import { printable } from '../build/printable.ts'
import { FileError, decodeText } from '../build/text-file.ts'
import { type PlaceMention, findPlaces } from '../gazetteer/find-places.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { type Language, languageTags } from '../words/language.ts'
import { describePlaces, mentionRows } from './place-report.ts'
import { type Terminal, UseError, parseArticle, printReading, readInput } from './terminal.ts'
import { detectLanguage } from './text-language.ts'

const formats = ['text', 'json', 'jsonl']
const lineFeed = 10

/**
 * `article-map places` with its arguments.
 * @returns the exit status
 * @throws {UseError} if the arguments make no sense
 * @throws {FileError} if an article cannot be read
 * @throws {SourceError} if the gazetteer is not there
 */
export async function printPlaces(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      select: { type: 'string' },
      language: { type: 'string' },
      format: { type: 'string', default: 'text' },
    },
  })
  const { format, language, select } = values
  if (!formats.includes(format))
    throw new UseError(`--format must be text, json or jsonl, got ${JSON.stringify(format)}`)
  if (language !== undefined && !isLanguage(language))
    throw new UseError(`--language must be ${languageTags.join(', ')}, got ${JSON.stringify(language)}`)
  if (format === 'jsonl') {
    if (positionals.length > 0 || select !== undefined)
      throw new UseError('--format jsonl reads lines of JSON from standard input: name no article')
    return printLines(language, terminal)
  }
  if (positionals.length === 0)
    throw new UseError('find the places of which article? Name its file, such as article.txt')
  const gazetteer = readGazetteer()
  const reports = []
  for (const file of positionals) {
    const text = await readText(file, select, terminal)
    reports.push({ file, mentions: find(text, language, gazetteer) })
  }
  if (format === 'text') {
    for (const { file, mentions } of reports) {
      if (reports.length > 1) terminal.print(printable(`${file}:`) + '\n')
      terminal.print(describePlaces(mentions))
    }
    return 0
  }
  const rows = reports.map(({ file, mentions }) => ({ file, mentions: mentionRows(mentions) }))
  const [first] = rows
  const result = rows.length === 1 ? { mentions: first?.mentions ?? [] } : rows
  terminal.print(`${JSON.stringify(result, null, 2)}\n`)
  return 0
}

function isLanguage(tag: string): tag is Language {
  return languageTags.some((known) => known === tag)
}

/** The text of a file, as its offsets are counted: of plain text as it is, of a page that of its article. */
async function readText(file: string, select: string | undefined, terminal: Terminal): Promise<string> {
  const content = await readInput(file, terminal)
  const article = parseArticle(content, file, select)
  if (article.reading === undefined) return content
  printReading(article, file, terminal.printError)
  return article.text.text
}

async function printLines(language: Language | undefined, terminal: Terminal): Promise<number> {
  const input = await terminal.readInput()
  const gazetteer = readGazetteer()
  // A line at a time: all of them as one text take twice as much memory.
  for (let number = 1, start = 0; start < input.length; number++) {
    const end = input.indexOf(lineFeed, start)
    const line = decodeText(input.subarray(start, end === -1 ? input.length : end), 'standard input')
    start = end === -1 ? input.length : end + 1
    if (line.trim() === '') continue
    const mentions = find(textOf(line, number), language, gazetteer)
    terminal.print(`${JSON.stringify({ mentions: mentionRows(mentions) })}\n`)
  }
  return 0
}

function textOf(line: string, number: number): string {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    throw new FileError('standard input', `line ${number} is not JSON`)
  }
  if (typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string') return row.text
  throw new FileError('standard input', `line ${number} must have a member "text", the article's text`)
}

/** A text whose language is not certain is taken for English. */
function find(text: string, language: Language | undefined, gazetteer: Gazetteer): PlaceMention[] {
  return findPlaces(text, { language: language ?? detectLanguage(text) ?? 'en', gazetteer })
}
