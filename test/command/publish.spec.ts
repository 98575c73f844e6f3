import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type DraftProcess, startDrafts } from '../draft-process.ts'
import { startServers } from '../server.ts'

// The program `article-map` in a folder that holds stories and nothing else.
const root = join(import.meta.dirname, '..', '..')
const program = join(root, 'dist', 'cli.js')

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'article-map-paper-'))
  mkdirSync(join(folder, 'geo'))
  copyFileSync(join(root, 'test', 'fixture', 'good', 'smallest.geojson'), join(folder, 'geo', 'storm.geojson'))
})
test.afterEach(() => rmSync(folder, { recursive: true }))

const storm = () => join(folder, 'geo', 'storm.geojson')
const change = (before: string, after: string): void =>
  writeFileSync(storm(), readFileSync(storm(), 'utf8').replace(before, after))

function run(...args: readonly string[]) {
  const env = { ...process.env, ARTICLE_MAP_URL: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, out: stdout, errors: stderr }
}

/** Starts the server of drafts on a port that is free. */
const start = (): Promise<DraftProcess> => startDrafts([program, 'start', '--port', '0'], folder)

test('build makes the pages, and all that belongs to them, which any static server can serve', async ({ page }) => {
  expect(run('build', '--url', 'https://maps.example')).toEqual({
    status: 0,
    out: expect.stringMatching(/^geo\/storm\.basemap\.json: drew the map .*\ndist\/storm\/index\.html: built\n$/s),
    errors: 'geo/storm.geojson: its quotes are not verified: check it with --article FILE --lock\n',
  })
  const out = join(folder, 'dist')
  expect(readdirSync(folder).toSorted()).toEqual(['dist', 'geo'])
  expect(readdirSync(out).toSorted()).toEqual([
    'THIRD-PARTY-LICENSES.txt',
    'article-map-host.js',
    'article-map.js',
    'index.html',
    'storm',
    'story.schema.json',
  ])
  const files = ['basemap.json', 'card.png', 'icon.png', 'index.html', 'oembed.json', 'story.geojson']
  expect(readdirSync(join(out, 'storm')).toSorted()).toEqual([...files, 'dark', 'light', 'place'].toSorted())
  expect(readFileSync(join(out, 'storm', 'index.html'), 'utf8')).toContain('https://maps.example/storm/card.png')
  const servers = await startServers(out)
  await page.route(/^https:/, (route) => route.abort())
  await page.goto(`${servers.maps}/storm/`)
  await page.getByRole('button', { name: /^Place 1: / }).click()
  await expect(page.getByRole('dialog').getByRole('blockquote')).toBeVisible()
  await servers.close()

  // Again, into the same folder: it is replaced.
  writeFileSync(join(out, 'old.txt'), '')
  change('"swisstopo"', '""')
  expect(run('build')).toMatchObject({ status: 1, errors: expect.stringContaining('source: must not be empty') })
  expect(readdirSync(out)).toContain('old.txt')
  change('""', '"swisstopo"')
  expect(run('build').status).toBe(0)
  expect(readdirSync(out)).not.toContain('old.txt')
})

test('build replaces nothing but what it has built, and says what it lacks', () => {
  mkdirSync(join(folder, 'public'))
  writeFileSync(join(folder, 'public', 'index.html'), '')
  for (const out of ['public', 'geo', '.', '..']) {
    const errors = expect.stringContaining(`article-map: ${out} holds other things than built maps`)
    expect(run('build', '--out', out)).toMatchObject({ status: 2, errors })
  }
  expect(run('build', '--url', 'maps')).toMatchObject({ status: 2, errors: expect.stringContaining('--url must be') })
  const nowhere = expect.stringMatching(/^nowhere: .*it should be the folder of the stories\n$/)
  expect(run('build', '--folder', 'nowhere')).toMatchObject({ status: 1, errors: nowhere })
  rmSync(storm())
  expect(run('build')).toMatchObject({ status: 1, errors: 'geo: there is no story: article-map new makes one\n' })
  expect(readdirSync(folder).toSorted()).toEqual(['geo', 'public'])
})

test('start shows a story while it is written, with what is left to do, and again when it is saved', async ({
  page,
}) => {
  expect(run('basemap', 'storm').status).toBe(0)
  change('"swisstopo"', '""')
  const server = await start()
  try {
    await page.route(/^https:/, (route) => route.abort())
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${server.url}storm/?tiles=off`)
    const panel = page.locator('.issues')
    await expect(panel.getByRole('listitem')).toHaveText([/source must not be empty/])
    const scale = page.locator('article-map [class="scale"]').first()
    await expect(scale).toBeVisible()
    const opening = await scale.textContent()
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    await expect(scale).not.toHaveText(opening ?? '')
    const zoomedIn = (await scale.textContent()) ?? ''
    change('"source": ""', '"source": "swisstopo"')
    await expect(panel).toHaveCount(0)
    await expect(scale).toHaveText(zoomedIn)
    expect(complaints).toEqual([])
    writeFileSync(storm(), '{')
    await expect(panel).toBeVisible()
    writeFileSync(join(folder, 'geo', 'flood.geojson'), '{}')
    await page.goto(server.url)
    await expect(page.getByRole('link')).toHaveText(['flood', 'storm'])
  } finally {
    server.stop()
  }
})

test('what is not published yet is served to this machine’s own pages alone', async () => {
  const server = await start()
  const statusFor = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(`${server.url}storm/story.geojson`, { headers: { host } }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end()
    })
  const { host } = new URL(server.url)
  expect(await Promise.all(['evil.example', host].map(statusFor))).toEqual([403, 200])
  server.stop()
})
