import { IssueList } from './issue-list.ts'
import { type JsonNode, membersOf } from './json-node.ts'
import { parseJson } from './parse-json.ts'
import { readingOf, readNodes, type StoryReading, withoutMark } from './parse-story.ts'

/** Does the same as `readStory`, step by step: a file of thousands of places takes long. */
export function* readStoryInSteps(file: string): Generator<undefined, StoryReading> {
  const text = withoutMark(file)
  const issues = new IssueList(text)
  const root = (yield* parseInSteps(text)) ?? parseJson(text, issues)
  return readingOf(yield* readNodes(root, issues))
}

/**
 * Parses a file feature by feature, and what is around them at last. Gives the nodes that `parseJson` gives, or undefined where it
 * has no features or something is wrong: then the file as a whole says what.
 */
function* parseInSteps(text: string): Generator<undefined, JsonNode | undefined> {
  const start = findFeatures(text)
  if (start === undefined) return undefined
  const faults = new IssueList('')
  const items: JsonNode[] = []
  let [from, end] = [start, start]
  do {
    const offset = from
    end = findEnd(text, offset)
    // Its parent is known at the end.
    const part = { offsetOf: (at: number) => at + offset, key: items.length, depth: 2 }
    const item = parseJson(text.slice(offset, end), faults, part)
    if (!item) return undefined
    items.push(item)
    from = end + 1
    yield
  } while (text[end] === ',')
  const around = { offsetOf: (at: number) => (at < start ? at : at + end - start), depth: 0 }
  const root = parseJson(text.slice(0, start) + text.slice(end), faults, around)
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

/** The offset of what ends an item of an array: a comma, or the array's bracket. */
function findEnd(text: string, start: number): number {
  let at = start
  for (let depth = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') at = endOfText(text, at)
    else if (character === '{' || character === '[') depth++
    else if (depth === 0 && (character === ',' || character === ']')) break
    else if (character === '}' || character === ']') depth--
  }
  return at
}

/** The offset of the quotation mark that closes the text in quotation marks at an offset, or of the end. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at
    if (text[at] === '\\') at++
  }
  return text.length
}
