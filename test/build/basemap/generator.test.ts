import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createExtent } from '../../../src/build/basemap/extent.ts'
import { basemapBudget, createBasemapFile, createWorldFile, gzipSize } from '../../../src/build/basemap/generator.ts'
import { kmBetween } from '../../../src/build/basemap/kilometres.ts'
import { describeOffShore } from '../../../src/build/basemap/places-off-shore.ts'
import { contains, isInBox } from '../../../src/build/basemap/rings.ts'
import { unitedNations } from '../../../src/build/basemap/united-nations.ts'
import { type Basemap } from '../../../src/cartography/basemap.ts'
import { type BasemapFile, decodeBasemap } from '../../../src/cartography/basemap-file.ts'
import type { Position } from '../../../src/story/geometry.ts'
import { stories, type StoryName, storyAt } from './stories.ts'

const lands = ({ shapes }: Basemap, kind: string, position: Position) =>
  contains(
    shapes.filter((shape) => shape.kind === kind).flatMap(({ lines }) => lines),
    position,
  )

const world = decodeBasemap(JSON.parse(readFileSync('geo/world.basemap.json', 'utf8')) as BasemapFile)

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

test.each<[StoryName, string]>([
  ['an-island-in-the-north-sea', 'has no such island'],
  ['the-capital-of-tonga', 'has its island elsewhere'],
  ['an-island-of-venice', 'has a part of its island on another'],
  ['islands-of-new-york-harbour', 'has no island so small'],
])('a place on an island (%s) lies on land, though Natural Earth %s', (name) => {
  const basemap = decodeBasemap(basemapFileOf(name))
  for (const { position } of stories[name].places) {
    expect(lands(basemap, 'land', position)).toBe(true)
    expect(lands(basemap, 'lake', position)).toBe(false)
  }
})

test('a large island stays though another crosses its coast in the sources: Great Britain, beside Anglesey', () => {
  const basemap = decodeBasemap(basemapFileOf('a-town-beside-wales'))
  for (const town of [
    [-4.2, 56.5],
    [-1.9, 52.5],
    [-3.5, 52],
  ] as const)
    expect(lands(basemap, 'land', town)).toBe(true)
})

test('no land is made up under a place that no source has land for: who draws the map is told; a ship at sea is none', () => {
  const story = storyAt([179.194, -8.521], [179.9, -8.9])
  expect(describeOffShore(story, createBasemapFile(story))).toEqual([
    expect.stringMatching(/^Place 0 is \d\.\d km off the coast, as the map’s sources have no land there$/),
  ])
  expect(describeOffShore(stories['the-capital-of-tonga'], basemapFileOf('the-capital-of-tonga'))).toEqual([])
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

/** The names of countries far from any land on a map. */
function namesAstray(basemap: Basemap): string[] {
  const shore = basemap.shapes.filter(({ kind }) => kind === 'land').flatMap(({ lines }) => lines.flat())
  const isBeside = (position: Position): boolean => shore.some((point) => kmBetween(point, position) < 150)
  return basemap.labels
    .filter(({ kind, position }) => kind === 'country' && !lands(basemap, 'land', position) && !isBeside(position))
    .map(({ name }) => name)
}

test('no country is named of which no land is drawn', () => {
  expect(namesAstray(decodeBasemap(basemapFileOf('the-maldives-and-new-york')))).toEqual([])
  expect(namesAstray(world)).toEqual([])
})

test('the map of the world names all 193 members of the United Nations, each once', () => {
  const names = world.labels.filter(({ kind }) => kind === 'country').map(({ name }) => name)
  expect(names.filter((name) => unitedNations.has(name)).toSorted()).toEqual([...unitedNations].toSorted())
  expect(unitedNations.size).toBe(193)
})

test.each<[string, Position]>([
  ['Jamaica', [-77.3, 18.15]],
  ['Trinidad', [-61.3, 10.4]],
  ['Barbados', [-59.55, 13.18]],
  ['Malta', [14.44, 35.88]],
  ['Singapore', [103.82, 1.36]],
  ['the Maldives', [73.51, 4.18]],
  ['Mauritius', [57.55, -20.3]],
  ['Nauru', [166.93, -0.53]],
  ['Tongatapu', [-175.2, -21.17]],
  ['Savaiʻi', [-172.45, -13.62]],
  ['San Marino', [12.46, 43.94]],
])('the map of the world has the land of %s', (_, position) => {
  expect(lands(world, 'land', position)).toBe(true)
})

test('a story has the same basemap each time', () => {
  expect(createBasemapFile(stories['fiji-and-tonga'])).toEqual(basemapFileOf('fiji-and-tonga'))
})

test('the basemap of the world is what the generator makes today', () => {
  expect(`${JSON.stringify(createWorldFile())}\n`).toBe(readFileSync('geo/world.basemap.json', 'utf8'))
})
