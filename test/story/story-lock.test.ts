import { expect, test } from 'vitest'
import { sha256 as hash } from '../../src/build/story-file.ts'
import { parseArticleText } from '../../src/story/article-text.ts'
import { checkStory } from '../../src/story/check-story.ts'
import { parseLock } from '../../src/story/parse-lock.ts'
import { type StoryLock, createLock } from '../../src/story/story-lock.ts'
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
    '{"version":2,"article":"","quotes":[{}]}',
  ]) {
    expect(parseLock(bad)).toBeUndefined()
  }
})

/** The lock with one member of its first quote changed. */
const changeLock = (change: object): unknown => ({
  ...lock,
  quotes: lock.quotes.map((quote, i) => (i === 0 ? { ...quote, ...change } : quote)),
})

test.each([
  { paragraph: 1e21 },
  { paragraph: 0 },
  { paragraph: 1.5 },
  { paragraph: '4' },
  { start: -5 },
  { end: '9' },
  { start: 50, end: 50 },
  { place: '' },
  { quote: 'md5' },
  { exact: ' ' },
  { exact: 7 },
])('a lock is parsed as strictly as a story: %j', (change) => {
  expect(parseLock(JSON.stringify(changeLock(change)))).toBeUndefined()
})

test('a lock of an earlier version is none, and one with a name twice neither', () => {
  expect(parseLock(JSON.stringify({ ...lock, version: 1 }))).toBeUndefined()
  expect(parseLock(JSON.stringify(lock).replace('{', '{"version":2,'))).toBeUndefined()
})

test('where the article is at hand, a lock is not taken at its word', () => {
  const codesOf = (value: unknown) =>
    checkStory(text, { article, lock: { value: value as StoryLock, hash } }).issues.flatMap(({ severity, code }) =>
      severity === 'error' ? [code] : [],
    )
  expect(codesOf(lock)).toEqual([])
  expect(codesOf(changeLock({ paragraph: 3 }))).toEqual(['lock'])
  expect(codesOf(changeLock({ start: 1 }))).toEqual(['lock'])
  expect(codesOf(changeLock({ exact: 'No\u00a0one was hurt' }))).toEqual(['lock'])
})

test('a lock with other words for a quote does not verify it', () => {
  const value = changeLock({ exact: 'Ten were hurt' }) as StoryLock
  const { story, issues } = checkStory(text, { lock: { value, hash } })
  expect(issues.map(({ code }) => code)).toContain('lock-quote')
  expect(story?.places[0]?.quotes[0]?.exact).toBe('No one was hurt')
})

test('the same quote twice in a place is named, and stays verified', () => {
  const story = JSON.parse(text)
  const { quotes } = story.features[0].properties
  quotes.push(quotes[0])
  const twice = JSON.stringify(story)
  const twiceLock = createLock(checkStory(twice, { article }).placements, article, hash)
  const { issues } = checkStory(twice, { article, lock: { value: twiceLock, hash } })
  expect(issues.filter(({ code }) => code !== 'quote-end').map(({ code }) => code)).toEqual(['quote-duplicate'])
})

test('what is published is what the article says, character for character', () => {
  const own = 'Sello said “655 people” were treated – in 12\u00a0clinics.'
  const file = (exact: string) =>
    text.replace(/"quotes": \[[^]*?\]/, `"quotes": [{ "exact": ${JSON.stringify(exact)} }]`)
  const said = parseArticleText(`${own}\n`)
  for (const exact of [
    own,
    'Sello said "655 people" were treated - in 12 clinics.',
    'Sello said "\u202e655\u202c people" were treated - in \u206612\u2069 clinics.',
    'Sello said "655\u200b people" were treated -\u200f in 12 cli\u00adnics.',
  ]) {
    const { placements } = checkStory(file(exact), { article: said })
    const value = createLock(placements, said, hash)
    const { story } = checkStory(file(exact), { lock: { value, hash } })
    expect(story?.places[0]?.quotes).toEqual([{ exact: own, verified: true, paragraph: 1 }])
    // Without a lock nothing is published that nobody sees.
    expect(checkStory(file(exact)).story?.places[0]?.quotes[0]?.exact).not.toMatch(
      /[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]/,
    )
  }
})

test.each([
  [text.replace(/,(\s+"source")/, '$1'), ['expected a comma, got "source"']],
  [
    text.replace(/"precision": "\w+"/, '"precision": "regoin"'),
    ['must be exact, approximate, city or region, got "regoin" (did you mean "region"?)'],
  ],
  [text.replace(/"headline": "[^"]*"/, '"headline": ""'), ['must not be empty, got "": write the article\'s headline']],
])('of a locked story with one fault, the fault alone is said, and not what follows from it: %#', (story, messages) => {
  const { issues } = checkStory(story, { lock: { value: lock, hash } })
  expect(issues.map(({ message }) => message)).toEqual(messages)
})

test('a place that was taken out of a locked story is told by its name', () => {
  const story = JSON.parse(text)
  story.features = [{ ...story.features[0], id: 'elsewhere' }]
  expect(codes(JSON.stringify(story))).toContain('lock-extra')
})
