import { expect, test } from 'vitest'
import { detectLanguage } from '../../src/command/text-language.ts'
import { languageTags } from '../../src/words/language.ts'
import { readFixture } from '../story/fixture.ts'

test.each(languageTags)(
  'a text in %s is known by its commonest words, as a whole and by five sentences',
  (language) => {
    const sentences = readFixture(`sentences/${language}.txt`).trim().split('\n')
    expect(detectLanguage(sentences.join(' '))).toBe(language)
    const parts = Array.from({ length: 7 }, (_, i) => detectLanguage(sentences.slice(i * 5, i * 5 + 5).join(' ')))
    expect(parts.filter((part) => part !== language && part !== undefined)).toEqual([])
  },
)

test.each([
  [
    'Italian',
    'La strada per il passo è stata chiusa domenica dopo una notte di neve, ha detto il cantone. Non è chiaro quando si riaprirà.',
  ],
  [
    'Portuguese',
    'A estrada para o porto foi fechada no domingo, disse o governo. Não se sabe quando os barcos vão voltar para a ilha.',
  ],
  [
    'Dutch',
    'De weg over de pas is zondag gesloten na een nacht met veel sneeuw, zei het kanton. Het is niet bekend wanneer hij weer open gaat.',
  ],
  [
    'Swedish',
    'Vägen över passet stängdes på söndagen efter en natt med snö, sade kantonen. Det är inte känt när den öppnas.',
  ],
  ['Norwegian', 'Veien over passet ble stengt på søndag etter en natt med snø, og det er ikke kjent når den åpner.'],
  ['Persian', 'جاده‌ای که از گردنه می‌گذرد روز یکشنبه پس از یک شب برفی بسته شد و گفته می‌شود که هنوز در آن کسی نیست.'],
  ['a list of names', 'Tacloban, Palo, Ormoc, Samar, Leyte, Guiuan'],
  ['nothing', ''],
])('%s is none of the six', (_, text) => {
  expect(detectLanguage(text)).toBeUndefined()
})
