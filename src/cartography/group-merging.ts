import type { Position } from '../story/geometry.ts'
import { groupHalfWidth } from './marker-size.ts'
import { project, worldSize } from './mercator.ts'

/** A marker on the map that stands for `count` places. */
interface Group {
  readonly position: Position
  readonly count: number
}

/** How many letters follow the number on a group's symbol, in the language with the longest word: " lugares". */
const wordLength = 8

/** Half the width that a marker takes, in pixels. */
function halfWidth({ count }: Group, room: number): number {
  return count === 1 ? room : groupHalfWidth(String(count).length + wordLength)
}

/**
 * Merges groups whose markers would overlap. Grouping leaves some: it compares distances between middles, while a
 * group's marker stands in their middle and is wider than high.
 * @param room half the height of a marker, and half the width of one that stands for one place, in pixels
 * @param join makes one group of several
 */
export function mergeOverlapping<G extends Group>(
  groups: readonly G[],
  zoom: number,
  room: number,
  join: (groups: readonly G[]) => G,
): G[] {
  const size = worldSize(zoom)
  let current = [...groups]
  for (;;) {
    const merged = mergeOnce(current, size, room, join)
    if (merged.length === current.length) return merged
    current = merged
  }
}

/** Whether any two of the markers overlap. @param room as for {@link mergeOverlapping} */
export function anyOverlap(groups: readonly Group[], zoom: number, room: number): boolean {
  return mergeOnce(groups, worldSize(zoom), room, ([first]) => first as Group).length < groups.length
}

function mergeOnce<G extends Group>(
  groups: readonly G[],
  size: number,
  room: number,
  join: (groups: readonly G[]) => G,
): G[] {
  const boxes = groups
    .map((group) => {
      const { x, y } = project(group.position)
      return { group, x: x * size, y: y * size, half: halfWidth(group, room), taken: false }
    })
    .sort((a, b) => a.x - b.x)
  const widest = boxes.reduce((most, { half }) => Math.max(most, half), 0)
  const result: G[] = []
  for (const [i, box] of boxes.entries()) {
    if (box.taken) continue
    const members = [box.group]
    for (let j = i + 1; j < boxes.length; j++) {
      const other = boxes[j]
      if (!other || other.x - box.x >= box.half + widest) break
      if (other.taken || other.x - box.x >= box.half + other.half) continue
      if (Math.abs(other.y - box.y) >= 2 * room) continue
      other.taken = true
      members.push(other.group)
    }
    result.push(members.length === 1 ? box.group : join(members))
  }
  return result
}
