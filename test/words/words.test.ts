import { describe, expect, test } from 'vitest'
import { embedLanguages } from '../../src/words/embed-languages.ts'
import { languages as plainLanguages, wordsFor } from '../../src/words/languages.ts'
import type { Language } from '../../src/words/language.ts'
import { plural, type Plural } from '../../src/words/words.ts'

const both = (tag: Language) => ({ ...plainLanguages[tag], ...embedLanguages[tag] })
const languages = { ar: both('ar'), de: both('de'), en: both('en'), es: both('es'), fr: both('fr'), tr: both('tr') }
const english = Object.entries(languages.en) as [keyof typeof languages.en, string | Plural][]
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
const fullForm = (word: string | Plural): string => (typeof word === 'string' ? word : word.other)
const formsOf = (word: string | Plural): string[] => (typeof word === 'string' ? [word] : Object.values(word))

describe.each(Object.entries(languages))('the words in %s', (tag, words) => {
  test('say which language they are in', () => {
    expect(words.language).toBe(tag)
  })

  test('have the same places to fill as in English', () => {
    for (const [name, original] of english) {
      const word: string | Plural = words[name]
      expect(placeholders(fullForm(word)), name).toEqual(placeholders(fullForm(original)))
    }
  })

  test('have for each number the form that the language has for it', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted()
    for (const word of Object.values(words) as (string | Plural)[]) {
      if (typeof word !== 'string') expect(Object.keys(word).toSorted()).toEqual(categories)
    }
  })

  test('leave out no number but none, one and two, which words can say', () => {
    for (const word of Object.values(words) as (string | Plural)[]) {
      if (typeof word === 'string') continue
      for (const [category, form] of Object.entries(word) as [string, string][]) {
        const missing = placeholders(word.other).filter((name) => !form.includes(name))
        const said = ['zero', 'one', 'two'].includes(category) ? ['{count}'] : []
        expect(said, `${category}: ${form}`).toEqual(expect.arrayContaining(missing))
      }
    }
  })

  test('are typeset: no straight quotes, no three dots, no space at an end', () => {
    for (const form of Object.values(words).flatMap(formsOf)) expect(form).not.toMatch(/["']|\.\.\.|^\s|\s$|^$/)
  })
})

test('French never breaks a line before a colon or inside its quotation marks', () => {
  for (const form of Object.values(languages.fr).flatMap(formsOf)) expect(form).not.toMatch(/ [:;!?»]|« |\S[:;!?»]/)
})

test('Arabic on the map, which is left to right, reads from right to left, and a Latin name in it from left to right', () => {
  for (const form of formsOf(languages.ar.groupName)) expect(form).toMatch(/^\u2067\u2068\{name\}\u2069.*\u2069$/)
  expect(languages.ar.locationFrom).toContain('\u2068{source}\u2069')
  expect(languages.ar.nothingFound).toContain('\u2068{query}\u2069')
})

test('a number takes the form that belongs to it', () => {
  expect(plural(languages.en, languages.en.places, 1)).toBe('1 place')
  expect(plural(languages.fr, languages.fr.places, 0)).toBe('0 lieu')
  expect(plural(languages.ar, languages.ar.places, 2)).toBe('مكانان')
  expect(plural(languages.ar, languages.ar.places, 11)).toMatch(/مكانًا$/)
})

test.each([
  [['ar-SY'], 'ar'],
  [['DE-at'], 'de'],
  [['fr'], 'fr'],
  [['es-Latn-MX-u-co-trad'], 'es'],
  [[undefined, '', 'ku', 'tr-TR', 'de'], 'tr'],
  [[' en-GB '], 'en'],
  [['arc'], 'en'],
  [['constructor', '-', '--', 'de_DE'], 'en'],
  [[], 'en'],
])('readers of %j read the interface in %s', (tags, language) => {
  expect(wordsFor(tags).language).toBe(language)
})
