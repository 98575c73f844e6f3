import { expect, test } from 'vitest'
import { townName } from '../../../src/build/basemap/town-names.ts'

test('well-known towns have their common name, and Arabic beside it', () => {
  expect(townName('SY', 'Al Ḩasakah')).toMatchObject({ name: 'Hasakah', names: { ar: 'الحسكة' } })
})

test('marks of romanisation are left out, letters of the country itself stay', () => {
  expect(townName('SY', 'Ţayyibat al Imām').name).toBe('Tayyibat al Imam')
  expect(townName('TR', 'Eskişehir').name).toBe('Eskişehir')
  expect(townName('NO', 'Tromsø').name).toBe('Tromsø')
})
