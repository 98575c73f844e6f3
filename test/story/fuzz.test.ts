import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parseArticleText } from '../../src/story/article-text.ts'
import { checkStory } from '../../src/story/check-story.ts'
import { formatStory } from '../../src/story/format-story.ts'
import { getIssues, parseStory, readStory } from '../../src/story/parse-story.ts'
import { readFixture, storyFixtures } from './fixture.ts'

const options = { seed: 20171018, numRuns: 3000 }

// Thousands of stories take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })
const texts = storyFixtures('good').map(readFixture)
const article = parseArticleText(readFixture('article.txt'))

const odd = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    ' ',
    '\uD800',
    '__proto__',
    '<img src=x onerror=alert(1)>',
    -0,
    1e308,
    -1,
    180,
    'exact',
  ),
  fc.jsonValue({ depthSize: 'small' }),
)

/** A story file with some of its values replaced, taken out, or moved. */
const mutated = fc
  .tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), odd, fc.nat(3)), { minLength: 1, maxLength: 4 }))
  .map(([text, changes]) => {
    const story: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    for (const [choice, value, kind] of changes) {
      const slots = slotsOf(story)
      const [parent, key] = slots[choice % slots.length] ?? []
      if (parent === undefined || key === undefined) continue
      if (kind === 0) Reflect.deleteProperty(parent, key)
      else if (kind === 1 && Array.isArray(parent)) parent.push(parent[Number(key)])
      else Reflect.set(parent, key, value)
    }
    return JSON.stringify(story)
  })

function slotsOf(value: unknown): [object, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]): [object, string][] => [[value, key], ...slotsOf(child)])
}

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
  expect(parseStory(formatStory(story))).toEqual(story)
}

test('a story with odd values gives issues or a story that survives being written and read again', () => {
  fc.assert(fc.property(mutated, isSound), options)
})

test('a scrambled file gives issues or a story that survives being written and read again', () => {
  fc.assert(fc.property(scrambled, isSound), options)
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
      expect(getIssues(text).some(({ code }) => code === 'json')).toBe(!isJson(text))
    }),
    options,
  )
})

test('no depth of nesting overflows the stack', () => {
  for (const open of ['[', '{"a":', '{"type":"FeatureCollection","features":[']) {
    expect(getIssues(open.repeat(100_000))).toMatchObject([{ code: 'json-depth' }])
  }
})
