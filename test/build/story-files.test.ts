import { cpSync, copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { misnamedStories, readAllPageData, readDraft, readPageData, storyNames } from '../../src/build/story-files.ts'

let root = ''
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'article-map-'))))
afterEach(() => rmSync(root, { recursive: true }))

const smallest = 'test/fixture/good/smallest.geojson'

/** A project whose folder `geo` holds the story `raqqa`, and one more file. */
function projectWith(file: string, copied = smallest): string {
  cpSync('geo', join(root, 'geo'), { recursive: true })
  copyFileSync(copied, join(root, 'geo', file))
  return join(root, 'geo')
}

test.each([
  '...geojson',
  '..geojson',
  '.geojson',
  'cli.js.geojson',
  'article-map.js.geojson',
  'index.html.geojson',
  'Raqqa.geojson',
  'über uns.geojson',
  'a--b.geojson',
])('a story with the file name %j is refused by name, and no other story', (file) => {
  const folder = projectWith(file)
  expect(storyNames(folder, root)).toEqual(['raqqa'])
  expect(misnamedStories(folder, root)).toEqual([
    expect.stringMatching(/: a story’s name must be small letters, digits and single hyphens/),
  ])
  expect(misnamedStories(folder, root)[0]).toContain(join('geo', file))
})

test('what an editor or macOS hides beside a story is no story', () => {
  const folder = projectWith('._raqqa.geojson')
  symlinkSync('somebody@somewhere.1234', join(folder, '.#raqqa.geojson'))
  expect(storyNames(folder, root)).toEqual(['raqqa'])
})

test('a broken link, a folder and a file that is no story are named, and so is a folder of stories that is not there', () => {
  const folder = projectWith('story.geojson', 'README.md')
  symlinkSync('nowhere', join(folder, 'link.geojson'))
  cpSync('src/words', join(folder, 'folder.geojson'), { recursive: true })
  const { pages, faults } = readAllPageData(folder, root)
  expect([...pages.keys()]).toEqual(['raqqa'])
  expect(faults).toEqual([
    `${join('geo', 'folder.geojson')}: is a folder, not a file`,
    `${join('geo', 'link.geojson')}: is a link to a file that is not there`,
    expect.stringContaining(`${join('geo', 'story.geojson')}:1:1 `),
  ])
  expect(() => storyNames(join(root, 'stories'), root)).toThrow('stories: there is no such file')
})

const basemap = { bounds: [0, 0, 9, 9], grids: [{ steps: 9, arcs: '??' }], labels: [], credits: [] }
const land = { kind: 'land', rank: 1, filled: true, lines: [[0]] }

test.each([
  ['{"bounds": [2', 'it is no JSON'],
  ['{}', 'its bounds must be [west, south, east, north] in degrees'],
  [JSON.stringify(basemap), 'it has no shapes'],
  [JSON.stringify({ ...basemap, shapes: [land, { ...land, kind: 'moon' }] }), 'shapes[1] is no shape'],
  [JSON.stringify({ ...basemap, shapes: [{ ...land, lines: [[1]] }] }), 'a shape has an arc that is not there'],
  [JSON.stringify({ ...basemap, shapes: [land], labels: [['town', 1, 1, '??']] }), 'labels[0] is no label'],
  [JSON.stringify({ ...basemap, shapes: [land], credits: undefined }), 'credits is no list'],
])('the broken basemap %.60j is named with its file', (text, fault) => {
  const folder = projectWith('storm.geojson')
  writeFileSync(join(folder, 'storm.basemap.json'), text)
  expect(() => readPageData(folder, 'storm', root)).toThrow(
    `${join('geo', 'storm.basemap.json')}: is not a whole basemap: `,
  )
  expect(() => readPageData(folder, 'storm', root)).toThrow(fault)
})

test('in development a broken basemap is an issue, and the map of the world stands in for it', () => {
  const folder = projectWith('storm.geojson')
  writeFileSync(join(folder, 'storm.basemap.json'), '{}')
  const { data, issues } = readDraft(folder, 'storm', root)
  expect(issues.map(({ message }) => message)).toEqual([
    expect.stringContaining(`${join('geo', 'storm.basemap.json')}: is not a whole basemap: `),
  ])
  expect(data?.story.places).toHaveLength(1)
})
