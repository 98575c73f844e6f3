import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
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

const line = (tags: object, ...coordinates: readonly (readonly [number, number])[]) => ({
  type: 'Feature',
  properties: tags,
  geometry: { type: 'LineString', coordinates },
})

test.each([
  [
    'another town’s',
    { type: 'FeatureCollection', features: [line({ highway: 'primary' }, [2, 48], [2.01, 48])] },
    /has no streets near the story’s places; export 38\.99\d,35\.94\d,39\.01\d,35\.96\d \(west/,
  ],
  ['an empty one', { type: 'FeatureCollection', features: [] }, /has no streets: export the lines and areas/],
  [
    'one without tags',
    { type: 'FeatureCollection', features: [line({}, [39, 35.95], [39.01, 35.95])] },
    /has no streets: export/,
  ],
  ['something else', { type: 'Topology' }, /is no FeatureCollection: it should be GeoJSON or JSON of Overpass/],
  ['no JSON at all', 'PK\u0003', /is neither JSON nor XML/],
  ['XML of something else', '<gpx></gpx>', /is not OpenStreetMap’s XML/],
])('a file of streets that is %s is refused, with what to do, and nothing is written', async (_, content, message) => {
  for (const file of ['raqqa.geojson', 'raqqa.lock.json']) copyFileSync(join('geo', file), join(folder, 'geo', file))
  writeFileSync(join(folder, 'export.geojson'), typeof content === 'string' ? content : JSON.stringify(content))
  const { status, out, errors } = await articleMap('basemap raqqa --streets export.geojson', { folder })
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(errors).toMatch(message)
  expect(existsSync(join(folder, 'geo/raqqa.streets.json'))).toBe(false)
})

test('streets are written beside the story, hostile names and broken lines left out', async () => {
  for (const file of ['raqqa.geojson', 'raqqa.lock.json']) copyFileSync(join('geo', file), join(folder, 'geo', file))
  const features = [
    line({ highway: 'primary', name: 'Tell Abiad Street' }, [39, 35.95], [39.02, 35.95]),
    line({ highway: 'primary', name: '\u202eevil\u0007' }, [39, 35.952], [39.02, 35.952]),
    line({ highway: 'primary' }, [39, 35.95], [NaN, 200]),
    { type: 'Feature', properties: null, geometry: null },
  ]
  writeFileSync(join(folder, 'export.geojson'), JSON.stringify({ type: 'FeatureCollection', features }))
  const { status, out } = await articleMap('basemap raqqa --streets export.geojson', { folder })
  expect({ status, out }).toEqual({
    status: 0,
    out: expect.stringMatching(/^geo.raqqa\.streets\.json: 0\.\d kB gzip, 1 names\n$/),
  })
  expect(readFileSync(join(folder, 'geo/raqqa.streets.json'), 'utf8')).not.toContain('evil')
})
