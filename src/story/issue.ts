/** `error`: the story must not be published so. `warning`: it probably should not. `hint`: it could be better. */
export type Severity = 'error' | 'warning' | 'hint'

/** One thing that is wrong with a story file, for people: where it is, what was expected, what was found, what to do. */
export interface Issue {
  readonly severity: Severity
  /** Where in the file's data, as a path such as `features[3].geometry.coordinates`; empty for the file as a whole. */
  readonly path: string
  readonly message: string
  /** Line in the file, counted from 1. */
  readonly line: number
  /** Column in that line, counted from 1, in UTF-16 code units. */
  readonly column: number
}

/** Thrown by what cannot go on with a story that has errors; its message has a line for each issue. */
export class StoryError extends Error {
  override readonly name = 'StoryError'
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'))
    this.issues = issues
  }
}

/** An issue on one line: `31:9 features[1].properties.quotes[0].exact: …`. */
export function formatIssue({ line, column, path, message }: Issue): string {
  return `${line}:${column} ${path === '' ? '' : `${path}: `}${message}`
}
