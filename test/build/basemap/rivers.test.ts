import { expect, test } from 'vitest'
import { createExtent } from '../../../src/build/basemap/extent.ts'
import { printRivers } from '../../../src/build/basemap/gmt.ts'
import { readRivers } from '../../../src/build/basemap/rivers.ts'
import { SourceError } from '../../../src/build/basemap/source-error.ts'
import type { Bounds } from '../../../src/cartography/basemap.ts'
import type { Position } from '../../../src/story/geometry.ts'
import { samplePath, writeSample } from './river-sample.ts'
import { sampledStories } from './sampled-stories.ts'

const everywhere = { distance: () => 0, remoteness: () => 0 }

/** The courses of the greatest rivers, from a source that has them in pieces. */
function coursesOf(pieces: Position[][], bounds: Bounds = [0, 0, 10, 10]): (readonly Position[])[] {
  const printed = pieces
    .map((piece) => `> River\n${piece.map((position) => `${position.join('\t')}\n`).join('')}`)
    .join('')
  const rivers = readRivers(bounds, everywhere, (riverClass) => (riverClass === 0 ? printed : ''))
  return rivers.map(({ line }) => line)
}

test('the pieces of a river are joined, whichever way they run', () => {
  expect(coursesOf([[[0, 0], [1, 0]], [[2, 0], [1, 0]], [[2, 0], [3, 0]]])).toEqual([[[0, 0], [1, 0], [2, 0], [3, 0]]]) // prettier-ignore
})

test('at a confluence the river goes straight on', () => {
  const courses = coursesOf([[[0, 0], [1, 0]], [[1, 1], [1, 0]], [[1, 0], [2, 0]]]) // prettier-ignore
  expect(courses).toContainEqual([[0, 0], [1, 0], [2, 0]]) // prettier-ignore
})

test('a river across the antimeridian is one river, on whichever side the source counts its longitudes', () => {
  expect(coursesOf([[[179.9, 0], [180, 0]], [[-180, 0], [-179.9, 0]]], [170, -10, 190, 10])).toEqual([[[179.9, 0], [180, 0], [180.1, 0]]].map((line) => line.map(([x, y]) => [expect.closeTo(x ?? NaN), y]))) // prettier-ignore
})

test('on a map around the world a river that crosses its edge is two rivers', () => {
  expect(coursesOf([[[178, 0], [179, 0], [-179, 0], [-178, 0]]], [-180, -60, 180, 84])).toHaveLength(2) // prettier-ignore
})

/** Whether GMT is here, with its rivers in full resolution. */
function hasGmt(): boolean {
  try {
    printRivers(0, [0, 0, 1, 1])
    return true
  } catch (error) {
    if (error instanceof SourceError) return false
    throw error
  }
}

// To make the samples anew: see test/fixture/rivers/README.md.
test.skipIf(!hasGmt()).each(Object.entries(sampledStories))(
  'the sample of rivers for %s is what GMT prints',
  async (name, { places }) => {
    await expect(writeSample(printRivers, createExtent(places).bounds)).toMatchFileSnapshot(samplePath(name))
  },
)
