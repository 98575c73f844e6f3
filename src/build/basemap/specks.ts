import type { Position } from '../../story/geometry.ts'
import { type ArcLine, type ArcSet, positionsOfLine } from './arc-set.ts'
import type { Detail } from './detail.ts'
import { kmPerDegree } from './kilometres.ts'
import { contains, ringArea } from './rings.ts'

/** An island or lake is drawn from this area on, in squares of the error allowed; a country's largest land from that. */
const speck = 12
const countrySpeck = 1
/** An island that crosses another coast in the source itself, such as one in a river, is drawn from this area on. */
const crossingSpeck = 100

/**
 * Leaves out collapsed rings, and islands and lakes of only a few pixels, but never an island on which a place stands.
 * @param crossing the indexes of arcs that cross others, however finely they are drawn
 */
export function withoutSpecks(
  { arcs, lines }: ArcSet,
  coarseness: number,
  { remoteness }: Detail,
  ashore: readonly Position[],
  crossing: ReadonlySet<number>,
): ArcLine[] {
  const rings = lines.map((line) => {
    const positions = positionsOfLine(arcs, line.arcs)
    return { line, positions, area: line.kind === 'river' ? 0 : ringArea(positions) }
  })
  const largest = new Map<number, number>()
  for (const { line, area } of rings)
    if (line.kind === 'country') largest.set(line.owner, Math.max(area, largest.get(line.owner) ?? 0))
  const isDrawn = ({ line, positions, area }: (typeof rings)[number]): boolean => {
    if (line.kind === 'river') return positions.length > 1
    const [first] = positions
    if (line.arcs.length > 1) return true
    if (positions.length < 4 || first === undefined) return false
    const isCountry = line.kind === 'country'
    const isLargest = isCountry && area === largest.get(line.owner)
    const least = isLargest ? countrySpeck : line.arcs.some((index) => crossing.has(index)) ? crossingSpeck : speck
    if (area > least * Math.min(coarseness * remoteness(first), kmPerDegree) ** 2) return true
    return isCountry && ashore.some((position) => contains([positions], position))
  }
  return rings.filter(isDrawn).map(({ line }) => line)
}
