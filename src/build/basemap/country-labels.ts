import type { Position } from 'geojson'
import type { LabelFile } from '../../cartography/basemap-file.ts'
import type { Bounds } from '../../cartography/basemap.ts'
import { clipRing } from './clip.ts'
import type { Country } from './countries.ts'
import type { Extent } from './extent.ts'
import { ringArea } from './lakes.ts'
import { contains } from './rings.ts'

/** A country is named in the part of it that the opening view shows, if it has this share there of the room that it has elsewhere. */
const ENOUGH_ROOM = 0.2

/** Half the width of a name, as a share of the opening view's. */
const NAME_SHARE = 0.06

/** How wide a country must be on the screen to be named, in pixels. */
const NAME_WIDTH = 60

/** Labels that are shown up to this zoom stand in the way of a country's name. */
const OBSTACLE_ZOOM = 7.5

/** Labels of the countries, each well inside the part that is seen with the story. */
export function createCountryLabels(
  countries: readonly Country[],
  extent: Extent,
  others: readonly LabelFile[],
): LabelFile[] {
  const obstacles = others
    .filter(([, , , , , zoom]) => zoom <= OBSTACLE_ZOOM)
    .map(([, lng, lat]): Position => [lng, lat])
  const labels = countries.flatMap(({ name, code, rings }) => {
    const whole = labelPoint(rings, extent.bounds, extent, obstacles)
    const near = labelPoint(rings, extent.focus, extent, obstacles)
    if (whole === undefined) return []
    const isHome = extent.positions.some((place) => contains(rings, place))
    const enough = Math.max(whole.room * ENOUGH_ROOM, (extent.focus[2] - extent.focus[0]) * NAME_SHARE)
    const position = near !== undefined && (near.room > enough || isHome) ? near.position : whole.position
    return [{ name, code, position, room: whole.room }]
  })
  return labels
    .sort((a, b) => b.room - a.room)
    .map(({ name, code, position, room }): LabelFile => {
      const zoom = Math.max(1, Math.round(2 * Math.log2(((NAME_WIDTH / 2) * 360) / 256 / room)) / 2)
      const [longitude = 0, latitude = 0] = position
      return [
        'country',
        roundOff(longitude),
        roundOff(latitude),
        name,
        Math.min(4, Math.max(1, Math.round(zoom - 2))),
        zoom,
        ...(code === undefined ? ([] as const) : ([{ country: code }] as const)),
      ]
    })
}

/** Of a grid of points, the one that lies deepest inside the rings, rather near to the story than far, and not on its places nor on other labels. */
function labelPoint(
  rings: readonly (readonly Position[])[],
  bounds: Bounds,
  { positions, bounds: whole }: Extent,
  obstacles: readonly Position[],
) {
  const all = rings.map((ring) => clipRing(ring, bounds)).filter((ring) => ring.length > 3)
  const largest = Math.max(...all.map(ringArea))
  const clipped = all.filter((ring) => ringArea(ring) > largest / 10)
  if (clipped.length === 0) return undefined
  const edges = clipped.map((ring) => ring.filter((_, index) => index % Math.ceil(ring.length / 300) === 0))
  const [xs, ys] = [edges.flat().map(([x = 0]) => x), edges.flat().map(([, y = 0]) => y)]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [centerX, centerY] = [(whole[0] + whole[2]) / 2, (whole[1] + whole[3]) / 2]
  let best: { position: Position; room: number } | undefined
  let bestScore = -Infinity
  const steps = 24
  for (let i = 1; i < steps; i++)
    for (let j = 1; j < steps; j++) {
      const x = west + ((east - west) * i) / steps
      const y = south + ((north - south) * j) / steps
      if (!contains(edges, [x, y])) continue
      // A name is wider than it is high.
      const scale = Math.cos((y * Math.PI) / 180)
      const apart = ([px = 0, py = 0]: Position): number => Math.hypot(px - x, ((py - y) / scale) * 2)
      let room = Infinity
      for (const ring of edges) for (const position of ring) room = Math.min(room, apart(position))
      const free = Math.min(
        room,
        ...positions.map((place) => apart(place) * 0.8),
        ...obstacles.map((other) => apart(other) * 1.2),
      )
      const score = Math.min(free, (whole[2] - whole[0]) / 12) - 0.06 * Math.hypot(x - centerX, y - centerY)
      if (score > bestScore) {
        bestScore = score
        best = { position: [x, y], room }
      }
    }
  return best
}

function roundOff(degrees: number): number {
  return Math.round(degrees * 100) / 100
}
