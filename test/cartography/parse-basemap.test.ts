import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeBasemap, type BasemapFile } from '../../src/cartography/basemap-file.ts'
import { parseBasemap } from '../../src/cartography/parse-basemap.ts'

const text = readFileSync('geo/raqqa.basemap.json', 'utf8')
const file = JSON.parse(text) as BasemapFile
const parse = (change: object) => parseBasemap(JSON.stringify({ ...file, ...change }))

/** Readers have no use for what a map was drawn for. */
const withoutFingerprint = (basemap: BasemapFile): object => ({ ...basemap, drawnFor: undefined })

test('a basemap that the generator has made is parsed as it is', () => {
  expect(parseBasemap(text)).toEqual(withoutFingerprint(file))
  for (const name of ['geo/world', 'test/fixture/story/fiji', 'test/fixture/story/petra']) {
    const other = readFileSync(`${name}.basemap.json`, 'utf8')
    expect(parseBasemap(other)).toEqual(withoutFingerprint(JSON.parse(other)))
  }
})

test.each([
  ['', 'it is no JSON'],
  [text.slice(0, 5000), 'it is no JSON'],
  ['{}', /^its bounds must be/],
  ['null', /^its bounds must be/],
  ['{"type":"FeatureCollection","features":[]}', /^its bounds must be/],
  [JSON.stringify({ ...file, bounds: [55, 23, 24, 46] }), /^its bounds must be/],
  [JSON.stringify({ ...file, bounds: [24, 23, 55] }), /^its bounds must be/],
  [JSON.stringify({ ...file, grids: [{ steps: 0, arcs: '' }] }), /^its grids must be/],
  [JSON.stringify({ ...file, grids: null }), /^its grids must be/],
  [JSON.stringify({ ...file, shapes: [] }), 'it has no shapes'],
  [JSON.stringify({ ...file, shapes: [{ kind: 'land', rank: 1, filled: true, lines: 'x' }] }), 'it has no shapes'],
])('what is no map is told in a sentence: %.40j', (bad, message) => {
  expect(() => parseBasemap(bad)).toThrow(message)
})

test('one bad shape, label or credit does not take the map with it', () => {
  const labels = [
    ['town', 39, 36, '', 5],
    ['town', NaN, 36, 'Nowhere', 5],
    ['town', 39, 96, 'Nowhere', 5],
    ['planet', 39, 36, 'Mars', 5],
    ['river', 39, 36, 'Styx', 5, { angle: 'steep' }],
    ['river', 39, 36, 'Styx', 5, { names: { fr: 7 } }],
    null,
    ...file.labels,
  ]
  expect(parse({ labels }).labels).toEqual(file.labels)
  expect(parse({ shapes: [{ kind: 'toString', rank: 1, filled: true, lines: [] }, 7, ...file.shapes] }).shapes).toEqual(
    file.shapes,
  )
  expect(parse({ credits: [{ text: 'Nobody' }, ...file.credits] }).credits).toEqual(file.credits)
  expect(parse({ labels: 'none', credits: null })).toMatchObject({ labels: [], credits: [] })
})

test('arcs that are no arcs give no position that is no number', () => {
  const broken = parse({ grids: file.grids.map(({ steps }) => ({ steps, arcs: ' \u0000zz~~ {}!! é ?' })) })
  const positions = decodeBasemap(broken).shapes.flatMap(({ lines }) => lines.flat(2))
  expect(positions.every(Number.isFinite)).toBe(true)
})
