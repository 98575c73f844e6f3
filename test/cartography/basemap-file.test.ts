import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type BasemapFile, decodeBasemap } from '../../src/cartography/basemap-file.ts'
import { contains } from '../../src/build/basemap/rings.ts'
import type { Position } from '../../src/story/geometry.ts'

const text = readFileSync('geo/raqqa.basemap.json', 'utf8')
const file = JSON.parse(text) as BasemapFile
const basemap = decodeBasemap(file)
const shape = (kind: string) => basemap.shapes.filter((other) => other.kind === kind)
const raqqa: Position = [39.0079, 35.9528]
const deirEzzor: Position = [40.1408, 35.3359]
const mosul: Position = [43.13, 36.34]
const atSea: Position = [34, 34.5]

test('Raqqa and Deir Ezzor lie in the land and in the country that is tinted, Mosul does not', () => {
  const home = shape('home').flatMap(({ lines }) => lines)
  const land = shape('land').flatMap(({ lines }) => lines)
  const inHome = [raqqa, deirEzzor, mosul].map((position) => contains(home, position))
  expect(inHome).toEqual([true, true, false])
  expect([raqqa, mosul, atSea].map((position) => contains(land, position))).toEqual([true, true, false])
})

test('Lake Assad is a lake', () => {
  expect(
    contains(
      shape('lake').flatMap(({ lines }) => lines),
      [38.27, 35.95],
    ),
  ).toBe(true)
})

test('the Euphrates passes a few kilometres south of Raqqa, in steps of at most two kilometres', () => {
  const points = shape('river').flatMap(({ lines }) => lines.flat())
  const near = points.filter(([lng, lat]) => Math.abs(lng - 39.0079) < 0.02 && Math.abs(lat - 35.9528) < 0.06)
  expect(near.length).toBeGreaterThan(2)
})

test('every ring is closed, and nothing lies beyond the bounds', () => {
  const [west, south, east, north] = basemap.bounds
  for (const { filled, lines } of basemap.shapes)
    for (const line of lines) {
      if (filled) expect(line.at(-1)).toEqual(line[0])
      for (const [lng, lat] of line) expect(lng >= west && lng <= east && lat >= south && lat <= north).toBe(true)
    }
})

test('coasts and borders do not run along the edge of the map', () => {
  const [west, south, east, north] = basemap.bounds
  for (const { lines } of [...shape('coast'), ...shape('border')])
    for (const line of lines)
      line.slice(1).forEach(([x, y], index) => {
        const [fromX, fromY] = line[index] ?? []
        expect(x === fromX && (x === west || x === east)).toBe(false)
        expect(y === fromY && (y === south || y === north)).toBe(false)
      })
})

test('countries are named by their code, so that their names come in the language of the reader', () => {
  const countries = new Set(basemap.labels.filter(({ kind }) => kind === 'country').map(({ name }) => name))
  expect(countries).toContain('SY')
  expect([...countries].filter((name) => name.length !== 2)).toEqual(['Northern Cyprus'])
})

test('seas, rivers and large towns are named in Arabic too', () => {
  const arabic = (name: string) => basemap.labels.find((label) => label.name === name)?.names['ar']
  expect(['Mediterranean Sea', 'Euphrates', 'Aleppo'].map(arabic)).toEqual(['البحر الأبيض المتوسط', 'الفرات', 'حلب'])
})

test('the places of the story are not named a second time', () => {
  const names = basemap.labels.filter(({ kind }) => kind === 'town').map(({ name }) => name)
  expect(names).toContain('Tabqa')
  expect(names).not.toContain('Raqqa')
  expect(names).not.toContain('Deir Ezzor')
})

test('a river is named along its course, never upside down', () => {
  const angles = basemap.labels.filter(({ name }) => name === 'Euphrates').map(({ angle }) => angle ?? NaN)
  expect(angles.length).toBeGreaterThan(3)
  for (const angle of angles) expect(Math.abs(angle)).toBeLessThanOrEqual(90)
})

test('the map of the world names nearly every country, at the latest at zoom 7', () => {
  const world = decodeBasemap(JSON.parse(readFileSync('geo/world.basemap.json', 'utf8')) as BasemapFile)
  const countries = world.labels.filter(({ kind, minZoom }) => kind === 'country' && minZoom <= 7)
  expect(new Set(countries.map(({ name }) => name)).size).toBeGreaterThan(165)
  expect(countries.map(({ name }) => name)).toEqual(expect.arrayContaining(['PT', 'LA', 'IS', 'LK']))
})
