import { type IssueList } from './issue-list.ts'
import { type JsonNode, describe, itemsOf } from './json-node.ts'
import { type BoundingBox } from './story.ts'

const sides = ['west', 'south', 'east', 'north'] as const

/** Parses the `view` member of a story file, a bounding box of RFC 7946 (5), or pushes an error. */
export function parseView(node: JsonNode, issues: IssueList): BoundingBox | undefined {
  const error = (message: string, offset = node.offset): undefined => {
    issues.error('view', node, message, { offset })
  }
  const items = itemsOf(node) ?? []
  if (items.length !== sides.length) {
    return error(`must be a box [west, south, east, north] in degrees, got ${describe(node)}`)
  }
  const box: number[] = []
  for (const [i, item] of items.entries()) {
    const limit = i % 2 === 0 ? 180 : 90
    const { value } = item
    if (typeof value !== 'number' || !(Math.abs(value) <= limit)) {
      return error(
        `${sides[i] ?? ''} must be a number between -${limit} and ${limit}, got ${describe(item)}`,
        item.offset,
      )
    }
    // JSON has -0, which `JSON.stringify` does not write.
    box.push(value + 0)
  }
  const [west, south, east, north] = box as [number, number, number, number]
  if (south >= north) return error(`north must be greater than south, ${south}, got ${north} (are they swapped?)`)
  if (west !== east) return [west, south, east, north]
  return error(`east must differ from west, got ${east} for both (around the world is -180 to 180)`)
}
