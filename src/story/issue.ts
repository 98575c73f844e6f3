/** `error`: the story must not be published so. `warning`: it probably should not. `hint`: it could be better. */
export const severities = ['error', 'warning', 'hint'] as const

export type Severity = (typeof severities)[number]

/** Every kind of issue that a check can find. Stable: a name never changes its meaning. */
export const issueCodes = [
  'json',
  'json-depth',
  'json-duplicate',
  'missing',
  'type',
  'empty',
  'name-unknown',
  'text-character',
  'text-long',
  'id',
  'id-duplicate',
  'date',
  'language',
  'url',
  'view',
  'geometry',
  'position',
  'longitude',
  'latitude',
  'line',
  'ring',
  'antimeridian',
  'winding',
  'self-crossing',
  'crs',
  'precision',
  'accuracy',
  'accuracy-missing',
  'accuracy-exact',
  'decimals',
  'coincide',
  'far-away',
  'quote',
  'quote-typography',
  'quote-ambiguous',
  'quote-affix',
  'quote-end',
  'quote-duplicate',
  'lock',
  'lock-quote',
  'lock-extra',
] as const

export type IssueCode = (typeof issueCodes)[number]

/** One thing that is wrong with a story file: where it is, what was expected, what was found, what to do. */
export interface Issue {
  readonly severity: Severity
  /** What kind of issue it is, for programs; absent where the fault is not in a story file. */
  readonly code?: IssueCode
  /** Where in the file's data, as a path such as `features[3].geometry.coordinates`; empty for the file as a whole. */
  readonly path: string
  readonly message: string
  /** Line in the file, counted from 1. */
  readonly line: number
  /** Column in that line, counted from 1, in UTF-16 code units. */
  readonly column: number
}

/** A story has errors, and what was asked for needs one without. The message has a line for each issue. */
export class StoryError extends Error {
  override readonly name = 'StoryError'
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'))
    this.issues = issues
  }
}

/** An issue on one line: `31:9 features[1].properties.quotes[0].exact: …`. Warnings and hints are marked as such. */
export function formatIssue({ severity, line, column, path, message }: Issue): string {
  return `${line}:${column} ${path === '' ? '' : `${path}: `}${severity === 'error' ? '' : `${severity}: `}${message}`
}
