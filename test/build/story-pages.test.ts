import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
afterAll(() => rmSync(folder, { recursive: true }))

const out = join(folder, 'dist')
const program = [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--outDir', out]
const environmentFor = (stories: string, siteUrl?: string) => ({
  ...process.env,
  ARTICLE_MAP_STORIES: stories,
  ARTICLE_MAP_URL: siteUrl,
  NO_COLOR: '1',
})

function build(stories: string, siteUrl?: string) {
  return spawnSync(process.execPath, program, { env: environmentFor(stories, siteUrl), encoding: 'utf8' })
}

/** Starts a build, and gives its exit status, or the signal that ended it. */
function startBuild(stories: string) {
  const child = spawn(process.execPath, program, { env: environmentFor(stories), stdio: 'ignore' })
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('exit', (status, signal) => resolve(signal ?? status))
  })
  return { child, ended }
}

/** What is in the output, and beside it. */
function readOutput(): { readonly files: readonly string[]; readonly drafts: readonly string[] } {
  return {
    files: readdirSync(out, { recursive: true }).map(String).toSorted(),
    drafts: readdirSync(folder).filter((name) => name.startsWith('.dist')),
  }
}

test(
  'a folder of stories becomes a page for each, with all that goes with it, and a list',
  { timeout: 120_000 },
  () => {
    const { status, stderr } = build('test/fixture/good', 'https://maps.example.org/of/')
    expect(stderr).not.toContain('error')
    expect(stderr.match(/smallest\.geojson: its quotes are not verified/g)).toHaveLength(1)
    expect(stderr).not.toContain('locked.geojson')
    expect(status).toBe(0)
    for (const file of readdirSync('test/fixture/good').filter((name) => name.endsWith('.geojson'))) {
      const name = file.replace('.geojson', '')
      expect(readdirSync(join(out, name)).toSorted()).toEqual([
        'basemap.json',
        'card.png',
        'dark',
        'icon.png',
        'index.html',
        'light',
        'oembed.json',
        'place',
        'story.geojson',
      ])
      expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain(`href="${name}/"`)
    }
    const { thumbnail_url: picture } = JSON.parse(readFileSync(join(out, 'locked', 'oembed.json'), 'utf8'))
    expect(picture).toBe('https://maps.example.org/of/locked/card.png')
    const { html } = JSON.parse(readFileSync(join(out, 'locked', 'place', 'andermatt', 'dark', 'oembed.json'), 'utf8'))
    expect(html).toContain('src="https://maps.example.org/of/locked/?place=andermatt&amp;theme=dark"')
    expect(readdirSync(join(out, 'locked', 'place', 'andermatt', 'dark'))).toContain('index.html')
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

test(
  'a story with errors is not built: its file, line and column are named, and the output stays',
  {
    timeout: 60_000,
  },
  () => {
    for (const name of ['accuracy-zero', 'accuracy-text']) {
      copyFileSync(join('test/fixture/bad', `${name}.geojson`), join(folder, `${name}.geojson`))
    }
    const before = readOutput()
    const { status, stderr } = build(folder)
    const lines = stderr.trim().split('\n').slice(-2)
    expect(status).toBe(1)
    expect(lines).toEqual([
      expect.stringMatching(/accuracy-text\.geojson:17:21 features\[0\]\.properties\.accuracy: must be a number/),
      expect.stringMatching(/accuracy-zero\.geojson:17:21 features\[0\]\.properties\.accuracy: must be a number/),
    ])
    expect(lines[0]).toMatch(new RegExp(`^${relative('.', folder).replaceAll('\\', '/')}`))
    expect(readOutput()).toEqual(before)
    expect(before).toMatchObject({ drafts: [], files: expect.arrayContaining(['locked']) })
  },
)

test(
  'an unfinished story stops no other: the good ones are built, the bad ones named, and the exit status is 1',
  { timeout: 120_000 },
  () => {
    copyFileSync('test/fixture/good/smallest.geojson', join(folder, 'smallest.geojson'))
    copyFileSync('test/fixture/good/smallest.geojson', join(folder, 'My story.geojson'))
    const { status, stderr } = build(folder)
    expect(status).toBe(1)
    expect(stderr.slice(stderr.indexOf('Not built')).trim().split('\n')).toEqual([
      'Not built, as they have errors:',
      expect.stringMatching(/My story\.geojson: a story’s name must be small letters/),
      expect.stringMatching(/accuracy-text\.geojson:17:21 features\[0\]\.properties\.accuracy: must be a number/),
      expect.stringMatching(/accuracy-zero\.geojson:17:21 features\[0\]\.properties\.accuracy: must be a number/),
    ])
    expect(readOutput().files).toEqual(expect.arrayContaining([join('smallest', 'index.html'), 'cli.js']))
    expect(readOutput().files).not.toContain('accuracy-text')
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('href="smallest/"')
  },
)

test(
  'a build that is killed leaves the output as it was; of two at once, one stays whole',
  { timeout: 120_000 },
  async () => {
    const before = readOutput()
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      const { child, ended } = startBuild('geo')
      const watcher = watch(folder, () => void child.kill(signal))
      await ended
      watcher.close()
      expect(readOutput().files).toEqual(before.files)
      // What is killed outright tidies nothing up: the next build does.
      expect(readOutput().drafts.length).toBe(signal === 'SIGKILL' ? 1 : 0)
    }
    expect(await Promise.all([startBuild('geo').ended, startBuild('geo').ended])).toEqual([0, 0])
    expect(readOutput()).toMatchObject({
      drafts: [],
      files: expect.arrayContaining(['cli.js', 'd.ts', 'index.html', join('raqqa', 'card.png')]),
    })
    expect(readOutput().files).not.toContain('locked')
  },
)
