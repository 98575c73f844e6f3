import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStory, type StoryReading } from '../../src/story/parse-story.ts'
import { readStoryInSteps } from '../../src/story/story-steps.ts'
import { largeStory } from '../map/large-story.ts'
import { readFixture, storyFixtures } from './fixture.ts'
import { fuzzOptions, mutated } from './mutation.ts'

/** What the steps give in the end, and how many there are. */
function take(text: string): { readonly reading: StoryReading; readonly count: number } {
  const steps = readStoryInSteps(text)
  for (let count = 0; ; count++) {
    const { done, value } = steps.next()
    if (done) return { reading: value, count }
  }
}

const geo = readdirSync('geo').filter((file) => /(?<!basemap|streets)\.(?:geojson|json)$/.test(file))
const own = [
  ...geo.map((file) => readFileSync(join('geo', file), 'utf8')),
  ...['good', 'bad', 'story'].flatMap(storyFixtures).map(readFixture),
]

test('step by step, each story and each faulty one is read as at once: its places, and every issue with its path and line', () => {
  expect(own.length).toBeGreaterThan(100)
  for (const text of own) expect(take(text).reading).toEqual(readStory(text))
})

test('so are those that are odd', () => {
  const stories = mutated(storyFixtures('good').map(readFixture))
  fc.assert(
    fc.property(stories, (text) => {
      expect(take(text).reading).toEqual(readStory(text))
    }),
    fuzzOptions,
  )
})

const story = largeStory(3)

test.each([
  ['cut off anywhere', ...Array.from(story, (_, at) => story.slice(0, at))],
  ['with a comma too many', story.replace('"features":[', '"features":[,'), story.replace(/\]\}$/, ',]}')],
  ['with features twice', story.replace('"features"', '"features":[],"features"')],
  ['with brackets and quotation marks in its texts', story.replaceAll('village 2.', String.raw`[\"}],{ \\`)],
  ['with what is wrong after its places', story.replace(/\}$/, ',"view":[1]}')],
  ['with a member twice in a place', story.replace('"precision"', '"source":"B","precision"')],
  ['with odd names of members', story.replace('"precision"', '"__proto__":1,"2":{"a":[]},"1":null,"precision"')],
  ['with a warning', story.replace('"Village 2"', `"${'Village '.repeat(20)}"`)],
  ['with one id for two', story.replaceAll('village-3', 'village-1')],
  ['in many lines, with a mark before them', `\uFEFF${JSON.stringify(JSON.parse(story), null, '\r\n  ')}`],
  ['nested too deep for a file, but not for a place', story.replace('"A test"', `${'['.repeat(97)}${']'.repeat(97)}`)],
  ['nested as deep as can be', story.replace('"A test"', `${'['.repeat(95)}${']'.repeat(95)}`)],
])('so is a file %s', (_, ...texts) => {
  for (const text of texts) expect(take(text).reading).toEqual(readStory(text))
})

test('a step is no longer than a place takes', () => {
  expect(take(story).count).toBe(6)
  // Once more, for what is wrong.
  expect(take(story.replace('"A test"', '""')).count).toBe(12)
})
