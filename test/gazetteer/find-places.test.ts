import { expect, test } from 'vitest'
import { readGazetteer } from '../../src/build/gazetteer/gazetteer-file.ts'
import { findPlaces } from '../../src/gazetteer/find-places.ts'
import type { Language } from '../../src/words/language.ts'

const gazetteer = readGazetteer()

/** The names that are found in a text, each with the place that it is most likely. */
function placesIn(text: string, language: Language = 'en'): string[] {
  return findPlaces(text, { language, gazetteer }).map((mention) => {
    const [place] = mention.candidates
    expect(text.slice(mention.start, mention.end)).toBe(mention.text)
    return `${mention.text}: ${place?.name}, ${place?.region === '' ? '' : `${place?.region}, `}${place?.country}`
  })
}

test('the state after a comma says which of many towns is meant, here and in the rest of the article', () => {
  const text = 'ATHENS, Ga. — A bridge in Athens was closed on Monday, the county said.'
  expect(placesIn(text)).toEqual(['ATHENS: Athens, Georgia, US', 'Ga.: Georgia, US', 'Athens: Athens, Georgia, US'])
})

test('what else an article names says which of several towns is meant', () => {
  const text = 'The road from Houston and Dallas to Paris is flooded, said the governor of Texas.'
  expect(placesIn(text)).toContain('Paris: Paris, Texas, US')
  expect(placesIn('The train from Lyon to Paris was late.')).toContain('Paris: Paris, Île-de-France, FR')
})

test('of many towns and many counties of a name, the two that are neighbours are meant', () => {
  const text = 'Paris and Henry County need money for the rescue squad of Paris and Henry County.'
  const found = new Set(placesIn(text))
  expect(found).toEqual(new Set(['Paris: Paris, Tennessee, US', 'Henry County: Henry County, Tennessee, US']))
})

test('a person, a street and a common word are no places', () => {
  expect(placesIn('Paris Hilton met Jack London on Memphis Street. Reading is fun, and it was a nice mobile.')).toEqual(
    [],
  )
  expect(placesIn('Sen. Lincoln spoke. Mr. Washington, 41, did not.')).toEqual([])
})

test('a place in the name of something is found: a university, a police', () => {
  expect(placesIn('She studied at the University of Aleppo, and told Boston Police.')).toEqual([
    'Aleppo: Aleppo, Aleppo, SY',
    'Boston: Boston, Massachusetts, US',
  ])
})

test('a demonym is found as what it is, and is no place on a map', () => {
  const [syrian] = findPlaces('The Syrian government did not answer.', { language: 'en', gazetteer })
  expect(syrian).toMatchObject({ text: 'Syrian', kind: 'demonym', candidates: [{ name: 'Syria' }] })
})

test('people are no place, though they say what an article is about', () => {
  const text = 'Americans and Turks met the Syrian envoy.'
  expect(findPlaces(text, { language: 'en', gazetteer }).map((mention) => mention.text)).toEqual(['Syrian'])
})

test('a country gives its name to no village near by, and what has an article is no town', () => {
  expect(placesIn('Salió de Honduras hacia Tapachula y Chiapas, en México.', 'es')).toContain('Honduras: Honduras, HN')
  expect(placesIn('Nashville’s mayor told the White House that Tennessee needs help.')).toContain(
    'White House: White House, ',
  )
})

test('a town’s name may have a person’s in it', () => {
  expect(placesIn('Nelson Trujillo salió de San Pedro Sula en febrero.', 'es')).toEqual([
    'San Pedro Sula: San Pedro Sula, Cortés Department, HN',
  ])
})

test('two counties have one word between them', () => {
  expect(placesIn('A storm hit Clarke and Oconee counties in Georgia on Friday.')).toEqual([
    'Clarke: Clarke County, Georgia, US',
    'Oconee: Oconee County, Georgia, US',
    'Georgia: Georgia, US',
  ])
})

test('a spelling that the gazetteer does not have is found in an article about the country', () => {
  expect(placesIn('Fighters left Deir Ezzor province in Syria.')[0]).toBe('Deir Ezzor: Deir ez-Zor, SY')
})

test.each<[Language, string, readonly string[]]>([
  ['fr', 'Un convoi venu d’Alep a atteint L’Aquila, a dit le maire de Lyon.', ['Alep', 'L’Aquila', 'Lyon']],
  ['de', 'In Aleppo und bei Homs gab es am Montag Kämpfe, hieß es in Berlin.', ['Aleppo', 'Homs', 'Berlin']],
  ['es', 'El tren de Sevilla llegó a Alepo desde Damasco el lunes.', ['Sevilla', 'Alepo', 'Damasco']],
  ['tr', 'Heyet Ankara’dan Halep’e, oradan İzmir’in Bornova ilçesine gitti.', ['Ankara', 'Halep', 'İzmir', 'Bornova']],
  ['ar', 'وصل الوفد من بغداد إلى مدينة الرقة، وبيروت، وبالموصل سقط قتلى.', ['بغداد', 'الرقة', 'بيروت', 'الموصل']],
])('places are found in %s, without what the language writes before or after them', (language, text, names) => {
  expect(findPlaces(text, { language, gazetteer }).map((mention) => mention.text)).toEqual(names)
})

test('any text has an answer, and mentions in their order that do not overlap', () => {
  let seed = 7
  const random = (below: number): number => (seed = (seed * 16_807) % 2_147_483_647) % below
  const pieces = [
    'New York',
    ', ',
    'Ga.',
    'U.S.',
    '-',
    ' ',
    '\n',
    'St. ',
    'counties',
    ' and ',
    'Mr. ',
    'الرقة',
    'وب',
    '’',
    'D-',
    '\uD83D',
    '😀',
    'Ä',
    '\u0301',
    '12',
    'said',
    'In ',
    'Of',
    '"',
    '(',
    'AA',
  ]
  for (let run = 0; run < 400; run++) {
    const text = Array.from({ length: random(40) }, () =>
      random(4) === 0 ? String.fromCharCode(random(65_536)) : (pieces[random(pieces.length)] ?? ''),
    ).join('')
    for (const language of ['en', 'ar', 'de'] as const) {
      let last = 0
      for (const { start, end, candidates } of findPlaces(text, { language, gazetteer })) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(candidates.length).toBeGreaterThan(0)
        last = end
      }
    }
  }
})

test('a text of twice the length asks the gazetteer twice as often', () => {
  const countCalls = (text: string): number => {
    let calls = 0
    const counted = new Proxy(gazetteer, {
      get: (target, name: keyof typeof gazetteer) => {
        calls++
        return target[name]
      },
    })
    findPlaces(text, { language: 'en', gazetteer: counted })
    return calls
  }
  for (const text of [
    'John Smith of San José, Ga. and Clarke and Oconee counties. ',
    'AA, ',
    'New York ',
    'Halle Wien Rom Bonn ',
  ]) {
    const once = countCalls(text.repeat(500))
    expect([text, countCalls(text.repeat(1000)) / once < 2.2]).toEqual([text, true])
  }
})

test('a megabyte of one letter, or of names, is read', () => {
  expect(findPlaces('A'.repeat(1e6), { language: 'en', gazetteer })).toEqual([])
  expect(findPlaces('Berlin, '.repeat(125_000), { language: 'de', gazetteer })).toHaveLength(125_000)
})
