import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
afterAll(() => rmSync(folder, { recursive: true }))

function build(stories: string, siteUrl?: string) {
  const out = join(folder, 'dist')
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const env = { ...process.env, ARTICLE_MAP_STORIES: stories, ARTICLE_MAP_URL: siteUrl, NO_COLOR: '1' }
  const result = spawnSync(process.execPath, [vite, 'build', '--outDir', out], { env, encoding: 'utf8' })
  return { ...result, out }
}

test(
  'a folder of stories becomes a page for each, with all that goes with it, and a list',
  { timeout: 120_000 },
  () => {
    const { out, status, stderr } = build('test/fixture/good', 'https://maps.example.org/of/')
    expect(stderr).not.toContain('error')
    expect(stderr).toMatch(/good\Wsmallest\.geojson: its quotes are not verified/)
    expect(stderr).not.toContain('locked.geojson')
    expect(status).toBe(0)
    for (const file of readdirSync('test/fixture/good').filter((name) => name.endsWith('.geojson'))) {
      const name = file.replace('.geojson', '')
      expect(readdirSync(join(out, name)).toSorted()).toEqual([
        'basemap.json',
        'card.png',
        'index.html',
        'oembed.json',
        'story.geojson',
      ])
      expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain(`href="${name}/"`)
    }
    const { thumbnail_url: picture } = JSON.parse(readFileSync(join(out, 'locked', 'oembed.json'), 'utf8'))
    expect(picture).toBe('https://maps.example.org/of/locked/card.png')
    expect(readdirSync(out)).not.toContain('page.js')

    // What npm makes of the package's `bin`: a link to an executable file.
    const program = join(folder, 'article-map')
    symlinkSync(join(out, 'cli.js'), program)
    chmodSync(join(out, 'cli.js'), 0o755)
    expect(spawnSync(program, ['check', 'nowhere'], { cwd: folder, encoding: 'utf8' })).toMatchObject({
      status: 2,
      stderr: 'article-map: nowhere: there is no such file\n',
    })
  },
)

test('a story with errors is not built: its file, line and column are named', { timeout: 60_000 }, () => {
  for (const name of ['accuracy-zero', 'accuracy-text']) {
    copyFileSync(join('test/fixture/bad', `${name}.geojson`), join(folder, `${name}.geojson`))
  }
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  const { out, status, stderr } = build(folder)
  const lines = stderr.trim().split('\n').slice(-2)
  expect(status).toBe(1)
  expect(lines).toEqual([
    expect.stringMatching(/accuracy-text\.geojson:17:21 features\[0\]\.properties\.accuracy: must be a number/),
    expect.stringMatching(/accuracy-zero\.geojson:17:21 features\[0\]\.properties\.accuracy: must be a number/),
  ])
  expect(lines[0]).toMatch(new RegExp(`^${relative('.', folder).replaceAll('\\', '/')}`))
  expect(existsSync(out)).toBe(false)
})
