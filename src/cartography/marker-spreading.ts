import type { Position } from '../story/geometry.ts'
import { type Point, project, worldSize } from './mercator.ts'

/** A marker, and how far it is moved from its position, in pixels. */
interface Marker {
  readonly position: Position
  readonly offset: Point
}

/** Markers that coincide at the closest zoom are set this many pixels apart. */
const spread = 36

/** Sets markers that coincide at the closest zoom on a ring, so that each can be seen and reached. */
export function spreadOut<M extends Marker>(markers: readonly M[], zoom: number): M[] {
  const size = worldSize(zoom)
  const spots: { at: Point; members: M[] }[] = []
  const placed = markers.map((marker) => {
    const { x, y } = project(marker.position)
    return { marker, at: { x: x * size, y: y * size } }
  })
  // From west to east: only the last few spots can be near.
  let near = 0
  for (const { marker, at } of placed.sort((a, b) => a.at.x - b.at.x)) {
    while (near < spots.length && at.x - (spots[near]?.at.x ?? 0) >= spread) near++
    const spot = spots.slice(near).find((other) => Math.hypot(other.at.x - at.x, other.at.y - at.y) < spread)
    if (spot) spot.members.push(marker)
    else spots.push({ at, members: [marker] })
  }
  return spots.flatMap(({ members }) => {
    if (members.length === 1) return members
    const ring = Math.max(spread * 0.6, (members.length * spread) / (2 * Math.PI))
    return members.map((marker, i) => {
      const angle = (2 * Math.PI * i) / members.length - Math.PI
      return { ...marker, offset: { x: ring * Math.cos(angle), y: ring * Math.sin(angle) } }
    })
  })
}
