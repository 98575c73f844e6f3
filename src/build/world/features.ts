import { decodeArcs } from '../../cartography/arc-grid.ts'
import type { Bounds } from '../../cartography/basemap.ts'
import type { Position } from '../../story/geometry.ts'
import { encodeArcs } from '../../cartography/encode-arcs.ts'
import { boxOf } from '../basemap/rings.ts'
import { type Cell, groupByCell } from './layer.ts'

/** Lines or rings of one thing: a river, a lake with its islands, an island. */
export interface Feature<Tag> {
  /** What the layer tells of the thing. */
  readonly tag: Tag
  /** Rings are closed: the last position is the first. */
  readonly lines: readonly (readonly Position[])[]
}

/** Features as a cell holds them. */
export interface FeatureContent<Tag> {
  readonly tags: readonly Tag[]
  /** How many of the arcs are each feature's. */
  readonly counts: readonly number[]
  /** Encoded by `encodeArcs`. */
  readonly arcs: string
}

/** Grid steps in a degree: 56 m. The sources are no more exact. */
const steps = 2000

/** Puts features into cells. */
export function featureCells<Tag>(features: readonly Feature<Tag>[]): Cell<FeatureContent<Tag>>[] {
  return groupByCell(features.map((feature) => ({ ...feature, box: boxOf(feature.lines.flat()) }))).map(
    ({ box, things }) => ({ box: roundOut(box), content: contentOf(things) }),
  )
}

function contentOf<Tag>(features: readonly Feature<Tag>[]): FeatureContent<Tag> {
  return {
    tags: features.map(({ tag }) => tag),
    counts: features.map(({ lines }) => lines.length),
    arcs: encodeArcs(
      features.flatMap(({ lines }) => lines),
      steps,
    ),
  }
}

function roundOut([west, south, east, north]: Bounds): Bounds {
  return [Math.floor(west), Math.floor(south), Math.ceil(east), Math.ceil(north)]
}

/** The features of a cell. */
export function featuresOf<Tag>({ tags, counts, arcs }: FeatureContent<Tag>): Feature<Tag>[] {
  const lines = decodeArcs({ steps, arcs })
  let at = 0
  return tags.map((tag, i) => {
    const start = at
    at += counts[i] ?? 0
    return { tag, lines: lines.slice(start, at) }
  })
}
