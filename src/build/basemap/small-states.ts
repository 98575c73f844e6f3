import type { Position } from '../../story/geometry.ts'
import { type ArcLine, type ArcSet, positionsOfLine } from './arc-set.ts'
import type { Country } from './countries.ts'
import { labelOf } from './country-labels.ts'
import { contains, ringArea } from './rings.ts'

/** The outline of a small state has its corners on this grid, in steps in a degree: 5.5 km. */
const steps = 20

/** Clockwise from the west. */
const directions = [[-1, 0], [-1, 1], [0, 1], [1, 1], [1, 0], [1, -1], [0, -1], [-1, -1]] as const // prettier-ignore

/**
 * Adds states that are too small to be drawn at a coarseness, each with the outline of its largest island in eight
 * corners at most. One within another country gets a border with it.
 * @param isKept whether a country is to be there, however small
 */
export function addSmallStates(
  { arcs, lines }: ArcSet,
  countries: readonly Country[],
  isKept: (country: Country) => boolean,
): ArcSet {
  const drawn = findDrawn({ arcs, lines }, countries)
  const added = countries
    .map((country, owner) => ({ country, owner, outline: outlineOf(country) }))
    .filter(({ country }) => isKept(country) && !drawn.has(labelOf(country)))
    // Neighbours take the fewest bytes one after the other.
    .toSorted((a, b) => (a.outline[0]?.[0] ?? 0) - (b.outline[0]?.[0] ?? 0))
  return {
    arcs: [...arcs, ...added.map(({ outline }) => outline)],
    lines: [
      ...lines,
      ...added.flatMap(({ outline, owner }, i) => {
        const around = countries.findIndex(({ rings }, other) => other !== owner && isWithin(outline, rings))
        const line = (of: number, arc: number): ArcLine => ({
          kind: 'country',
          owner: of,
          rank: 1,
          coarsest: Infinity,
          arcs: [arc],
        })
        const index = arcs.length + i
        return [line(owner, index), ...(around < 0 ? [] : [line(around, ~index)])]
      }),
    ],
  }
}

/** The labels of the countries of which there is land, or a border where they are too small to be seen. */
export function findDrawn({ arcs, lines }: ArcSet, countries: readonly Country[]): Set<string> {
  const lands = lines.filter(({ kind }) => kind === 'country')
  const owners = arcs.map(() => new Set<number>())
  for (const { owner, arcs: indexes } of lands)
    for (const index of indexes) owners[index < 0 ? ~index : index]?.add(owner)
  const isDrawn = (line: ArcLine): boolean =>
    line.arcs.some((index) => (owners[index < 0 ? ~index : index]?.size ?? 0) > 1) ||
    ringArea(positionsOfLine(arcs, line.arcs)) > 0
  return new Set(lands.filter(isDrawn).map(({ owner }) => labelOf(countries[owner])))
}

function isWithin(outline: readonly Position[], rings: Country['rings']): boolean {
  return outline.every((corner) => contains(rings, corner))
}

/** The ends of a country's largest island in eight directions. */
function outlineOf({ rings }: Country): Position[] {
  const largest = rings.reduce((a, b) => (ringArea(a) > ringArea(b) ? a : b), [])
  const corners = directions.map(([dx, dy]): Position => {
    const [x, y] = largest.reduce((a, b) => ((b[0] - a[0]) * dx + (b[1] - a[1]) * dy > 0 ? b : a), largest[0] ?? [0, 0])
    return [round(x, dx), round(y, dy)]
  })
  const outline = corners.filter((corner, i) => String(corner) !== String(corners.at(i - 1)))
  return [...outline, ...outline.slice(0, 1)]
}

/** Rounds degrees to the grid, in a direction. */
function round(degrees: number, direction: number): number {
  const to = direction > 0 ? Math.ceil : direction < 0 ? Math.floor : Math.round
  return to(degrees * steps) / steps
}
