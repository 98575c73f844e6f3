import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { articleMap } from './article-map.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'article-map-'))
})

interface Place {
  readonly geometry: { readonly coordinates: readonly number[] }
  readonly properties: Readonly<Record<string, unknown>>
}

/** Makes a story of an article alone. */
async function make(article: string, options = '', ask?: (question: string) => Promise<string>) {
  writeFileSync(join(folder, 'article.txt'), article)
  const result = await articleMap(`new story --article article.txt ${options}`, { folder, ...(ask && { ask }) })
  const { features } = JSON.parse(readFileSync(join(folder, 'geo/story.geojson'), 'utf8')) as { features: Place[] }
  return { ...result, features, names: features.map(({ properties }) => properties['name']) }
}

const raqqa = `Fighters raise their flag

18 October 2017

Fighters of the Syrian Democratic Forces took Raqqa in northern Syria on Tuesday. They raised a flag in the city’s Al-Naim traffic circle.

Snipers held out in the municipal stadium until noon. Of Raqqa little is left, said a doctor from Deir Ezzor.
`

test('the places of a story are those of its article, in its order, with what the gazetteer knows of them', async () => {
  const { status, features, names } = await make(raqqa)
  expect(status).toBe(0)
  expect(names).toEqual(['Raqqa', 'Al-Naim traffic circle', 'Municipal stadium', 'Deir Ezzor'])
  const [town, landmark] = features
  expect(town?.properties).toMatchObject({
    localName: { value: 'الرقة', lang: 'ar' },
    precision: 'city',
    source: 'GeoNames 172955 (CC BY 4.0)',
  })
  expect(town?.geometry.coordinates.map((degrees) => Math.round(degrees))).toEqual([39, 36])
  expect(town?.properties['quotes']).toEqual([
    { exact: 'Fighters of the Syrian Democratic Forces took Raqqa in northern Syria on Tuesday.' },
    { exact: 'Of Raqqa little is left, said a doctor from Deir Ezzor.' },
  ])
  expect(landmark?.geometry.coordinates).toEqual([])
})

test('what the tool has filled in is well-formed: only the landmarks are left to do', async () => {
  const { out } = await make(raqqa)
  const left = out.split('\n').filter((line) => line.startsWith('geo/story.geojson:'))
  expect(left.map((line) => /features\[\d\][\w.]*/.exec(line)?.[0])).toEqual([
    'features[1].geometry.coordinates',
    'features[1].properties.source',
    'features[2].geometry.coordinates',
    'features[2].properties.source',
  ])
})

test('countries are places of a story only if its article names nothing smaller', async () => {
  const { names } = await make(
    'Treaty signed\n\nEgypt and Jordan have signed a treaty. Egypt will pay for the pipeline.\n',
  )
  expect(names).toEqual(['Egypt', 'Jordan'])
})

test('a place is called as the article writes it in a sentence, not as in capitals before it', async () => {
  const { features } = await make('Harbour closed\n\nGOTHENBURG — The ferry to Gothenburg did not leave on Monday.\n')
  expect(features).toHaveLength(1)
  expect(features[0]?.properties['name']).toBe('Gothenburg')
  expect(features[0]?.properties['aliases']).toBeUndefined()
})

const harbour = 'Harbour closed\n\nThe ferry did not leave on Monday. In Valencia the harbour was closed for a day.\n'

test('without a terminal the likeliest place is taken, and said', async () => {
  const { out, features } = await make(harbour)
  expect(features[0]?.properties['source']).toMatch(/^GeoNames \d+/)
  expect(out).toMatch(/"Valencia": taken for Valencia, .*; or is it Valencia, /)
})

test('in a terminal a name with two likely places is asked about; Enter takes the first, 0 none, --yes asks nothing', async () => {
  const questions: string[] = []
  const answer = (line: string) => (question: string) => {
    questions.push(question)
    return Promise.resolve(line)
  }
  const first = await make(harbour, '', answer(''))
  expect(questions[0]).toMatch(/^Which “Valencia” is it\?\n  1  Valencia, .*\n  2  Valencia, [^]*\n  0  none of them\n/)
  expect(first.out).not.toContain('taken for')
  await articleMap('new story --article article.txt --folder two', { folder, ask: answer('2') })
  const chosen = JSON.parse(readFileSync(join(folder, 'two/story.geojson'), 'utf8')) as { features: Place[] }
  expect(chosen.features[0]?.geometry).not.toEqual(first.features[0]?.geometry)
  await articleMap('new none --article article.txt', { folder, ask: answer('0') })
  expect(readFileSync(join(folder, 'geo/none.geojson'), 'utf8')).not.toContain('Valencia",')
  const asked = questions.length
  await articleMap('new yes --article article.txt --yes', { folder, ask: answer('') })
  expect(questions).toHaveLength(asked)
})
