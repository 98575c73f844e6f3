import { expect, test } from 'vitest'
import { segmentSentences } from '../../src/command/sentences.ts'
import { languageTags } from '../../src/words/language.ts'
import { readFixture } from '../story/fixture.ts'

/** The sentences of a fixture, which has one on each line. */
const sentencesIn = (language: string) => readFixture(`sentences/${language}.txt`).trim().split('\n')

test.each(languageTags)('a text in %s is parted into its sentences, and none is cut', (language) => {
  const sentences = sentencesIn(language)
  expect(segmentSentences(sentences.join(' '), language).map((sentence) => sentence.trim())).toEqual(sentences)
})

test('there are at least 200 sentences to be parted, in six languages', () => {
  expect(languageTags.flatMap(sentencesIn).length).toBeGreaterThanOrEqual(200)
})

test('sentences are the text, whole', () => {
  const text = '  One?  Two!\n“Three. Four.” Five'
  expect(segmentSentences(text, 'en').join('')).toBe(text)
})
