import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

/** What a reader's browser, or a publisher's page, has to fetch: at most so many bytes, compressed. */
const budgets = [
  { file: 'dist/raqqa/index.html', most: 88_000 },
  { file: 'geo/raqqa.basemap.json', most: 24_000 },
  { file: 'dist/article-map.js', most: Infinity },
  { file: 'dist/article-map-host.js', most: Infinity },
] as const

for (const { file, most } of budgets) {
  const limit = most === Infinity ? 'is there' : `is at most ${most / 1000} kB`
  test(`${file}, compressed, ${limit}`, { tag: '@desktop' }, () => {
    const size = gzipSync(readFileSync(join(import.meta.dirname, '..', file)), { level: 9 }).length
    console.log(`    ${file}: ${size} bytes${most === Infinity ? '' : ` of ${most}`}, gzip`)
    expect(size).toBeLessThanOrEqual(most)
  })
}
