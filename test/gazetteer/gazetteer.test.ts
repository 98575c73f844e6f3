import { expect, test } from 'vitest'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { gazetteerFolder, readGazetteer } from '../../src/build/gazetteer/gazetteer-file.ts'
import { decodePopulation, encodePopulation } from '../../src/gazetteer/gazetteer-format.ts'
import { parseGazetteer } from '../../src/gazetteer/gazetteer.ts'
import { hashBytes, hashMore, hashWord, keyWords } from '../../src/gazetteer/name-key.ts'
import { tolerantKey } from '../../src/gazetteer/tolerant-names.ts'

const gazetteer = readGazetteer()
const placesOf = (name: string) => gazetteer.find(name).map(gazetteer.place)

test('the gazetteer of all places fits in 2.8 MB, that of the greater ones in 0.6 MB', () => {
  const size = (name: string): number => statSync(join(gazetteerFolder(), `${name}.gazetteer`)).size
  expect(size('full')).toBeLessThan(2_800_000)
  expect(size('core')).toBeLessThan(600_000)
})

test('a town has a position, a region, a country, its inhabitants and its number in GeoNames', () => {
  const raqqa = placesOf('Raqqa').find(({ code }) => code === 'PPLA')
  expect(raqqa).toMatchObject({
    name: 'Ar Raqqah',
    country: 'SY',
    region: 'Raqqa',
    population: 180_000,
    source: 'GeoNames 172955 (CC BY 4.0)',
  })
  expect(raqqa?.latitude).toBeCloseTo(35.95, 1)
  expect(raqqa?.longitude).toBeCloseTo(39.01, 1)
})

test.each([
  ['Aleppo', 'Aleppo'],
  ['ALEPPO', 'Aleppo'],
  ['Alep', 'Aleppo'],
  ['Halep', 'Aleppo'],
  ['حلب', 'Aleppo'],
  ['Zurich', 'Zürich'],
  ['Köln', 'Köln'],
  ['Saint Louis', 'St. Louis'],
  ['St Louis', 'St. Louis'],
  ['Nueva York', 'New York City'],
  ['Deir ez Zor', 'Deir ez-Zor'],
  ['Suriye', 'Syria'],
])('%s is a name of %s', (name, wanted) => {
  expect(placesOf(name).map((place) => place.name)).toContain(wanted)
})

test('a name that no place has is not found', () => {
  expect(placesOf('Qwertzuiop')).toEqual([])
  expect(placesOf('')).toEqual([])
})

test('a country and a state are found by their codes', () => {
  const nameOf = (code: string) => gazetteer.place(gazetteer.division(code) ?? -1).name
  expect(nameOf('SY')).toBe('Syria')
  expect(nameOf('US.TX')).toBe('Texas')
  expect(gazetteer.division('XX')).toBeUndefined()
})

test('a demonym belongs to the greatest country that has it', () => {
  const countryOf = (word: string) => gazetteer.countryOf(gazetteer.demonym(word) ?? -1)
  expect(countryOf('american')).toBe('US')
  expect(countryOf('french')).toBe('FR')
})

test('the core gazetteer has the great places and not the small ones', () => {
  const core = readGazetteer('core')
  expect(core.find('Raqqa')).not.toEqual([])
  expect(core.find('Tarrant County')).not.toEqual([])
  expect(core.find('Wacken')).toEqual([])
})

test('a name is hashed alike as a text and as the bytes of the file', () => {
  for (const name of [
    'St. Louis',
    'Deir ez-Zor',
    'Łódź',
    'دير الزور',
    'Dar‘ā',
    'Coeur d’Alene',
    '東京',
    'Æbeltoft',
    '',
  ]) {
    const bytes = new TextEncoder().encode(name)
    const hash = keyWords(name).reduce((sum, word) => hashMore(sum, hashWord(word)), 0)
    expect([name, hashBytes(bytes, 0, bytes.length)]).toEqual([name, hash])
  }
})

test('a population keeps two digits', () => {
  const kept = [0, 7, 99, 100, 995, 999, 1234, 177_636, 38_000_000].map((n) => decodePopulation(encodePopulation(n)))
  expect(kept).toEqual([0, 7, 99, 100, 1000, 1000, 1200, 180_000, 38_000_000])
})

test('spellings of a name that was romanised have a key in common', () => {
  expect(tolerantKey('Deir Ezzor')).toBe(tolerantKey('Dayr az-Zawr'.replace('aw', 'o')))
  expect(tolerantKey('Deir Ezzor')).toBe(tolerantKey('Deir ez-Zor'))
  expect(tolerantKey('Al-Qamishli')).toBe(tolerantKey('Qamishly'))
  expect(tolerantKey('Homs')).toBe('')
})

test('another file is refused', () => {
  expect(() => parseGazetteer(new TextEncoder().encode('{"format":"other"}\n'))).toThrow(
    'a gazetteer must be of the format',
  )
  expect(() => parseGazetteer(new Uint8Array())).toThrow('a gazetteer must be of the format')
})
