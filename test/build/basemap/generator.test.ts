import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createExtent } from '../../../src/build/basemap/extent.ts'
import { basemapBudget, createBasemapFile, createWorldFile, gzipSize } from '../../../src/build/basemap/generator.ts'
import { kmBetween } from '../../../src/build/basemap/kilometres.ts'
import { contains, isInBox } from '../../../src/build/basemap/rings.ts'
import { type Basemap } from '../../../src/cartography/basemap.ts'
import { type BasemapFile, decodeBasemap } from '../../../src/cartography/basemap-file.ts'
import type { Position } from '../../../src/story/geometry.ts'
import { stories, type StoryName } from './stories.ts'

const lands = ({ shapes }: Basemap, kind: string, position: Position) =>
  contains(
    shapes.filter((shape) => shape.kind === kind).flatMap(({ lines }) => lines),
    position,
  )

const made = new Map<StoryName, BasemapFile>()

/** The basemap of a story, made once for all tests. */
function basemapFileOf(name: StoryName): BasemapFile {
  const file = made.get(name) ?? createBasemapFile(stories[name])
  made.set(name, file)
  return file
}

describe.each(Object.keys(stories) as StoryName[])('a basemap made for %s', (name) => {
  const positions = stories[name].places.map(({ position }) => position)
  let file: BasemapFile
  let basemap: Basemap
  beforeAll(() => {
    file = basemapFileOf(name)
    basemap = decodeBasemap(file)
  }, 120_000)

  test('keeps its budget', () => {
    expect(gzipSize(file)).toBeLessThanOrEqual(basemapBudget)
  })

  test('covers every place, across the antimeridian too', () => {
    const [west, south, east, north] = basemap.bounds
    for (const [x, y] of positions) {
      const longitude = x < west ? x + 360 : x > east ? x - 360 : x
      expect(longitude > west + 3 && longitude < east - 3 && y > south + 2 && y < north - 2).toBe(true)
    }
  })

  test('shows the land of the first place, tinted as the country of the story', () => {
    const [x, y] = positions[0] ?? [NaN, NaN]
    // On the world copy of the basemap; a town by the sea may lie just off a simplified shore.
    const shift = x > basemap.bounds[2] ? -360 : 0
    const around = [0, -0.1, 0.1].flatMap((dx) => [0, -0.1, 0.1].map((dy): Position => [x + shift + dx, y + dy]))
    for (const kind of ['land', 'home']) expect(around.some((position) => lands(basemap, kind, position))).toBe(true)
  })

  test('has no coast along the antimeridian', () => {
    for (const { kind, lines } of basemap.shapes)
      for (const line of kind === 'coast' ? lines : [])
        line.slice(1).forEach(([x], index) => expect(Math.abs(x) === 180 && line[index]?.[0] === x).toBe(false))
  })
})

test('around a village in Peru, great rivers are drawn everywhere and streams only nearby', () => {
  const { shapes } = decodeBasemap(basemapFileOf('a-village-in-peru'))
  const kilometresAway = (rank: number): number[] =>
    shapes
      .filter((shape) => shape.kind === 'river' && shape.rank === rank)
      .flatMap(({ lines }) => lines)
      .map((line) => Math.min(...line.map((position) => kmBetween(position, [-72.54, -13.16]))))
  expect(Math.max(...kilometresAway(1))).toBeGreaterThan(1000)
  expect(Math.max(...kilometresAway(3))).toBeLessThan(350)
  expect(Math.max(...kilometresAway(4))).toBeLessThan(120)
})

test('a place on an island lies on land, though Natural Earth has no such island', () => {
  const [utsira] = stories['an-island-in-the-north-sea'].places
  const position = utsira?.position ?? [NaN, NaN]
  expect(lands(decodeBasemap(basemapFileOf('an-island-in-the-north-sea')), 'land', position)).toBe(true)
})

test('a place on an island lies on land on a map of half the world too', () => {
  const { bounds, ...basemap } = decodeBasemap(basemapFileOf('the-maldives-and-new-york'))
  const male = [73.509, 4.175] as const
  const shown: Position = male[0] > bounds[2] ? [male[0] - 360, male[1]] : male
  expect(lands({ bounds, ...basemap }, 'land', shown)).toBe(true)
})

test('a sea is named once in the opening view of a story in it', () => {
  const { views } = createExtent(stories['fiji-and-tonga'])
  const names = basemapFileOf('fiji-and-tonga')
    .labels.filter(([kind, x, y]) => kind === 'sea' && views.some((view) => isInBox([x, y], view)))
    .map(([, , , name]) => name)
  expect(names).toContain('Pacific Ocean')
  expect(new Set(names).size).toBe(names.length)
})

test('no country is named of which no land is drawn', () => {
  const basemap = decodeBasemap(basemapFileOf('the-maldives-and-new-york'))
  const shore = basemap.shapes.filter(({ kind }) => kind === 'land').flatMap(({ lines }) => lines.flat())
  const isBeside = (position: Position): boolean => shore.some((point) => kmBetween(point, position) < 150)
  const astray = basemap.labels.filter(
    ({ kind, position }) => kind === 'country' && !lands(basemap, 'land', position) && !isBeside(position),
  )
  expect(astray).toEqual([])
})

test('a story has the same basemap each time', () => {
  expect(createBasemapFile(stories['fiji-and-tonga'])).toEqual(basemapFileOf('fiji-and-tonga'))
})

test('the basemap of the world is what the generator makes today', () => {
  expect(`${JSON.stringify(createWorldFile())}\n`).toBe(readFileSync('geo/world.basemap.json', 'utf8'))
})
