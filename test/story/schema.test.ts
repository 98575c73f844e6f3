import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { publishedSchema } from '../../src/build/story-schema.ts'
import { type IssueCode } from '../../src/story/issue.ts'
import { readStory } from '../../src/story/parse-story.ts'
import { readFixture, storyFixtures } from './fixture.ts'
import { fuzzOptions, mutated } from './mutation.ts'

const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, '../../geo/story.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: true }).compile(JSON.parse(publishedSchema()))

/** Errors that no schema can tell: of JSON itself, between two values, of the calendar, of a ring that is not closed. */
const beyondSchema: readonly IssueCode[] = ['json', 'json-depth', 'json-duplicate', 'id-duplicate']
const beyondSchemaFiles = [
  'bad/date-day.geojson',
  'bad/ring-open.geojson',
  'bad/url-port.geojson',
  'bad/view-empty.geojson',
  'bad/view-upside-down.geojson',
]

test.each([...storyFixtures('good'), ...storyFixtures('bad')])('the schema and the parser agree on %s', (path) => {
  const text = readFixture(path).replace(/^\uFEFF/, '')
  const errors = readStory(text).issues.filter(({ severity }) => severity === 'error')
  if (errors.some(({ code }) => code !== undefined && beyondSchema.includes(code))) return
  const isStory = errors.length === 0 || beyondSchemaFiles.includes(path)
  expect({ isStory: validate(JSON.parse(text)), errors: validate.errors }).toMatchObject({ isStory })
})

test('the schema and the parser agree on thousands of broken stories, but for what no schema can tell', () => {
  const apart: readonly (IssueCode | undefined)[] = ['id-duplicate', 'ring', 'view', 'date', 'url', 'language']
  const stories = mutated(storyFixtures('good').map(readFixture))
  fc.assert(
    fc.property(stories, (text) => {
      const codes = readStory(text).issues.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))
      const isStory = validate(JSON.parse(text))
      if (codes.length === 0) expect({ isStory, errors: validate.errors }).toMatchObject({ isStory: true })
      else if (isStory) expect(apart).toEqual(expect.arrayContaining(codes))
    }),
    fuzzOptions,
  )
})

test('every part of the format is described in a full sentence', () => {
  const descriptions = [...JSON.stringify(schema).matchAll(/"description":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, words]) => words,
  )
  expect(descriptions.length).toBeGreaterThan(30)
  expect(descriptions.filter((words = '') => !/^[A-Z].*\.$/.test(words))).toEqual([])
})
