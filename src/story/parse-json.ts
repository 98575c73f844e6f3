import { visit } from 'jsonc-parser'
import { type IssueList } from './issue-list.ts'
import { type JsonNode, show } from './json-node.ts'

/** No story is nested more deeply than this. The parser's stack would overflow somewhere beyond. */
const maximumDepth = 100

class DepthError extends Error {}

/** Where in a file a part of it stands, that is parsed by itself. */
export interface JsonPart {
  /** The offset in the file of one in the part. */
  readonly offsetOf: (offset: number) => number
  readonly key?: number
  /** How deep it is nested. */
  readonly depth: number
}

const whole: JsonPart = { offsetOf: (offset) => offset, depth: 0 }

/**
 * Parses JSON into a tree of nodes with their positions (RFC 8259: no comments, no trailing commas). Pushes what is
 * wrong and then returns undefined. A name that stands twice in an object is wrong too: which one would count?
 */
export function parseJson(text: string, issues: IssueList, part = whole): JsonNode | undefined {
  const open: { node: JsonNode; value: JsonNode[] | Map<string, JsonNode> }[] = []
  const faults = new Map<number, string>()
  let key: string | undefined
  let root: JsonNode | undefined
  let certain = true
  let sound = true

  function put(value: JsonNode['value'], offset: number): JsonNode {
    const parent = open[open.length - 1]
    const index = parent?.value instanceof Map ? key : parent ? parent.value.length : part.key
    const node: JsonNode = {
      value,
      offset: part.offsetOf(offset),
      parent: parent?.node,
      key: index,
    }
    if (parent === undefined) root ??= node
    else if (Array.isArray(parent.value)) parent.value.push(node)
    else if (key !== undefined) parent.value.set(key, node)
    return node
  }
  function begin(value: JsonNode[] | Map<string, JsonNode>, offset: number): void {
    open.push({ node: put(value, offset), value })
    if (part.depth + open.length <= maximumDepth) return
    issues.error('json-depth', undefined, `arrays and objects must not nest more than ${maximumDepth} deep`, { offset })
    throw new DepthError()
  }
  function end(): void {
    last = open.pop()?.node
  }
  let last: JsonNode | undefined

  try {
    visit(
      text,
      {
        onObjectBegin: (offset) => begin(new Map(), offset),
        onArrayBegin: (offset) => begin([], offset),
        onObjectEnd: end,
        onArrayEnd: end,
        onLiteralValue: (value: string | number | boolean | null, offset) => void put(value, offset),
        onObjectProperty(name, offset) {
          key = name
          const { node, value } = open[open.length - 1] ?? {}
          if (!(value instanceof Map) || !value.has(name)) return
          sound = false
          issues.error('json-duplicate', node, 'stands twice in its object: keep one of them', { member: name, offset })
        },
        onError(code, offset, length) {
          // After a fault that the parser cannot recover from, its further errors are noise.
          if (!certain || faults.has(offset)) return
          const bracket = code === 7 || code === 8 ? last : open[open.length - 1]?.node
          faults.set(offset, explain(code, text, offset, length, bracket, issues))
          certain = isTrailingComma(text, offset) || (recoverable.has(code) && !/[}\]:]/.test(text[offset] ?? ''))
        },
      },
      { disallowComments: true },
    )
  } catch (error) {
    if (!(error instanceof DepthError)) throw error
    return undefined
  }
  for (const [offset, message] of faults) issues.error('json', undefined, message, { offset })
  return sound && faults.size === 0 ? root : undefined
}

/** Errors after which the parser goes on as expected: a missing comma, comments, bad escapes and characters. */
const recoverable: ReadonlySet<number> = new Set([6, 10, 14, 15, 16])

const expected: Readonly<Record<number, string>> = {
  1: 'a value',
  3: 'a name in double quotes',
  4: 'a value',
  5: 'a colon',
  6: 'a comma',
  9: 'the end of the file',
}

const instructions: Readonly<Record<number, string>> = {
  10: 'JSON has no comments: remove this one',
  11: 'JSON has no comments: remove this one',
  12: 'this text lacks its closing quotation mark (a line break in a text is written \\n)',
  13: 'this number is not complete',
  14: '\\u must be followed by four hexadecimal digits',
  15: 'a backslash in a text is written \\\\, a quotation mark \\"',
  16: 'this text has a control character in it: remove it, or write a tab as \\t',
}

function explain(
  code: number,
  text: string,
  offset: number,
  length: number,
  bracket: JsonNode | undefined,
  issues: IssueList,
): string {
  const instruction = instructions[code]
  if (instruction !== undefined) return instruction
  // A bracket where a comma was expected does not match the last one that was opened.
  const isOther = code === 6 && /[}\]]/.test(text[offset] ?? '')
  if ((code === 7 || code === 8 || isOther) && bracket !== undefined) {
    const [open, close] = Array.isArray(bracket.value) ? ['[', ']'] : ['{', '}']
    const { line } = issues.locate(bracket.offset)
    return `expected ${close} for the ${open} of line ${line}, got ${found(text, offset, length)}`
  }
  // Looked for once, at the end: other faults may be many, and the text long.
  if (offset >= text.length && !/\S/.test(text)) return 'expected a GeoJSON FeatureCollection, got an empty file'
  if (/^<[!?a-z]/i.test(text.slice(0, 1000).trimStart()))
    return 'expected JSON, got what looks like a web page (is the address right?)'
  return `expected ${expected[code] ?? 'JSON'}, got ${found(text, offset, length)}${hintAt(text, offset)}`
}

function hintAt(text: string, offset: number): string {
  if (isTrailingComma(text, offset)) return ' (remove the comma before it)'
  const rest = text.slice(offset, offset + 20)
  if (/^\d/.test(rest) && text[offset - 1] === '0') return ' (a number does not start with 0)'
  return /^(?:['‘’“”]|(?!true|false|null|none|nan|infinity|undefined)[a-z])/i.test(rest)
    ? ' (names and text need straight double quotes)'
    : ''
}

function found(text: string, offset: number, length: number): string {
  return offset >= text.length
    ? 'the end of the file'
    : show(text.slice(offset, offset + length).replace(/^"|"$/g, ''), 20)
}

function isTrailingComma(text: string, offset: number): boolean {
  if (!/[}\]]/.test(text[offset] ?? '')) return false
  let before = offset - 1
  while (/\s/.test(text[before] ?? '')) before--
  return text[before] === ','
}
