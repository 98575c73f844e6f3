import { expect, test } from 'vitest'
import { townName } from '../../../src/build/basemap/town-names.ts'
import { towns } from '../../../src/build/basemap/town-names.json' with { type: 'json' }
import { waters } from '../../../src/build/basemap/waters.json' with { type: 'json' }
import { languageTags } from '../../../src/words/language.ts'

test('the tables of towns and waters have a column for each language of the interface', () => {
  for (const [, , ...names] of towns) expect(names).toHaveLength(languageTags.length)
  for (const [kind, , ...names] of waters) expect(names, String(kind)).toHaveLength(languageTags.length + 1)
})

test('well-known towns have their common name, and Arabic beside it', () => {
  expect(townName('SY', 'Al Ḩasakah')).toMatchObject({ name: 'Hasakah', names: { ar: 'الحسكة' } })
})

test('marks of romanisation are left out, letters of the country itself stay', () => {
  expect(townName('SY', 'Ţayyibat al Imām').name).toBe('Tayyibat al Imam')
  expect(townName('TR', 'Eskişehir').name).toBe('Eskişehir')
  expect(townName('NO', 'Tromsø').name).toBe('Tromsø')
})
