import { type Issue, StoryError } from './issue.ts'
import { IssueList } from './issue-list.ts'
import { type JsonNode, describe, membersOf } from './json-node.ts'
import { parseArticle } from './parse-article.ts'
import { parseJson } from './parse-json.ts'
import { parsePlace } from './parse-place.ts'
import { parseArray, parseObject } from './parse-text.ts'
import { parseView } from './parse-view.ts'
import { takeAll } from './steps.ts'
import { type Place, type Story } from './story.ts'

/** What could be read of a story file, and everything that is wrong with it, in the order of the file. */
export interface StoryReading {
  /** The story with the places that have no errors; absent if there is none, or no headline to attribute quotes to. */
  readonly story?: Story
  readonly issues: readonly Issue[]
}

/**
 * Reads a story file: a GeoJSON FeatureCollection (RFC 7946) with an `article` member. Does not throw, whatever the
 * text; `story` holds what can be shown, without the places that have errors.
 */
export function readStory(text: string): StoryReading {
  return readingOf(readDocument(text))
}

/** What is told of a file. */
export function readingOf({ story, issues }: StoryDocument): StoryReading {
  return { ...(story !== undefined && { story }), issues: issues.sorted() }
}

/** Reads a story file that must be without errors. @throws {StoryError} with all its issues if there is an error */
export function parseStory(text: string): Story {
  const { story, issues } = readStory(text)
  if (story === undefined || issues.some(({ severity }) => severity === 'error')) throw new StoryError(issues)
  return story
}

/** A story with the nodes of its file, for checks that say where in the file something is wrong. */
export interface StoryDocument {
  readonly story: Story | undefined
  /** The file as a whole; undefined where it is no JSON. */
  readonly root: JsonNode | undefined
  /** The feature of each of the story's places. */
  readonly features: readonly JsonNode[]
  /** To add further issues to. */
  readonly issues: IssueList
}

/** Like {@link readStory}, but with the nodes of the file, for further checks. */
export function readDocument(file: string): StoryDocument {
  const text = withoutMark(file)
  const issues = new IssueList(text)
  return takeAll(readNodes(parseJson(text, issues), issues))
}

/** A file's text: RFC 8259 lets a parser skip a byte order mark, which some editors write. */
export function withoutMark(file: string): string {
  return file.replace(/^\uFEFF/, '')
}

/** Reads a file that is parsed already, place by place. @param root undefined where it is no JSON */
export function* readNodes(root: JsonNode | undefined, issues: IssueList): Generator<undefined, StoryDocument> {
  const places: Place[] = []
  const features: JsonNode[] = []
  const members = root && parseObject(root, ['type', 'article', 'view', 'features'], issues)
  if (root === undefined || members === undefined) return { story: undefined, root, features, issues }

  const type = members.get('type')
  if (type?.value !== 'FeatureCollection') {
    const found = type === undefined ? 'nothing' : describe(type)
    const hint = typeof type?.value === 'string' && members.has('geometry') ? ' (write it into "features" of one)' : ''
    issues.error(
      'type',
      type ?? root,
      `must be "FeatureCollection", got ${found}${hint}`,
      type ? {} : { member: 'type' },
    )
    if (!members.has('features')) return { story: undefined, root, features, issues }
  }
  const articleNode = members.get('article')
  if (articleNode === undefined) {
    issues.error('missing', root, 'is missing: write {"headline": "…"} with the headline', { member: 'article' })
  }
  const article = articleNode && parseArticle(articleNode, issues)
  const viewNode = members.get('view')
  const view = viewNode && parseView(viewNode, issues)

  const featuresNode = members.get('features')
  if (featuresNode === undefined)
    issues.error('missing', root, 'is missing: places belong there', { member: 'features' })
  const ids = new Map<string, JsonNode>()
  for (const node of (featuresNode && parseArray(featuresNode, 'places', issues)) ?? []) {
    yield
    const place = parsePlace(node, issues)
    const isOther = checkId(node, ids, issues)
    if (place === undefined || !isOther) continue
    features.push(node)
    places.push({ ...place, number: places.length + 1 })
  }
  const story = article && places.length > 0 ? { article, places, ...(view && { view }) } : undefined
  return { story, root, features, issues }
}

/** Whether a feature's id is its own; pushes an error if an earlier feature has it too. */
function checkId(feature: JsonNode, ids: Map<string, JsonNode>, issues: IssueList): boolean {
  const node = membersOf(feature)?.get('id')
  if (typeof node?.value !== 'string') return true
  const first = ids.get(node.value)
  if (first !== undefined) {
    const { line } = issues.locate(first.offset)
    issues.error(
      'id-duplicate',
      node,
      `must be unique, got ${describe(node)}, which the place at line ${line} has as well`,
    )
    return false
  }
  ids.set(node.value, node)
  return true
}
