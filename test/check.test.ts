import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  StoryError,
  checkStory,
  formatIssue,
  getIssues,
  parseArticleText,
  parseLock,
  parseStory,
} from '../src/check.ts'
import { readFixture } from './story/fixture.ts'

const story = readFixture('good/smallest.geojson')
const article = parseArticleText(readFixture('article.txt'))

test('a good story file has no issues, and parses to its places', () => {
  expect(getIssues(story)).toEqual([])
  expect(parseStory(story).places.map(({ name }) => name)).toEqual(['Andermatt'])
})

test('the issues of a file are all that it has without its article: of its format, and of what its positions promise', () => {
  for (const name of ['accuracy-zero', 'coordinates-comma', 'decimals', 'far-away', 'coincide']) {
    const text = readFixture(`bad/${name}.geojson`)
    expect(getIssues(text)).not.toEqual([])
    expect(getIssues(text)).toEqual(checkStory(text).issues)
  }
})

test('with the article, a misquote is an issue, and every quote is told its paragraph', () => {
  expect(checkStory(story, { article })).toMatchObject({ issues: [], placements: [{ paragraph: 5 }] })
  const { issues } = checkStory(story.replace('on Tuesday', 'on Monday'), { article })
  expect(issues.map(formatIssue)).toEqual([expect.stringContaining('nearest passage is in paragraph 5')])
})

test('with the lock, a quote that was changed is an issue without the article', () => {
  const value = parseLock(readFixture('good/locked.lock.json'))
  if (value === undefined) throw new Error('The fixture is no lock.')
  const hash = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
  const locked = readFixture('good/locked.geojson')
  expect(checkStory(locked, { lock: { value, hash } }).issues).toEqual([])
  const { issues } = checkStory(locked.replace(/"exact": "./, '"exact": "'), { lock: { value, hash } })
  expect(issues.map(({ code }) => code)).toContain('lock-quote')
})

test('a story with errors is thrown with all its issues, not shown', () => {
  expect(() => parseStory('{}')).toThrow(StoryError)
})
