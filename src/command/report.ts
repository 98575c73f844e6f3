import { printable } from '../build/printable.ts'
import { type Issue, type Severity, formatIssue } from '../story/issue.ts'

const formats = ['text', 'json', 'github'] as const

/** How issues are printed: for people, for programs, for GitHub Actions. */
export type ReportFormat = (typeof formats)[number]

/** The issues of one story file. */
export interface FileReport {
  /** The file as its user named it. */
  readonly file: string
  readonly issues: readonly Issue[]
}

/** Whether a word names a format. */
export function isReportFormat(word: string): word is ReportFormat {
  return formats.some((format) => format === word)
}

/** The issues of all files as text to print: empty if there are none, except in JSON. */
export function formatReport(reports: readonly FileReport[], format: ReportFormat): string {
  const all = reports.flatMap(({ file, issues }) => issues.map((issue) => ({ file, ...issue })))
  const lines =
    format === 'json'
      ? JSON.stringify(all, null, 2).split('\n')
      : all.map(format === 'github' ? formatAnnotation : formatLocated)
  return lines.map((line) => `${printable(line)}\n`).join('')
}

type Located = Issue & { readonly file: string }

function formatLocated(issue: Located): string {
  return `${issue.file}:${formatIssue(issue)}`
}

const annotations: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' }

/** A workflow command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function formatAnnotation({ file, line, column, severity, path, message }: Located): string {
  const place = `file=${escape(file, /[%\r\n:,]/g)},line=${line},col=${column}`
  return `::${annotations[severity]} ${place}::${escape(path === '' ? message : `${path}: ${message}`, /[%\r\n]/g)}`
}

function escape(text: string, characters: RegExp): string {
  return text.replace(characters, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
