import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parseArticleText } from '../../src/story/article-text.ts'
import { checkStory } from '../../src/story/check-story.ts'
import { formatStoryFile } from '../../src/story/format-story.ts'
import { parseStory, readStory } from '../../src/story/parse-story.ts'
import type { Story } from '../../src/story/story.ts'
import { IssueList } from '../../src/story/issue-list.ts'
import { parseLock } from '../../src/story/parse-lock.ts'
import { fixtures, readFixture, storyFixtures } from './fixture.ts'
import { fuzzOptions, mutated } from './mutation.ts'

// Thousands of stories take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })
const texts = storyFixtures('good').map(readFixture)
const article = parseArticleText(readFixture('article.txt'))

const stories = mutated(texts)

/** A text with some of its characters taken out, doubled or replaced. */
const scrambled = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(), fc.nat(5), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 5 }),
  )
  .map(([text, cuts]) => cuts.reduce((s, [at, length, put]) => splice(s, at % (s.length + 1), length, put), text))

function splice(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length)
}

/** A story as the text of a story file. */
function fileOf({ article, places, view }: Story): string {
  const features = places.map(({ id, geometry, number: _number, position: _position, ...properties }) => {
    return { type: 'Feature', id, geometry, properties }
  })
  return formatStoryFile({ article, view, features })
}

function isSound(text: string): void {
  const { story, issues } = readStory(text)
  if (!issues.some(({ severity }) => severity === 'error')) expect(story).toBeDefined()
  for (const { message, line, column } of issues) {
    expect(message).not.toMatch(/undefined|NaN|\[object/)
    expect(line).toBeGreaterThan(0)
    expect(column).toBeGreaterThan(0)
  }
  checkStory(text, { article })
  if (story === undefined) return
  expect(JSON.parse(JSON.stringify(story))).toEqual(story)
  expect(parseStory(fileOf(story))).toEqual(story)
}

test('a story with odd values gives issues or a story that survives being written and read again', () => {
  fc.assert(fc.property(stories, isSound), fuzzOptions)
})

test('a scrambled file gives issues or a story that survives being written and read again', () => {
  fc.assert(fc.property(scrambled, isSound), fuzzOptions)
})

test('what JSON.parse refuses is refused with a line, and nothing else is called malformed', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text.replace(/^\uFEFF/, ''))
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(fc.oneof(scrambled, fc.string({ unit: 'binary' }), fc.json()), (text) => {
      expect(readStory(text).issues.some(({ code }) => code === 'json')).toBe(!isJson(text))
    }),
    fuzzOptions,
  )
})

test('an odd lock gives issues, or says only what a lock can say', () => {
  const locks = readdirSync(join(fixtures, 'story'))
    .filter((file) => file.endsWith('.lock.json'))
    .map((file) => readFixture(`story/${file}`))
  const hash = (text: string): string => `sha256:${text}`
  fc.assert(
    fc.property(mutated(locks), fc.constantFrom(...texts), (text, story) => {
      const issues = new IssueList(text)
      const lock = parseLock(text, issues)
      expect(lock === undefined).toBe(issues.errorCount > 0)
      if (lock === undefined) return
      for (const { start, end, paragraph = 1 } of lock.quotes) {
        expect([start, end, paragraph].every(Number.isSafeInteger) && 0 <= start && start < end && paragraph > 0).toBe(
          true,
        )
      }
      checkStory(story, { article, lock: { value: lock, hash } })
    }),
    fuzzOptions,
  )
})

test('no depth of nesting overflows the stack', () => {
  for (const open of ['[', '{"a":', '{"type":"FeatureCollection","features":[']) {
    expect(readStory(open.repeat(100_000)).issues).toMatchObject([{ code: 'json-depth' }])
  }
})
