import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a program in a Node that says that it is of another version. */
function runAs(version: string, program: string) {
  const disguise = join(folder, `${version}.cjs`)
  const versions = JSON.stringify({ node: version })
  writeFileSync(
    disguise,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, ...${versions} } })`,
  )
  return spawnSync(process.execPath, ['-r', disguise, program], { encoding: 'utf8' })
}

test.each(['12.0.0', '18.20.4', '20.11.1', '20.18.3', '21.7.3', '22.11.0'])(
  'in Node %s one sentence says which is needed, before anything else runs',
  (version) => {
    for (const program of ['src/build/node-version.cjs', 'src/cli.cjs']) {
      expect(runAs(version, program)).toMatchObject({
        status: 1,
        stdout: '',
        stderr: `article-map needs Node 20.19, 22.12 or newer, and this is Node ${version}: see nodejs.org.\n`,
      })
    }
  },
)

test.each(['20.19.0', '22.12.0', '24.0.0', '25.1.0'])('Node %s will do', (version) => {
  expect(runAs(version, 'src/build/node-version.cjs')).toMatchObject({ status: 0, stderr: '' })
})

test('every program that a user runs asks for the version first', () => {
  const { scripts, bin, engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const name of ['start', 'build', 'preview', 'check', 'new', 'add', 'basemap']) {
    expect(scripts[name]).toMatch(/^node -r \.\/src\/build\/node-version\.cjs /)
  }
  expect(scripts.test).toMatch(/^node src\/build\/node-version\.cjs && /)
  expect(bin['article-map']).toBe('./src/cli.cjs')
  expect(engines.node).toBe('^20.19.0 || >=22.12.0')
})
