import { expect, test } from 'vitest'
import { findLandmarks } from '../../src/gazetteer/landmarks.ts'
import type { Language } from '../../src/words/language.ts'

const landmarks: readonly [Language, string, readonly string[]][] = [
  [
    'en',
    'They raised a flag in the city’s Al-Naim traffic circle, the main hospital and the municipal stadium.',
    ['Al-Naim traffic circle', 'main hospital', 'municipal stadium'],
  ],
  ['en', 'Crowds crossed Galata Bridge to a new museum; the hospital was closed.', ['Galata Bridge']],
  [
    'de',
    'Verletzte kamen in das Hauptkrankenhaus, andere in die städtische Klinik. Die Brücke hielt.',
    ['Hauptkrankenhaus', 'städtische Klinik'],
  ],
  [
    'fr',
    'Ils ont repris l’hôpital principal, le stade municipal et la place de l’Horloge, mais pas le pont.',
    ['hôpital principal', 'stade municipal', 'place de l’Horloge'],
  ],
  [
    'es',
    'El hospital general y la plaza de Bolívar siguen cerrados; el puente, no.',
    ['hospital general', 'plaza de Bolívar'],
  ],
  ['tr', 'Yaralılar Raka Devlet Hastanesi’nde tedavi edildi, köprü kapandı.', ['Raka Devlet Hastanesi']],
  [
    'ar',
    'سيطرت القوات على المستشفى الرئيسي والملعب البلدي وعلى دوار النعيم في المدينة.',
    ['المستشفى الرئيسي', 'الملعب البلدي', 'دوار النعيم'],
  ],
]

for (const [language, text, found] of landmarks) {
  test(`${language}: landmarks are kinds of places of which the text says which one: ${found.join(', ')}`, () => {
    const spans = findLandmarks(text, language)
    expect(spans.map((landmark) => landmark.text)).toEqual(found)
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(found)
  })
}

test('no text is too strange', () => {
  for (const text of ['', 'the '.repeat(5000), 'Hospital', 'the\uD800 stadium', 'مستشفى', 'l’hôpital']) {
    for (const language of ['ar', 'de', 'en', 'es', 'fr', 'tr'] as const) {
      expect(Array.isArray(findLandmarks(text, language))).toBe(true)
    }
  }
})
