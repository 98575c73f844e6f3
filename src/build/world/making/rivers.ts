import type { Feature } from '../features.ts'
import { generalize } from './generalization.ts'
import { type Lines, readLines } from './gmt.ts'
import { joinLines } from './line-joining.ts'

/** Our rank of each class of WDBII. */
const ranks = { '-I0': 1, '-I1': 1, '-I2': 2, '-I3': 3, '-I4': 4 } as const satisfies Partial<Record<Lines, number>>

/** WDBII is some hundred metres off in places; more points than this would promise more, in kilometres. */
const error = 0.2

/** The courses of the world's rivers with their ranks, from WDBII in GSHHG. @throws {SourceError} without GMT */
export function makeRivers(): Feature<number>[] {
  return (Object.keys(ranks) as (keyof typeof ranks)[]).flatMap((lines) =>
    generalize(joinLines(readLines(lines)), error).map((line) => ({ tag: ranks[lines], lines: [line] })),
  )
}
