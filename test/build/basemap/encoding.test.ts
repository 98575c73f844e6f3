import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeArcs } from '../../../src/cartography/encode-arcs.ts'
import { decodeArcs } from '../../../src/cartography/arc-grid.ts'
import type { Position } from '../../../src/story/geometry.ts'

const positions = fc.array(
  fc.tuple(fc.integer({ min: -1_440_000, max: 1_440_000 }), fc.integer({ min: -340_000, max: 340_000 })),
  { minLength: 1 },
)

test('arcs come back as they were, whatever their points', () => {
  fc.assert(
    fc.property(fc.array(positions, { minLength: 1 }), (grid) => {
      const arcs = grid.map((arc) => arc.map(([x, y]): Position => [x / 4000, y / 4000]))
      expect(decodeArcs({ steps: 4000, arcs: encodeArcs(arcs, 4000) })).toEqual(arcs)
    }),
    { seed: 1 },
  )
})

test('an encoded arc needs no escaping in JSON or in HTML', () => {
  const arcs = Array.from({ length: 400 }, (_, i): Position[] => [[i, -i / 7]])
  expect(encodeArcs(arcs, 1000)).not.toMatch(/[\\<>&"']/)
})
