import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'article-map-'))
const folder = join(root, 'stories')
const lock = join(folder, 'storm.lock.json')
const locking = [join(root, 'cli.js'), 'check', 'storm.geojson', '--article', 'article.txt', '--lock']

/** A story with many quotes, and the locks that two versions of its article give. */
const sentences = Array.from({ length: 300 }, (_, i) => `Sentence ${i} says that the road is open.`)
let [before, after] = ['', '']

beforeAll(async () => {
  const output = { entryFileNames: 'cli.js', codeSplitting: false }
  const program = { ssr: 'src/cli.ts', outDir: root, rolldownOptions: { output } }
  await build({
    configFile: false,
    logLevel: 'silent',
    build: program,
    ssr: { noExternal: true, external: ['@resvg/resvg-js'] },
  })
  const quotes = sentences.map((exact) => ({ exact }))
  const properties = { name: 'Airolo', quotes, precision: 'city', accuracy: 500, source: 'swisstopo' }
  const geometry = { type: 'Point', coordinates: [8.612, 46.529] }
  const features = [{ type: 'Feature', id: 'airolo', geometry, properties }]
  mkdirSync(folder)
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(
    join(folder, 'storm.geojson'),
    JSON.stringify({ type: 'FeatureCollection', article: { headline: 'Storm' }, features }),
  )
  const lockWith = (first: string): string => {
    writeFileSync(join(folder, 'article.txt'), [first, ...sentences].join('\n\n'))
    expect(spawnSync(process.execPath, locking, { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 })
    return readFileSync(lock, 'utf8')
  }
  before = lockWith('The road.')
  after = lockWith('The road, mended.')
})
afterAll(() => rmSync(root, { recursive: true }))

test('a check that is killed while it writes the lock leaves the old lock, or the new one', async () => {
  expect(before).not.toBe(after)
  const others: string[] = []
  for (let i = 0; i < 20; i++) {
    writeFileSync(lock, before)
    const child = spawn(process.execPath, locking, { cwd: folder })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    // At the first sign that something is written, at the second and so on.
    let signs = i % 4
    const watcher = watch(folder, () => {
      if (signs-- <= 0) child.kill('SIGKILL')
    })
    await ended
    watcher.close()
    const found = readFileSync(lock, 'utf8')
    if (found !== before && found !== after) others.push(`${found.length} characters`)
  }
  expect(others).toEqual([])
})

/** Runs a program that may write no file of more than 8 kB: the disk is full, as far as it can tell. */
function runOnFullDisk(args: readonly string[]) {
  return spawnSync('sh', ['-c', 'ulimit -f 16 && exec "$@"', 'sh', process.execPath, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
}

// Windows has no such limit.
test.skipIf(process.platform === 'win32')('a lock that cannot be written leaves the old one as it was', () => {
  writeFileSync(lock, before)
  const files = readdirSync(folder)
  const { status, stderr } = runOnFullDisk(locking)
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'article-map: storm.lock.json: cannot be written: it would be too large\n',
  })
  expect(readFileSync(lock, 'utf8')).toBe(before)
  expect(readdirSync(folder)).toEqual(files)
})

test.skipIf(process.platform === 'win32')('a new story that cannot be written leaves no file', () => {
  const places = join(root, 'places.txt')
  writeFileSync(places, sentences.join('\n'))
  const { status, stderr } = runOnFullDisk([
    join(root, 'cli.js'),
    'new',
    'flood',
    '--places',
    places,
    '--folder',
    'geo',
  ])
  expect(status).toBe(2)
  expect(stderr).toContain('flood.geojson: cannot be written')
  expect(readdirSync(join(folder, 'geo'))).toEqual([])
})
