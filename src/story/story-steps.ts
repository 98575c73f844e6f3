import { IssueList } from './issue-list.ts'
import { type JsonNode, membersOf } from './json-node.ts'
import { parseJson } from './parse-json.ts'
import { readingOf, readNodes, type StoryReading, withoutMark } from './parse-story.ts'

/** Does the same as `readStory`, step by step: a file of thousands of places takes long. */
export function* readStoryInSteps(file: string): Generator<undefined, StoryReading> {
  const text = withoutMark(file)
  const issues = new IssueList(text)
  // Positions are for issues, and most stories have none.
  const quick = yield* parseInSteps(text, parseQuickly)
  const reading = quick && readingOf(yield* readNodes(quick, issues))
  if (reading?.issues.length === 0) return reading
  const exact = new IssueList(text)
  const root = (yield* parseInSteps(text, parseExactly)) ?? parseJson(text, exact)
  return readingOf(yield* readNodes(root, exact))
}

/** A feature in a file. */
interface Item {
  readonly text: string
  readonly offset: number
  readonly key: number
  /** How many members its objects have together. */
  readonly members: number
}

/** How deep a feature is nested in a file, and how deep at most one is that is parsed quickly. */
const depth = 2
const deepest = 50

function parseExactly({ text, offset, key }: Item): JsonNode | undefined {
  const faults = new IssueList('')
  return parseJson(text, faults, { offsetOf: (at) => at + offset, key, depth })
}

/** The nodes of a feature, without their positions, by the browser's own parser; undefined where that cannot tell what is wrong. */
function parseQuickly({ text, members }: Item): JsonNode | undefined {
  let found = 0
  const nodeOf = (value: unknown, depth: number): JsonNode => {
    // Caught below: the exact parser says it in words.
    if (depth > deepest) throw new RangeError()
    if (Array.isArray(value)) return { value: value.map((item) => nodeOf(item, depth + 1)), offset: 0 }
    if (typeof value !== 'object' || value === null)
      return { value: value as string | number | boolean | null, offset: 0 }
    const entries = Object.entries(value)
    found += entries.length
    return { value: new Map(entries.map(([name, member]) => [name, nodeOf(member, depth + 1)])), offset: 0 }
  }
  try {
    const node = nodeOf(JSON.parse(text), 0)
    // Of a name that stands twice, it keeps the last.
    return found === members ? node : undefined
  } catch {
    return undefined
  }
}

/**
 * Parses a file feature by feature, and what is around them at last. Gives nodes as `parseJson` does, or undefined where it has no
 * features or something is wrong: then the file as a whole says what.
 */
function* parseInSteps(
  text: string,
  parseItem: (item: Item) => JsonNode | undefined,
): Generator<undefined, JsonNode | undefined> {
  const start = findFeatures(text)
  if (start === undefined) return undefined
  const items: JsonNode[] = []
  let [from, end] = [start, start]
  do {
    const offset = from
    const found = findEnd(text, offset)
    end = found.end
    // Its parent is known at the end.
    const item = parseItem({ text: text.slice(offset, end), offset, key: items.length, members: found.members })
    if (!item) return undefined
    items.push(item)
    from = end + 1
    yield
  } while (text[end] === ',')
  const around = { offsetOf: (at: number) => (at < start ? at : at + end - start), depth: 0 }
  const root = parseJson(text.slice(0, start) + text.slice(end), new IssueList(''), around)
  const features = root && membersOf(root)?.get('features')
  if (!features || text[end] !== ']') return undefined
  Object.assign(features, { value: items })
  for (const item of items) Object.assign(item, { parent: features })
  return root
}

/** The offset after the bracket that opens the array of the features; undefined if there is none. */
function findFeatures(text: string): number | undefined {
  const name = /"features"\s*:\s*\[/y
  for (let at = 0, depth = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      name.lastIndex = at
      if (depth === 1 && name.test(text)) return name.lastIndex
      at = endOfText(text, at)
    } else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
  }
  return undefined
}

/** The offset of what ends an item of an array, a comma or the array's bracket, and how many members its objects have. */
function findEnd(text: string, start: number): { readonly end: number; readonly members: number } {
  let at = start
  let members = 0
  for (let depth = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') at = endOfText(text, at)
    else if (character === '{' || character === '[') depth++
    else if (depth === 0 && (character === ',' || character === ']')) break
    else if (character === '}' || character === ']') depth--
    else if (character === ':') members++
  }
  return { end: at, members }
}

/** The offset of the quotation mark that closes the text in quotation marks at an offset, or of the end. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at
    if (text[at] === '\\') at++
  }
  return text.length
}
