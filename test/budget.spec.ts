import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect } from '@playwright/test'
import { basemapBudget, worldBudget } from '../src/build/basemap/generator.ts'
import { streetsBudget } from '../src/build/streets/create-streets.ts'
import { gzip } from '../src/build/gzip.ts'
import { findGrownModules } from './module-sizes.ts'
import { test } from './network.ts'

/**
 * What is fetched or installed: at most so many bytes, compressed. A little more than it is today, so that it does not grow
 * unseen; where it does, the fault names the modules. It stands among the browser tests, which run after the build; a file that is missing is a fault.
 */
const budgets = {
  // By a reader.
  'dist/raqqa/index.html': 87_000 + streetsBudget,
  // By a page that has the map as an element, or a number in its article.
  'dist/article-map.js': 91_200,
  'dist/article-map-host.js': 5_700,
  // By a page with a bundler.
  'dist/article-map-element.js': 91_200,
  'dist/article-map-define.js': 200,
  'dist/article-map-host.mjs': 5_700,
  'dist/check.js': 19_200,
  'dist/gazetteer.js': 15_400,
  'geo/gazetteer/core.gazetteer': 600_000,
  'geo/gazetteer/full.gazetteer': 2_800_000,
  // By a reporter, from npm.
  'dist/cli.js': 282_000,
  'dist/page-parts.json': 116_000,
  // Part of the page, or fetched by the element.
  'geo/raqqa.basemap.json': basemapBudget,
  'geo/raqqa.streets.json': streetsBudget,
  'geo/world.basemap.json': worldBudget,
}

/** Of which environment of vite.config.ts a file's modules are. */
const scripts = [
  [/index\.html|page-parts/, 'client'],
  [/article-map-host/, 'host'],
  [/article-map/, 'articleMap'],
  [/check/, 'check'],
  [/cli/, 'command'],
] as const

const root = join(import.meta.dirname, '..')

test('every script that is built has a budget', () => {
  const scripts = readdirSync(join(root, 'dist')).filter((file) => /\.m?js$/.test(file))
  expect(scripts.map((file) => `dist/${file}`).filter((file) => !(file in budgets))).toEqual([])
})

for (const [file, most] of Object.entries(budgets)) {
  test(`${file}, compressed, is at most ${most / 1000} kB`, async () => {
    const size = gzip(readFileSync(join(root, file))).length
    console.log(`    ${file}: ${size} bytes of ${most}, gzip`)
    const script = size > most ? scripts.find(([pattern]) => pattern.test(file)) : undefined
    const grown = script ? await findGrownModules(script[1]) : []
    expect(size, grown.slice(0, 10).join('\n')).toBeLessThanOrEqual(most)
  })
}

test('the bytes of a view are what the README says, but for a twentieth', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const views = {
    'the page, or a frame with it': ['raqqa/index.html'],
    'a frame and the host script': ['raqqa/index.html', 'article-map-host.js'],
    'the element: module, story, basemap, streets': [
      'article-map.js',
      'raqqa/story.geojson',
      'raqqa/basemap.json',
      'raqqa/streets.json',
    ],
  }
  for (const [view, files] of Object.entries(views)) {
    const contents = files.map((file) => readFileSync(join(root, 'dist', file)))
    const [requests, ...said] = readRow(readme, view)
    expect(requests, view).toBe(files.length)
    for (const [i, compress] of [gzip, brotliCompressSync].entries()) {
      const kilobytes = contents.reduce((sum, content) => sum + compress(content).length, 0) / 1000
      expect(Math.abs(kilobytes / (said[i] ?? NaN) - 1), `${view}: ${kilobytes} kB`).toBeLessThan(0.05)
    }
  }
})

/** The numbers in the row of a table of Markdown. */
function readRow(text: string, name: string): number[] {
  const row = text.split('\n').find((line) => line.startsWith(`| ${name} `))
  return (row?.split('|') ?? []).slice(2, -1).map(parseFloat)
}

/** What the opened page of Raqqa holds, all that the browser keeps for it included: as the sizes above, a little more than today. */
const counts = { nodes: 640, jsEventListeners: 50 }

test('a reader’s visit is one request, and none to anybody else', async ({ page, servers, tiles }) => {
  servers.requests.length = 0
  await page.goto(`${servers.maps}/raqqa/`)
  await page.getByRole('button', { name: 'Deir Ezzor', exact: false }).and(page.locator('.marker')).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(servers.requests).toEqual(['/raqqa/'])
  expect(tiles.requests).toEqual([])
})

test(`the opened page has at most ${counts.nodes} DOM nodes and ${counts.jsEventListeners} listeners`, async ({
  browser,
  servers,
}) => {
  // A page of its own: another test's leaves nodes behind.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${servers.maps}/raqqa/`)
  const session = await context.newCDPSession(page)
  // A locator would bring listeners of its own.
  await session.send('Runtime.evaluate', {
    expression: `new Promise((done) => {
      const look = () => (document.querySelector('.layout:not(.static)') ? done() : requestAnimationFrame(look))
      look()
    })`,
    awaitPromise: true,
  })
  await session.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  await context.close()
  console.log(`    ${nodes} nodes, ${jsEventListeners} listeners`)
  expect(nodes).toBeLessThanOrEqual(counts.nodes)
  expect(jsEventListeners).toBeLessThanOrEqual(counts.jsEventListeners)
})
