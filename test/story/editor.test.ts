import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getLanguageService, TextDocument } from 'vscode-json-languageservice'
import { readFixture } from './fixture.ts'

const uri = 'file:///story.schema.json'
const schema = readFileSync(join(import.meta.dirname, '../../geo/story.schema.json'), 'utf8')
const service = getLanguageService({ schemaRequestService: () => Promise.resolve(schema) })
service.configure({ validate: true, schemas: [{ uri, fileMatch: ['*.geojson'] }] })

const story = readFixture('good/everything.geojson')

/** What an editor says of a story that has `to` in place of `from`. */
async function messagesOf(from: string | RegExp, to: string): Promise<string[]> {
  const text = story.replace(from, to)
  expect(text).not.toBe(story)
  const document = TextDocument.create('file:///story.geojson', 'json', 1, text)
  const problems = await service.doValidation(document, service.parseJSONDocument(document))
  return problems.map(({ message }) => (typeof message === 'string' ? message : message.value))
}

test('an editor has nothing to say of a good story, and knows where its schema is', async () => {
  const document = TextDocument.create('file:///story.geojson', 'json', 1, story)
  expect(await service.doValidation(document, service.parseJSONDocument(document))).toEqual([])
})

test.each<[string, RegExp, string, RegExp]>([
  [
    'a misspelt type of geometry',
    /"Point"/,
    '"Pont"',
    /"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"/,
  ],
  [
    'a precision that there is not',
    /"precision": "\w+"/,
    '"precision": "vague"',
    /"exact", "approximate", "city", "region"/,
  ],
  [
    'a language by its name',
    /"inLanguage": "[^"]+"/,
    '"inLanguage": "english"',
    /^This must be a BCP 47 language tag, such as "en"/,
  ],
  [
    'an id with a space',
    /"id": "[^"]+"/,
    '"id": "Main hospital"',
    /^This may have small letters of English, digits, and single hyphens/,
  ],
  [
    'a date in words',
    /"datePublished": "[^"]+"/,
    '"datePublished": "18 October 2017"',
    /^This must be a date such as "2017-10-18"/,
  ],
  ['an address without a scheme', /"url": "https:[^"]+"/, '"url": "www.example.org"', /^This must be a full address/],
  ['an empty name', /"name": "[^"]+"/, '"name": " "', /^This must not be empty\.$/],
  ['a misspelt member', /"note":/, '"notes":', /write "note"/],
  ['a member in other letters', /"localName":/, '"local_name":', /write "localName"/],
  ['a member of another format', /"inLanguage":/, '"lang":', /write "inLanguage"/],
])('of %s an editor says what to write, and no regular expression', async (_, from, to, said) => {
  const messages = await messagesOf(from, to)
  expect(messages).toContainEqual(expect.stringMatching(said))
  expect(messages.join('\n')).not.toMatch(/\\d|\^\[|\(\?/)
})

test('an editor tells what a member means where the pointer rests on it', async () => {
  const document = TextDocument.create('file:///story.geojson', 'json', 1, story)
  const position = document.positionAt(story.indexOf('"precision"') + 2)
  const hover = await service.doHover(document, position, service.parseJSONDocument(document))
  expect(JSON.stringify(hover)).toContain('How well the position is known')
})
