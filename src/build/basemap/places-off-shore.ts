import { type BasemapFile, decodeBasemap } from '../../cartography/basemap-file.ts'
import { nearestLongitude } from '../../cartography/mercator.ts'
import type { Position } from '../../story/geometry.ts'
import type { Place, Story } from '../../story/story.ts'
import { printable } from '../printable.ts'
import { finestError } from './detail.ts'
import { kmPerDegree } from './kilometres.ts'
import { contains } from './rings.ts'

/** A place farther than this from land, in kilometres, is most likely meant to be in the sea, as a wreck is. */
const offShore = 5

/**
 * Says of each place that a basemap shows in the sea, near a coast, how far off it is: most likely its island or quay is in
 * none of the map's sources. No land is made up for it.
 */
export function describeOffShore({ places }: Story, file: BasemapFile): string[] {
  const { bounds, shapes } = decodeBasemap(file)
  const middle = (bounds[0] + bounds[2]) / 2
  const land = shapes.filter(({ kind }) => kind === 'land').flatMap(({ lines }) => lines)
  return places.filter(isPoint).flatMap(({ name, position: [longitude, latitude] }) => {
    const position: Position = [nearestLongitude(longitude, middle), latitude]
    if (contains(land, position)) return []
    const kilometres = Math.min(...land.map((ring) => kmToLine(position, ring)))
    if (kilometres < finestError || kilometres > offShore) return []
    return [`${printable(name)} is ${kilometres.toFixed(1)} km off the coast, as the map’s sources have no land there`]
  })
}

function isPoint({ geometry, precision }: Place): boolean {
  return geometry.type === 'Point' && precision !== 'region'
}

/** The kilometres from a position to a line nearby. */
function kmToLine([x, y]: Position, line: readonly Position[]): number {
  const scale = Math.cos((y * Math.PI) / 180)
  let least = Infinity
  line.forEach((end, i) => {
    const [startX, startY] = line[i - 1] ?? end
    const [ax, ay] = [(startX - x) * scale, startY - y]
    const [dx, dy] = [(end[0] - startX) * scale, end[1] - startY]
    const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)))
    least = Math.min(least, Math.hypot(ax + share * dx, ay + share * dy))
  })
  return least * kmPerDegree
}
