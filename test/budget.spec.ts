import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { basemapBudget, worldBudget } from '../src/build/basemap/generator.ts'
import { streetsBudget } from '../src/build/streets/create-streets.ts'
import { gzip } from '../src/build/gzip.ts'

/**
 * What is fetched or installed: at most so many bytes, compressed. A little more than it is today, so that it does not grow
 * unseen. It stands among the browser tests, which run after the build; a file that is missing is a fault.
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

const root = join(import.meta.dirname, '..')

test('every script that is built has a budget', () => {
  const scripts = readdirSync(join(root, 'dist')).filter((file) => /\.m?js$/.test(file))
  expect(scripts.map((file) => `dist/${file}`).filter((file) => !(file in budgets))).toEqual([])
})

for (const [file, most] of Object.entries(budgets)) {
  test(`${file}, compressed, is at most ${most / 1000} kB`, () => {
    const size = gzip(readFileSync(join(root, file))).length
    console.log(`    ${file}: ${size} bytes of ${most}, gzip`)
    expect(size).toBeLessThanOrEqual(most)
  })
}
