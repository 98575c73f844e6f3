import { expect, test } from 'vitest'
import { chooseName, townNames } from '../../../src/build/basemap/town-names.ts'
import { towns } from '../../../src/build/basemap/town-names.json' with { type: 'json' }
import { waters } from '../../../src/build/basemap/waters.json' with { type: 'json' }
import { languageTags } from '../../../src/words/language.ts'

test('the tables of towns and waters have a column for each language of the interface', () => {
  for (const [, , ...names] of towns) expect(names).toHaveLength(languageTags.length)
  for (const [kind, , ...names] of waters) expect(names, String(kind)).toHaveLength(languageTags.length + 1)
})

const raqqa = ['Ar Raqqah', 'SY', 'PPLA', 180_000, 39, 36, { ar: 'الرقة', de: 'Ar-Raqqah' }] as const
const genoa = ['Genova', 'IT', 'PPLA', 580_000, 9, 44, { ar: 'جنوة', en: 'Genoa', fr: 'Gênes' }] as const

test('well-known towns have their common name, others that of GeoNames', () => {
  expect(chooseName(raqqa[0], townNames(raqqa), ['en', 'ar'])).toEqual({ name: 'Raqqa', names: { ar: 'الرقة' } })
  expect(chooseName(genoa[0], townNames(genoa), ['fr'])).toEqual({ name: 'Gênes', names: {} })
})

test('where a language has no name for a town, its own country’s is shown', () => {
  expect(chooseName(genoa[0], townNames(genoa), ['sv'])).toEqual({ name: 'Genova', names: {} })
})

test('an Arabic map has the Arabic name, and one in Latin letters for readers in other languages', () => {
  expect(chooseName(genoa[0], townNames(genoa), ['ar'])).toEqual({ name: 'Genova', names: { ar: 'جنوة' } })
})
