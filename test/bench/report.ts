import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { format } from 'prettier'

/** A table of figures, and what has to be known to read it. */
export interface Table {
  readonly heading: string
  /** The first is text, the others are figures. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Where and how figures were taken. */
export interface Circumstances {
  readonly date: string
  readonly command: string
  readonly processors: number
  readonly browser: string
}

/** The circumstances of this run. */
export function readCircumstances(browser: Browser, args: readonly string[]): Circumstances {
  return {
    date: new Date().toISOString().slice(0, 10),
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
    processors: availableParallelism(),
    browser: `Chromium ${browser.version()}`,
  }
}

/** The one in the middle; `NaN` of none. */
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

/** A figure as text, with so many decimals at most; nothing of `NaN`. */
export const round = (value: number, decimals = 0): string =>
  Number.isNaN(value) ? '' : String(Number(value.toFixed(decimals)))

/** Figures by what they are of, one for each round: times in ms, sizes in bytes. */
export type Figures = Record<string, number[]>

/** Adds the figures of a round. */
export function note(figures: Figures, measured: Readonly<Record<string, number>>): void {
  for (const [key, value] of Object.entries(measured)) (figures[key] ??= []).push(value)
}

/** A table as Markdown. */
export function writeMarkdown(
  { heading, columns, rows }: Table,
  { date, command, processors, browser }: Circumstances,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `\`${command}\`, ${date}, ${processors} processors, ${browser}. ${heading}`,
    '',
    line(columns),
    line(columns.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n')
}

/** Puts a text between the README's marks of a name. */
export async function writeIntoReadme(name: string, text: string): Promise<void> {
  const path = join(import.meta.dirname, '..', '..', 'README.md')
  const readme = readFileSync(path, 'utf8')
  const marks = new RegExp(`(<!-- bench ${name}: .*-->\n)[^]*?(<!-- bench ${name} end -->)`)
  if (!marks.test(readme)) throw new Error(`README.md has no marks for ${name}.`)
  const written = (await format(text, { parser: 'markdown' })).trim()
  writeFileSync(
    path,
    readme.replace(marks, (_, start: string, end: string) => `${start}\n${written}\n\n${end}`),
  )
}
