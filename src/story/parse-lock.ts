import { IssueList } from './issue-list.ts'
import { type JsonNode, describe, membersOf } from './json-node.ts'
import { parseJson } from './parse-json.ts'
import { parseArray, parseObject } from './parse-text.ts'
import { slugPattern } from './slug.ts'
import { type LockedQuote, type StoryLock } from './story-lock.ts'

const hashPattern = /^[a-z0-9-]+:[0-9a-f]{32,}$/

/** Longer articles have been written, but not with more paragraphs than this, nor with more characters. */
const most = { paragraph: 1_000_000, position: 1_000_000_000 }

/**
 * Parses a lock's file, as strictly as a story: what it says is published. Does not throw.
 * @param issues where to push what is wrong with it
 * @returns undefined if anything is wrong
 */
export function parseLock(text: string, issues = new IssueList(text)): StoryLock | undefined {
  const root = parseJson(text, issues)
  const members = root && parseObject(root, ['version', 'article', 'quotes'], issues)
  if (root === undefined || members === undefined) return undefined
  const version = members.get('version')
  if (version?.value !== 2) {
    issues.error(
      'lock',
      version ?? root,
      `must be 2, got ${version ? describe(version) : 'nothing'}`,
      spot(version, 'version'),
    )
    return undefined
  }
  const article = parseMatch(root, 'article', hashPattern, 'a hash', issues)
  const node = members.get('quotes')
  if (node === undefined) issues.error('lock', root, 'are missing', { member: 'quotes' })
  const items = (node && parseArray(node, 'quotes', issues)) ?? []
  const quotes = items.flatMap((item) => parseLockedQuote(item, issues) ?? [])
  if (article === undefined || issues.errorCount > 0) return undefined
  return { version: 2, article, quotes }
}

function parseLockedQuote(node: JsonNode, issues: IssueList): LockedQuote | undefined {
  const members = parseObject(node, ['place', 'quote', 'exact', 'start', 'end', 'paragraph'], issues)
  if (members === undefined) return undefined
  const place = parseMatch(node, 'place', slugPattern, 'the id of a place', issues)
  const quote = parseMatch(node, 'quote', hashPattern, 'a hash', issues)
  const exact = parseMatch(node, 'exact', /\S/, 'a passage of the article', issues)
  const start = parseWhole(node, 'start', 0, most.position, issues)
  const end = parseWhole(node, 'end', (start ?? 0) + 1, most.position, issues)
  const paragraph = members.has('paragraph') ? parseWhole(node, 'paragraph', 1, most.paragraph, issues) : undefined
  if (place === undefined || quote === undefined || exact === undefined) return undefined
  if (start === undefined || end === undefined) return undefined
  return { place, quote, exact, start, end, ...(paragraph !== undefined && { paragraph }) }
}

function parseMatch(
  parent: JsonNode,
  name: string,
  pattern: RegExp,
  what: string,
  issues: IssueList,
): string | undefined {
  const node = membersOf(parent)?.get(name)
  if (typeof node?.value === 'string' && pattern.test(node.value)) return node.value
  issues.error('lock', node ?? parent, `must be ${what}, got ${node ? describe(node) : 'nothing'}`, spot(node, name))
  return undefined
}

function parseWhole(
  parent: JsonNode,
  name: string,
  least: number,
  greatest: number,
  issues: IssueList,
): number | undefined {
  const node = membersOf(parent)?.get(name)
  const value = node?.value
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= greatest) return value
  const expected = `must be a whole number between ${least} and ${greatest}`
  issues.error('lock', node ?? parent, `${expected}, got ${node ? describe(node) : 'nothing'}`, spot(node, name))
  return undefined
}

/** Where a member that is missing is shown. */
function spot(node: JsonNode | undefined, member: string): { member?: string } {
  return node === undefined ? { member } : {}
}
