import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { BasemapFile } from '../../src/cartography/basemap-file.ts'
import { decodeBasemap } from '../../src/cartography/basemap-file.ts'
import { BasemapError, parseBasemap } from '../../src/cartography/parse-basemap.ts'
import { nearestWorldCopy } from '../../src/cartography/world-copy.ts'
import { fuzzOptions, mutated } from '../story/mutation.ts'

vi.setConfig({ testTimeout: 120_000 })

/** A basemap with a little of everything, so that a change meets each kind of thing as often. */
function shortened(path: string): string {
  const { shapes, labels, ...rest } = JSON.parse(readFileSync(path, 'utf8')) as BasemapFile
  const grids = rest.grids.map(({ steps, arcs }) => ({ steps, arcs: arcs.split(' ').slice(0, 5).join(' ') }))
  const few = shapes.slice(0, 4).map((shape, i) => ({ ...shape, lines: [[i, ~i], [i]] }))
  return JSON.stringify({ ...rest, grids, shapes: few, labels: labels.slice(0, 8) })
}

const basemaps = ['geo/raqqa', 'geo/world', 'test/fixture/story/fiji'].map((name) => shortened(`${name}.basemap.json`))

test('an odd basemap is refused in a sentence, or drawn with numbers only', () => {
  fc.assert(
    fc.property(mutated(basemaps), fc.double({ min: -180, max: 180, noNaN: true }), (text, longitude) => {
      let file: BasemapFile
      const faults: string[] = []
      try {
        file = parseBasemap(text, (fault) => faults.push(fault))
      } catch (error) {
        expect(error).toBeInstanceOf(BasemapError)
        return
      }
      expect(faults.join()).not.toMatch(/undefined|NaN|\[object/)
      const { bounds, shapes, labels } = nearestWorldCopy(decodeBasemap(file), longitude)
      const numbers = [
        ...bounds,
        ...shapes.flatMap(({ rank, lines }) => [rank, ...lines.flat(2)]),
        ...labels.flatMap(({ position, minZoom, angle = 0 }) => [...position, minZoom, angle]),
      ]
      expect(numbers.every(Number.isFinite)).toBe(true)
      expect(labels.every(({ name }) => name.trim() !== '')).toBe(true)
    }),
    fuzzOptions,
  )
})
