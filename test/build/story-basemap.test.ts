import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { drawMissingBasemaps } from '../../src/build/story-basemap.ts'

let root = ''
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'article-map-'))))
afterEach(() => rmSync(root, { recursive: true }))

/** Writes a story of one place. */
function writeStory(longitude: number, latitude: number, source = 'GeoNames'): void {
  const properties = { name: 'Palikir', quotes: [{ exact: 'It was here.' }], precision: 'city', source }
  const geometry = { type: 'Point', coordinates: [longitude, latitude] }
  const features = [{ type: 'Feature', id: 'palikir', geometry, properties }]
  writeFileSync(
    join(root, 'storm.geojson'),
    JSON.stringify({ type: 'FeatureCollection', article: { headline: 'Storm' }, features }),
  )
}

const read = (): string => readFileSync(join(root, 'storm.basemap.json'), 'utf8')

/** Draws what is missing; gives what it said. */
async function draw(): Promise<string[]> {
  const lines: string[] = []
  await drawMissingBasemaps(root, ['storm'], root, (line) => lines.push(line))
  return lines
}

test('a missing basemap is drawn once, with a line that says so', async () => {
  writeStory(158.21, 6.96)
  expect(await draw()).toEqual([
    expect.stringMatching(/^storm\.basemap\.json: drew the map under its places \(.* kB gzip\)$/),
  ])
  expect(await draw()).toEqual([])
})

test('a place that the new map shows in the sea, near a coast, is told of in a line of its own', async () => {
  writeStory(179.194, -8.521)
  expect(await draw()).toEqual([
    expect.stringContaining('drew the map'),
    expect.stringMatching(/^Palikir is \d\.\d km off the coast, as the map’s sources have no land there$/),
  ])
})

test('a basemap is drawn anew when a place has moved, and is then what it would have been from the start', async () => {
  writeStory(158.21, 6.96)
  await draw()
  const first = read()
  writeStory(134.48, 7.34)
  expect(await draw()).toEqual([expect.stringContaining('drew it anew, as its places have changed')])
  expect(read()).not.toBe(first)
  writeStory(158.21, 6.96)
  await draw()
  expect(read()).toBe(first)
})

test('a basemap that does not say for which places it was drawn is kept only if it covers them', async () => {
  const strange = JSON.stringify({ bounds: [150, 0, 170, 20] })
  writeStory(-201.79, 6.96)
  writeFileSync(join(root, 'storm.basemap.json'), strange)
  expect(await draw()).toEqual([])
  writeStory(134.48, 7.34)
  expect(await draw()).toHaveLength(1)
})

test('a story with errors gets no basemap, and is left to the check', async () => {
  writeStory(158.21, 6.96, '')
  expect(await draw()).toEqual([])
  expect(readdirSync(root)).toEqual(['storm.geojson'])
})

test('a basemap that cannot be written is named, and nothing is left half written', async () => {
  writeStory(158.21, 6.96)
  mkdirSync(join(root, 'storm.basemap.json'))
  await expect(draw()).rejects.toThrow('storm.basemap.json: is a folder, not a file')
  expect(readdirSync(root).toSorted()).toEqual(['storm.basemap.json', 'storm.geojson'])
})
