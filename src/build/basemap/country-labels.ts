import type { LabelFile } from '../../cartography/basemap-file.ts'
import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import type { Country } from './countries.ts'
import type { Extent } from './extent.ts'
import { boxOf, contains, ringArea, ringWithin } from './rings.ts'

/**
 * A country is named once it is this wide on the screen for each letter of its name, in pixels. The name may cross
 * its borders a little.
 */
const letterWidth = 7

/** Only labels that are shown at this zoom or a lower one are obstacles to a country's name. */
const obstacleZoom = 7.5

/** The least distance between two names of one country, as a share of the opening view's width. */
const leastApart = 0.1

/**
 * Land with less room for a name than this, in degrees, is a small island or a city state: its name stands below it.
 */
const tiny = 0.25

/**
 * Creates the labels of the countries, the widest first. A country has up to three labels, of which the map draws the
 * first that finds room: in the part of the country that the opening view shows, in the part that containers of other
 * ratios show, and in all of it.
 */
export function createCountryLabels(
  countries: readonly Country[],
  extent: Extent,
  others: readonly LabelFile[],
): LabelFile[] {
  const obstacles = others.filter(([, , , , zoom]) => zoom <= obstacleZoom).map(([, lng, lat]): Position => [lng, lat])
  const [view] = extent.views
  const apart = view === undefined ? 0 : (view[2] - view[0]) * leastApart
  return countries
    .filter(({ name }) => name !== '')
    .map(({ name, code, rings }) => {
      const spots: Spot[] = []
      for (const box of [...extent.views, extent.bounds]) {
        const spot = labelSpot(rings, box, extent, obstacles)
        if (spot && spots.every((other) => distanceInDegrees(other.position, spot.position) > apart)) spots.push(spot)
      }
      const room = Math.max(...spots.map((spot) => spot.room))
      return { name, code, room, spots: room < tiny ? (belowIslands(rings, countries) ?? spots) : spots }
    })
    .sort((a, b) => b.room - a.room)
    .flatMap(({ name, code, spots }) =>
      spots.map(({ position: [lng, lat], room }): LabelFile => {
        const zoom = Math.max(1, Math.round(2 * Math.log2(((letterWidth / 2) * name.length * 360) / 256 / room)) / 2)
        return ['country', roundOff(lng), roundOff(lat), labelOf({ name, code }), zoom]
      }),
    )
}

/** What a label has as a country's name: its code, or its name if it has none. */
export function labelOf(country: Pick<Country, 'name' | 'code'> | undefined): string {
  return country?.code ?? country?.name ?? ''
}

/** A position for a country's name, and the room around it, in degrees. */
interface Spot {
  readonly position: Position
  readonly room: number
}

/** The spot below the largest of some islands; undefined if that is on land. It has as much room as all the islands take. */
function belowIslands(rings: Country['rings'], countries: readonly Country[]): Spot[] | undefined {
  const largest = rings.reduce((a, b) => (ringArea(a) > ringArea(b) ? a : b), [])
  const [west, south, east] = boxOf(largest)
  const all = boxOf(rings.flat())
  const room = Math.min(1, Math.max(tiny, (all[2] - all[0]) / 4, (all[3] - all[1]) / 4))
  const position: Position = [(west + east) / 2, south - tiny]
  return countries.some((other) => contains(other.rings, position)) ? undefined : [{ position, room }]
}

function distanceInDegrees([x1, y1]: Position, [x2, y2]: Position): number {
  return Math.hypot(x1 - x2, y1 - y2)
}

/**
 * Of a grid of points, the one deepest inside the rings, preferably near the story, and away from its places and
 * other labels.
 */
function labelSpot(
  rings: readonly (readonly Position[])[],
  bounds: Bounds,
  { positions, bounds: whole }: Extent,
  obstacles: readonly Position[],
): Spot | undefined {
  const all = rings.map((ring) => ringWithin(ring, bounds)).filter((ring) => ring !== undefined)
  const largest = Math.max(...all.map(ringArea))
  const clipped = all.filter((ring) => ringArea(ring) > largest / 10)
  if (clipped.length === 0) return undefined
  const edges = clipped.map((ring) => ring.filter((_, index) => index % Math.ceil(ring.length / 300) === 0))
  const shore = edges.flat()
  const [west, south, east, north] = boxOf(shore)
  const [centerX, centerY] = [(whole[0] + whole[2]) / 2, (whole[1] + whole[3]) / 2]
  let best: Spot | undefined
  let bestScore = -Infinity
  const steps = 24
  const most = (whole[2] - whole[0]) / 12
  for (let i = 1; i < steps; i++)
    for (let j = 1; j < steps; j++) {
      const x = west + ((east - west) * i) / steps
      const y = south + ((north - south) * j) / steps
      const away = 0.06 * Math.hypot(x - centerX, y - centerY)
      // A score is never greater than the room, and the costly question comes last.
      if (most - away <= bestScore || !contains(edges, [x, y])) continue
      // A name is wider than it is high.
      const scale = Math.cos((y * Math.PI) / 180)
      const apart = ([px, py]: Position): number => Math.hypot(px - x, ((py - y) / scale) * 2)
      let room = Infinity
      for (const position of shore) {
        // Most points of the shore are farther away than the nearest, which costs no more than this to see.
        if (Math.abs(position[0] - x) > room || Math.abs(position[1] - y) * 2 > room * scale) continue
        room = Math.min(room, apart(position))
        if (room - away <= bestScore) break
      }
      if (room - away <= bestScore) continue
      const free = Math.min(
        room,
        ...positions.map((place) => apart(place) * 0.8),
        ...obstacles.map((other) => apart(other) * 1.2),
      )
      const score = Math.min(free, most) - away
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
