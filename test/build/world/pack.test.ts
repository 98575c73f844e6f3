import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { featureCells, featuresOf } from '../../../src/build/world/features.ts'
import { decodeLayer, encodeLayer } from '../../../src/build/world/layer.ts'
import { packFolder, readFeatures, readLayer } from '../../../src/build/world/pack.ts'
import { townsOf } from '../../../src/build/world/towns.ts'
import type { Position } from '../../../src/story/geometry.ts'

const lake = { tag: 200, lines: [[[5, 5], [6, 5], [6, 6], [5, 5]]] } as const // prettier-ignore
const farLake = { tag: 300, lines: [[[-100, 40], [-99, 40], [-99, 41], [-100, 40]]] } as const // prettier-ignore
const file = encodeLayer(featureCells<number>([lake, farLake]))
const lakesWithin = (west: number, east: number) =>
  decodeLayer<Parameters<typeof featuresOf<number>>[0]>(file, [west, 0, east, 50]).flatMap(featuresOf)

test('what is put into a layer comes out of it, where it is asked for', () => {
  expect(lakesWithin(0, 20)).toEqual([lake])
  expect(lakesWithin(-180, 180)).toEqual(expect.arrayContaining([lake, farLake]))
  expect(lakesWithin(50, 60)).toEqual([])
})

test('bounds that go on past the antimeridian get what lies there', () => {
  expect(lakesWithin(250, 270)).toEqual([farLake])
})

test('the world pack is less than 6 MB', () => {
  const layers = readdirSync(packFolder()).filter((name) => name.endsWith('.layer'))
  const sizes = layers.map((name) => statSync(join(packFolder(), name)).size)
  expect(layers).toHaveLength(6)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000)
})

test('the great rivers and lakes are in it: the Nile at Cairo, Lake Geneva', () => {
  const isNear = (lines: readonly (readonly Position[])[], x: number, y: number): boolean =>
    lines.flat().some(([lng, lat]) => Math.hypot(lng - x, lat - y) < 0.1)
  const nile = readFeatures('rivers', [31, 29, 32, 30]).filter(({ tag }) => tag === 1)
  expect(nile.some(({ lines }) => isNear(lines, 31.23, 30.04))).toBe(true)
  expect(readFeatures('lakes', [6, 46, 7, 47]).some(({ tag, lines }) => tag > 500 && isNear(lines, 6.63, 46.5))).toBe(
    true,
  )
})

const townNamed = (name: string, country: string) =>
  readLayer('towns', [-180, -90, 180, 90])
    .flatMap(townsOf)
    .find((town) => town[0] === name && town[1] === country)

test('a town has its own country’s name, and those of other languages', () => {
  expect(townNamed('Genova', 'IT')?.[6]).toMatchObject({ en: 'Genoa', fr: 'Gênes', de: 'Genua', ar: 'جنوة' })
  expect(townNamed('Beirut', 'LB')?.[6]).toMatchObject({ fr: 'Beyrouth', ar: 'بيروت' })
})

test('a small Arabic town has its Arabic name, and of several the one that sounds like it', () => {
  expect(townNamed('Wadi Musa', 'JO')?.[6]).toMatchObject({ ar: 'وادي موسى' })
})

test('marks of romanisation are left out, letters of the country itself stay', () => {
  expect(townNamed('Tayyibat al Imam', 'SY')).toBeDefined()
  expect([townNamed('Eskişehir', 'TR'), townNamed('Tromsø', 'NO')]).not.toContain(undefined)
})
