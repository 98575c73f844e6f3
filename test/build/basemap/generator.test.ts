import { beforeAll, describe, expect, test } from 'vitest'
import { contains } from '../../../src/build/basemap/rings.ts'
import { basemapBudget, createBasemapFile, gzipSize } from '../../../src/build/basemap/generator.ts'
import { hasGmt } from '../../../src/build/basemap/rivers.ts'
import { type Basemap } from '../../../src/cartography/basemap.ts'
import { type BasemapFile, decodeBasemap } from '../../../src/cartography/basemap-file.ts'
import type { Position } from '../../../src/story/geometry.ts'
import { parseStory } from '../../../src/story/parse-story.ts'

const storyAt = (...points: [number, number][]) =>
  parseStory(
    JSON.stringify({
      type: 'FeatureCollection',
      article: { headline: 'A story' },
      features: points.map((coordinates, index) => ({
        type: 'Feature',
        id: `place-${index}`,
        geometry: { type: 'Point', coordinates },
        properties: {
          name: `Place ${index}`,
          quotes: [{ exact: 'It was here.' }],
          precision: 'city',
          source: 'GeoNames',
        },
      })),
    }),
  )

const lands = ({ shapes }: Basemap, kind: string, position: Position) =>
  contains(
    shapes.filter((shape) => shape.kind === kind).flatMap(({ lines }) => lines),
    position,
  )

// The rivers' source is a Debian package: where it is not installed, the committed basemaps are tested all the same.
describe.skipIf(!hasGmt())('a basemap made for', () => {
  const stories: Record<string, [number, number][]> = {
    Fiji: [[178.44, -18.14], [-175.2, -21.14]], // prettier-ignore
    'a village in Peru': [[-72.54, -13.16]],
    'a base in the Antarctic and a town in Norway': [[166.67, -77.85], [15.63, 78.22]], // prettier-ignore
  }
  describe.each(Object.entries(stories))('%s', (_, points) => {
    let file: BasemapFile
    let basemap: Basemap
    beforeAll(() => {
      file = createBasemapFile(storyAt(...points))
      basemap = decodeBasemap(file)
    }, 600_000)

    test('keeps its budget', () => {
      expect(gzipSize(file)).toBeLessThanOrEqual(basemapBudget)
    })

    test('covers every place, across the antimeridian too', () => {
      const [west, south, east, north] = basemap.bounds
      for (const [x, y] of points) {
        const longitude = x < west ? x + 360 : x > east ? x - 360 : x
        expect(longitude > west + 3 && longitude < east - 3 && y > south + 3 && y < north - 3).toBe(true)
      }
    })

    test('shows the land of the first place, tinted as the country of the story', () => {
      const [x, y] = points[0] ?? [0, 0]
      // In the turn of the basemap; a town by the sea may lie just off a simplified shore.
      const turn = x > basemap.bounds[2] ? -360 : 0
      const around = [0, -0.1, 0.1].flatMap((dx) => [0, -0.1, 0.1].map((dy): Position => [x + turn + dx, y + dy]))
      for (const kind of ['land', 'home']) expect(around.some((position) => lands(basemap, kind, position))).toBe(true)
    })

    test('has no coast along the antimeridian', () => {
      for (const { kind, lines } of basemap.shapes)
        for (const line of kind === 'coast' ? lines : [])
          line.slice(1).forEach(([x], index) => expect(Math.abs(x ?? 0) === 180 && line[index]?.[0] === x).toBe(false))
    })
  })
})
