import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { licensesFile, thirdPartyLicenses } from '../../src/build/third-party-licenses.ts'

let root = ''
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'article-map-'))))
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** Builds a program that holds one package. @param license its files of that kind */
async function buildWith(license: Readonly<Record<string, string>>): Promise<string> {
  write('package.json', '{ "name": "own", "version": "1.0.0", "license": "MIT" }')
  write('LICENSE', 'Copyright (c) Us')
  write('program.js', "#!/usr/bin/env node\nimport { answer } from 'other'\nconsole.log(answer)\n")
  write('node_modules/other/index.js', 'export const answer = globalThis.answer')
  const manifest = { name: 'other', version: '2.3.4', type: 'module', main: 'index.js', license: 'ISC' }
  write('node_modules/other/package.json', JSON.stringify(manifest))
  for (const [file, text] of Object.entries(license)) write(`node_modules/other/${file}`, text)
  const rolldownOptions = { input: join(root, 'program.js'), output: { entryFileNames: 'program.js' } }
  const options = { outDir: join(root, 'dist'), minify: true, rolldownOptions }
  await build({ root, configFile: false, logLevel: 'silent', plugins: [thirdPartyLicenses()], build: options })
  return readFileSync(join(root, 'dist', 'program.js'), 'utf8')
}

test('a script names each package that it holds, and the licence stands beside it in full', async () => {
  const text = 'ISC License\n\nCopyright (c) 2020, Them\n\nPermission to use …'
  const script = await buildWith({ LICENSE: text })
  expect(script.split('\n').slice(0, 3)).toEqual([
    '#!/usr/bin/env node',
    '/*! own 1.0.0; MIT; Copyright (c) Us */',
    '/*! other 2.3.4; ISC; Copyright (c) 2020, Them */',
  ])
  expect(readFileSync(join(root, 'dist', licensesFile), 'utf8')).toContain(`other 2.3.4 (ISC)\n\n${text}`)
})

test('a package without a licence’s text ends the build', async () => {
  await expect(buildWith({})).rejects.toThrow('The package other 2.3.4 has no licence to go with what is built.')
})
