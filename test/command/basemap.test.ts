import { mkdirSync, mkdtempSync, copyFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { fixtures } from '../story/fixture.ts'
import { articleMap } from './article-map.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  mkdirSync(join(folder, 'geo'))
})

test.each([
  ['basemap', 'draw the basemap of which story? Name it, such as raqqa'],
  ['basemap storm --scale 10m', "Unknown option '--scale'"],
  ['basemap storm --folder', "'--folder <value>' argument missing"],
])('wrong use (%s) gives status 2, says what to do, and how to find out more', async (args, message) => {
  const { status, out, errors } = await articleMap(args, { folder })
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(errors).toContain(message)
  expect(errors).toContain('article-map --help says how to use it.')
})

test.each(['storm', 'storm.geojson', 'geo/storm.geojson'])(
  'a story that is not there (%s) gives status 2 and is named as it lies in the folder of the stories',
  async (name) => {
    const errors = `article-map: ${join('geo', 'storm.geojson')}: there is no such file\n`
    expect(await articleMap(`basemap ${name}`, { folder })).toEqual({ status: 2, out: '', errors })
  },
)

test('a story with errors gives status 1 and its issues, and no basemap', async () => {
  copyFileSync(join(fixtures, 'bad/source-missing.geojson'), join(folder, 'geo/storm.geojson'))
  const { status, out, errors } = await articleMap('basemap storm', { folder })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(errors).toMatch(/^The story has errors; article-map check says where:\n13:21 .*source: is missing/)
  expect(existsSync(join(folder, 'geo/storm.basemap.json'))).toBe(false)
})
