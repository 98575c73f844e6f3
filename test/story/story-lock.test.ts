import { expect, test } from 'vitest'
import { sha256 as hash } from '../../src/build/story-file.ts'
import { parseArticleText } from '../../src/story/article-text.ts'
import { checkStory } from '../../src/story/check-story.ts'
import { createLock, parseLock } from '../../src/story/story-lock.ts'
import { readFixture } from './fixture.ts'

const text = readFixture('good/prefix-and-suffix.geojson')
const article = parseArticleText(readFixture('article.txt'))
const lock = createLock(checkStory(text, { article }).placements, article, hash)
const codes = (story: string) => checkStory(story, { lock: { value: lock, hash } }).issues.map(({ code }) => code)

test('a locked story says in which paragraph each quote stands', () => {
  const { story } = checkStory(text, { lock: { value: lock, hash } })
  expect(story?.places[0]?.quotes.map(({ paragraph }) => paragraph)).toEqual([4, 3])
})

test('a quote that was edited after it was verified has no paragraph', () => {
  const { story } = checkStory(text.replace('No one', 'Nobody'), { lock: { value: lock, hash } })
  expect(story?.places[0]?.quotes[0]).toEqual({ exact: 'Nobody was hurt', suffix: ' there.' })
})

test('any change of a quote, its prefix or its suffix is noticed without the article', () => {
  for (const [from, to] of [
    ['hurt', 'hurT'],
    ['No one', 'No  one'],
    [' there.', ' there'],
    ['ten days', 'two days'],
  ] as const) {
    expect(codes(text.replace(from, to))).toEqual(['lock-quote'])
  }
})

test('an article whose words or paragraphs are others than those that were locked is noticed', () => {
  const isNoticed = (changed: string) =>
    checkStory(text, { article: parseArticleText(changed), lock: { value: lock, hash } }).issues.some(
      ({ code }) => code === 'lock',
    )
  const own = readFixture('article.txt')
  expect(isNoticed(own)).toBe(false)
  expect(isNoticed(own.replace('heavy snow', 'snow'))).toBe(true)
  // In Airolo … begins no paragraph of its own any more.
  expect(isNoticed(own.replace('\n\nIn Airolo', '\nIn Airolo'))).toBe(true)
})

test('the order of places and quotes, and all else of a story, may change', () => {
  const story = JSON.parse(text)
  story.features[0].properties.quotes.reverse()
  story.features[0].properties.note = 'New.'
  expect(codes(JSON.stringify(story))).toEqual([])
})

test('a lock survives its file, and what is no lock is none', () => {
  expect(parseLock(JSON.stringify(lock))).toEqual(lock)
  for (const bad of [
    '',
    '{}',
    'null',
    '[]',
    '{"version":2,"article":"","quotes":[]}',
    '{"version":1,"article":"","quotes":[{}]}',
  ]) {
    expect(parseLock(bad)).toBeUndefined()
  }
})
