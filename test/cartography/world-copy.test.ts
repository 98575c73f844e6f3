import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { decodeBasemap, type BasemapFile } from '../../src/cartography/basemap-file.ts'
import { nearestWorldCopy } from '../../src/cartography/world-copy.ts'

const fiji = decodeBasemap(
  JSON.parse(readFileSync(new URL('../fixture/story/fiji.basemap.json', import.meta.url), 'utf8')) as BasemapFile,
)

test('a basemap across the antimeridian lies under its story, on whichever side of it the story’s middle is written', () => {
  for (const middle of [179.9, -179.9]) {
    const [west, , east] = nearestWorldCopy(fiji, middle).bounds
    expect(west).toBeLessThan(middle)
    expect(east).toBeGreaterThan(middle)
  }
})

test('what is turned is the whole basemap: its bounds, its lines and its names', () => {
  const there = nearestWorldCopy(fiji, 180)
  const back = nearestWorldCopy(there, -180)
  const shift = there.bounds[0] - back.bounds[0]
  expect(shift).toBe(360)
  expect((there.shapes[0]?.lines[0]?.[0]?.[0] ?? 0) - (back.shapes[0]?.lines[0]?.[0]?.[0] ?? 0)).toBeCloseTo(shift, 6)
  expect((there.labels[0]?.position[0] ?? 0) - (back.labels[0]?.position[0] ?? 0)).toBeCloseTo(shift, 6)
})

test('a map of the world goes on beyond the antimeridian, so that a story in Fiji has land and names on both sides', () => {
  const world = nearestWorldCopy(
    decodeBasemap(JSON.parse(readFileSync('geo/world.basemap.json', 'utf8')) as BasemapFile),
    178,
  )
  expect([world.bounds[0], world.bounds[2]]).toEqual([-2, 358])
  const namesEast = world.labels.filter(({ position: [lng] }) => lng > 180 && lng < 358).map(({ name }) => name)
  expect(namesEast).toContain('US')
  expect(world.labels.filter(({ position: [lng] }) => lng > 90 && lng < 180).map(({ name }) => name)).toContain('AU')
})

test('on a map of the world the most important names come first, whichever copy of it they are on', () => {
  const world = decodeBasemap(JSON.parse(readFileSync('geo/world.basemap.json', 'utf8')) as BasemapFile)
  const names = nearestWorldCopy(world, 178).labels.map(({ name }) => name)
  expect(names.filter((_, i) => i % 2 === 0)).toEqual(world.labels.map(({ name }) => name))
})
