import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

test('a story may be written in any format, and code in ours alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  mkdirSync(join(folder, 'geo'))
  writeFileSync(join(folder, 'geo', 'storm.geojson'), '{"type":\n   "FeatureCollection"}')
  writeFileSync(join(folder, 'code.ts'), 'export const a   = 1;')
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { lint: string } }
  const [lint = ''] = scripts.lint.split(' && ')
  const args = [...lint.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '').slice(1)
  const prettier = resolve('node_modules', 'prettier', 'bin', 'prettier.cjs')
  const { stderr } = spawnSync(process.execPath, [prettier, ...args], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toContain('code.ts')
  expect(stderr).not.toContain('storm.geojson')
  rmSync(folder, { recursive: true })
})
