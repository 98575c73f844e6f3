import { type Issue, type IssueCode, type Severity } from './issue.ts'
import { type JsonNode, joinPath, pathOf } from './json-node.ts'

/** Where an issue is shown, if not at its node: at a member that the node lacks; at another offset in the text. */
interface Spot {
  readonly member?: string
  readonly offset?: number
}

/** Collects the issues of one story file. Checks push issues; they do not throw. */
export class IssueList {
  readonly #issues: Issue[] = []
  readonly #text: string
  /** Only where there is an issue: a large file has many lines. */
  #lineStarts: readonly number[] | undefined
  #errorCount = 0

  /** @param text the story file, for lines and columns */
  constructor(text: string) {
    this.#text = text
  }

  error(code: IssueCode, node: JsonNode | undefined, message: string, spot?: Spot): void {
    this.add('error', code, node, message, spot)
  }

  warning(code: IssueCode, node: JsonNode | undefined, message: string, spot?: Spot): void {
    this.add('warning', code, node, message, spot)
  }

  add(severity: Severity, code: IssueCode, node: JsonNode | undefined, message: string, spot: Spot = {}): void {
    if (severity === 'error') this.#errorCount++
    const path = spot.member === undefined ? pathOf(node) : joinPath(pathOf(node), spot.member)
    this.#issues.push({ severity, code, path, message, ...this.locate(spot.offset ?? node?.offset ?? 0) })
  }

  get errorCount(): number {
    return this.#errorCount
  }

  /** Line and column of an offset in the text, both counted from 1. */
  locate(offset: number): { line: number; column: number } {
    const starts = (this.#lineStarts ??= [
      0,
      ...Array.from(this.#text.matchAll(/\r\n|\r|\n/g), ({ 0: lineBreak, index }) => index + lineBreak.length),
    ])
    let low = 0
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }

  /** All issues in the order of the file. */
  sorted(): Issue[] {
    return [...this.#issues].sort((a, b) => a.line - b.line || a.column - b.column)
  }
}
