import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { articleMap } from './article-map.ts'

const article =
  'Fighters left Raqqa in Syria on Tuesday.\r\n\r\nThe Syrian army is in Aleppo, and in Aleppo\u2019s suburbs.\n'

function folderWith(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  writeFileSync(join(folder, name), content)
  return folder
}

test('the places of an article are told once each, with what else a name may be, and no demonyms', async () => {
  const { status, out } = await articleMap('places article.txt', { folder: folderWith('article.txt', article) })
  expect(status).toBe(0)
  expect(out.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
    'Raqqa (once): Ar Raqqah, Raqqa, Syria: town, 180,000 inhabitants, 35.955 39.01, GeoNames 172955 (CC BY 4.0)',
    'Syria (once): Syria: country, 35 38, world-countries (ODbL)',
    'Aleppo (2 times): Aleppo, Syria: town, 1,600,000 inhabitants, 36.2 37.16, GeoNames 170063 (CC BY 4.0)',
    '',
  ])
  expect(out).toContain('    or Raqqa, Syria: region, 36.16 38.94')
})

test('as JSON, offsets are those of the file, also where its lines end as Windows ends them', async () => {
  const { out } = await articleMap('places article.txt --format json', { folder: folderWith('article.txt', article) })
  const { mentions } = JSON.parse(out) as { mentions: { start: number; end: number; text: string; kind: string }[] }
  expect(mentions.map(({ start, end }) => article.slice(start, end))).toEqual([
    'Raqqa',
    'Syria',
    'Syrian',
    'Aleppo',
    'Aleppo',
  ])
  expect(mentions.map(({ kind }) => kind)).toEqual(['town', 'country', 'demonym', 'town', 'town'])
  expect(mentions[0]).toMatchObject({
    text: 'Raqqa',
    lat: 35.955,
    lon: 39.01,
    candidates: [
      { name: 'Ar Raqqah', kind: 'town', country: 'SY', region: 'Raqqa', population: 180_000 },
      { name: 'Raqqa', kind: 'region' },
    ],
  })
})

test('of a web page, the article is read and nothing else', async () => {
  const page = '<html><body><nav>Berlin</nav><article><h1>Storm</h1><p>It rains in Aleppo.</p></article></body></html>'
  const { out, errors } = await articleMap('places page.html', { folder: folderWith('page.html', page) })
  expect(out).toMatch(/^Aleppo \(once\)/)
  expect(out).not.toContain('Berlin')
  expect(errors).toContain('read 1 paragraph')
})

test('lines of JSON are answered by a line each, in their order', async () => {
  const input = ['In Aleppo it rains.', '', 'Il pleut à Lyon, dans la ville et sur les routes.']
    .map((text) => JSON.stringify({ text, id: 7 }))
    .join('\n')
  const { status, out } = await articleMap('places --format jsonl', { input })
  const texts = out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { mentions: { text: string }[] }).mentions.map(({ text }) => text))
  expect({ status, texts }).toEqual({ status: 0, texts: [['Aleppo'], [], ['Lyon']] })
})

test.each([
  ['places', '', 'find the places of which article?'],
  ['places nowhere.txt', '', 'nowhere.txt'],
  ['places - --format xml', 'Aleppo', '--format must be text, json or jsonl, got "xml"'],
  ['places - --language xx', 'Aleppo', '--language must be ar, de, en, es, fr, tr, got "xx"'],
  ['places article.txt --format jsonl', '', 'name no article'],
  ['places --format jsonl', '{"text": "Aleppo"}\n{"txt": 1}', 'line 2 must have a member "text"'],
  ['places --format jsonl', '{', 'line 1 is not JSON'],
])('article-map %s is refused with what is wrong', async (command, input, message) => {
  const { status, errors } = await articleMap(command, { input })
  expect({ status, errors }).toEqual({ status: 2, errors: expect.stringContaining(message) as string })
})
