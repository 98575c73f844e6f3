import { expect, test } from 'vitest'
import { referenceLabel } from '../../src/embed/reference-label.ts'
import { languageTags } from '../../src/words/language.ts'

const place = { id: 'deir-ezzor', number: 2, name: 'Deir Ezzor', quotes: [] }

test.each([
  ['ar', '2. أظهر على الخريطة: Deir Ezzor'],
  ['de-AT', '2. Auf der Karte zeigen: Deir Ezzor'],
  ['EN', '2. Show on the map: Deir Ezzor'],
  ['es-419', '2. Mostrar en el mapa: Deir Ezzor'],
  ['fr', '2. Afficher sur la carte: Deir Ezzor'],
  ['tr', '2. Haritada göster: Deir Ezzor'],
])('in an article in %s, a screen reader says "%s"', (lang, label) => {
  expect(referenceLabel(place, lang)).toBe(label)
})

test('every language of the interface has words of its own', () => {
  expect(new Set(languageTags.map((tag) => referenceLabel(place, tag))).size).toBe(languageTags.length)
})

test.each(['', 'ku', 'constructor', undefined])('in an article in %j, English is said', (lang) => {
  expect(referenceLabel(place, lang)).toBe('2. Show on the map: Deir Ezzor')
})
