import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseStory } from '../../src/story/parse-story.ts'
import { localizeStory } from '../../src/words/localized-story.ts'

const raqqa = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))

/** The language of the words, and the direction, of a story that is shown where one of `tags` is spoken. */
function localize(inLanguage: string | undefined, ...tags: string[]): [string, string] {
  const article = { headline: raqqa.article.headline, ...(inLanguage !== undefined && { inLanguage }) }
  const { words, direction } = localizeStory({ ...raqqa, article }, ...tags)
  return [words.language, direction]
}

test.each(['he', 'fa', 'ur', 'ckb', 'ps', 'yi', 'dv', 'ug', 'az-Arab', 'fa-IR', 'pa-PK'])(
  'an article in %s, whose words the interface lacks, is right to left with English words',
  (inLanguage) => {
    expect(localize(inLanguage)).toEqual(['en', 'rtl'])
  },
)

test.each(['ku', 'zh-Hant', 'th', 'pa', 'az', 'sd-Deva', 'a-wrong-tag', undefined])(
  'an article in %s is left to right',
  (inLanguage) => {
    expect(localize(inLanguage)).toEqual(['en', 'ltr'])
  },
)

test('words that the interface has bring their own direction', () => {
  expect(localize('ar')).toEqual(['ar', 'rtl'])
  expect(localize('he', 'fr')).toEqual(['fr', 'ltr'])
  expect(localize('en', 'ar')).toEqual(['ar', 'rtl'])
  expect(localize('en', 'he')).toEqual(['en', 'ltr'])
})
