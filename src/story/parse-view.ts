import { type IssueList } from './issue-list.ts'
import { type JsonNode, describe, itemsOf } from './json-node.ts'
import { parsePosition } from './parse-positions.ts'
import { type BoundingBox } from './story.ts'

/** Parses the `view` member of a story file, a bounding box of RFC 7946 (5), or pushes errors. */
export function parseView(node: JsonNode, issues: IssueList): BoundingBox | undefined {
  const items = itemsOf(node) ?? []
  let found = describe(node)
  if (items.length === 4) {
    const corner = (start: number) => parsePosition({ ...node, value: items.slice(start, start + 2) }, issues)
    const [southWest, northEast] = [corner(0), corner(2)]
    if (southWest === undefined || northEast === undefined) return undefined
    const [[west, south], [east, north]] = [southWest, northEast]
    if (south < north && west !== east) return [west, south, east, north]
    found = `[${[west, south, east, north].join(', ')}]`
  }
  issues.error('view', node, `must be a box [west, south, east, north], from south-west to north-east, got ${found}`)
  return undefined
}
