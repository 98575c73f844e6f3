import type { Position } from '../../../story/geometry.ts'
import { finestError } from '../../basemap/detail.ts'
import { triangleArea } from '../../basemap/simplification.ts'
import { weighPoints } from '../../basemap/topology.ts'

/**
 * Leaves out the points that no basemap can show, right beside a place either.
 * @param error in kilometres
 */
export function generalize(lines: readonly (readonly Position[])[], error = finestError): Position[][] {
  return weighPoints(lines, triangleArea).map((line) =>
    line.filter(({ weight }) => weight >= error ** 2).map(({ position }) => position),
  )
}
