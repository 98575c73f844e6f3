import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Issue, issueCodes } from '../../src/story/issue.ts'
import { fixtures, readFixture, storyFixtures } from '../story/fixture.ts'
import { articleMap } from './article-map.ts'

test.each(storyFixtures('bad'))('the check of %s says exactly what is wrong', async (file) => {
  const { out, errors } = await articleMap(`check ${file} --article article.txt`)
  expect(errors).toBe('')
  expect(out).toBe(readFixture(file.replace('.geojson', '.txt')))
  expect(out).not.toBe('')
})

test('every kind of issue has a fixture', async () => {
  const { out } = await articleMap(`check ${storyFixtures('bad').join(' ')} --article article.txt --format json`)
  const found = new Set((JSON.parse(out) as Issue[]).map(({ code }) => code))
  expect(issueCodes.filter((code) => !found.has(code))).toEqual([])
})

test.each(storyFixtures('good'))('the check of %s is silent', async (file) => {
  expect(await articleMap(`check ${file}`)).toEqual({ status: 0, out: '', errors: '' })
})

test('errors give status 1, warnings only if asked for', async () => {
  expect((await articleMap('check bad/source-missing.geojson')).status).toBe(1)
  expect((await articleMap('check bad/decimals.geojson')).status).toBe(0)
  expect((await articleMap('check bad/decimals.geojson --strict')).status).toBe(1)
})

test('one bad story among good ones gives status 1', async () => {
  expect((await articleMap('check good/smallest.geojson bad/id-number.geojson good/locked.geojson')).status).toBe(1)
})

test('a file that cannot be read gives status 2, and the other stories are checked nevertheless', async () => {
  const { status, out, errors } = await articleMap('check nowhere.geojson bad/id-number.geojson')
  expect(status).toBe(2)
  expect(out).toBe(readFixture('bad/id-number.txt'))
  expect(errors).toBe('article-map: nowhere.geojson: there is no such file\n')
})

test('of a file that is not there, the one of almost its name is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  mkdirSync(join(folder, 'geo'))
  copyFileSync(join(fixtures, 'good/smallest.geojson'), join(folder, 'geo/elorn.geojson'))
  for (const name of ['elorn.json', 'elorn.txt', 'other.geojson']) writeFileSync(join(folder, 'geo', name), '{}')
  const errors = async (args: string) => (await articleMap(`check ${args}`, { folder })).errors
  const meant = join('geo', 'elorn.geojson')
  expect(await errors('geo/elron.geojson')).toBe(
    `article-map: ${join('geo', 'elron.geojson')}: there is no such file; did you mean ${meant}?\n`,
  )
  expect(await errors('geo/elron')).toContain('did you mean geo')
  expect(await errors(`${meant} --article geo/elorm.txt`)).toContain(`did you mean ${join('geo', 'elorn.txt')}?`)
  expect(await errors('geo/raqqa.geojson')).not.toContain('mean')
  expect(await errors('geos/elorn.geojson')).not.toContain('mean')
})

test('what a quote leaves of its sentence is shown as a reader sees it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  const said = '“nobody has seen a March like this one,” said the mayor'
  writeFileSync(join(folder, 'article.txt'), `In Ander\u00ADmatt\u00A0\u2060– ${said}, who fore\u00ADsaw it.`)
  copyFileSync(join(fixtures, 'bad/quote-typography.geojson'), join(folder, 'storm.geojson'))
  const { out } = await articleMap('check storm.geojson --article article.txt', { folder })
  expect(out).toContain('after "In Andermatt –":')
  expect(out).toContain('before ", who foresaw it.":')
})

test('for programs there is JSON also where all is well', async () => {
  expect(await articleMap('check good/smallest.geojson --format json')).toEqual({ status: 0, out: '[]\n', errors: '' })
})

test('the article can come from standard input', async () => {
  const { status, out } = await articleMap('check good/smallest.geojson --article -', { input: 'The road is open.' })
  expect(status).toBe(1)
  expect(out).toContain('does not stand in the article')
})

test('annotations for GitHub name file, line and column, and escape what would end them', async () => {
  const { out } = await articleMap('check bad/source-missing.geojson bad/decimals.geojson --format github')
  expect(out.split('\n')[0]).toBe(
    '::error file=bad/source-missing.geojson,line=13,col=21::features[0].properties.source: is missing: write who says that the place is there',
  )
  expect(out.split('\n')[1]).toMatch(/^::warning file=bad\/decimals.geojson,line=12,col=53::/)
})

test('an odd file name, a per cent sign and a line break do not end an annotation', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  writeFileSync(join(folder, 'a,b%c:d.geojson'), '{"type": "50%\\n::error::"}')
  const { out } = await articleMap('check a,b%c:d.geojson --format github', { folder })
  expect(out).toBe(
    '::error file=a%2Cb%25c%3Ad.geojson,line=1,col=10::type: must be "FeatureCollection", got "50%25\\n::error::"\n',
  )
})

test('the lock tells later, without the article, that a quote was changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  const [story, article] = [join(folder, 'storm.geojson'), join(fixtures, 'article.txt')]
  copyFileSync(join(fixtures, 'good/smallest.geojson'), story)
  expect((await articleMap(`check storm.geojson --article ${article} --lock`, { folder })).status).toBe(0)
  expect(JSON.parse(readFileSync(join(folder, 'storm.lock.json'), 'utf8'))).toMatchObject({
    version: 2,
    quotes: [{ place: 'andermatt', paragraph: 5 }],
  })
  expect(await articleMap('check storm.geojson', { folder })).toEqual({ status: 0, out: '', errors: '' })
  writeFileSync(story, readFileSync(story, 'utf8').replace('on Tuesday', 'on Monday'))
  const { status, out } = await articleMap('check storm.geojson', { folder })
  expect(status).toBe(1)
  expect(out).toContain('features[0].properties.quotes[0]: was not verified, or has changed since')
})

test('two stories whose names differ only at the end have a lock each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  copyFileSync(join(fixtures, 'good/smallest.geojson'), join(folder, 'storm.geojson'))
  const other = ['The road is expected to open on Tuesday.', 'No one was hurt there.'] as const
  writeFileSync(join(folder, 'storm.json'), readFixture('good/smallest.geojson').replace(...other))
  const article = join(fixtures, 'article.txt')
  for (const file of ['storm.geojson', 'storm.json']) {
    expect((await articleMap(`check ${file} --article ${article} --lock`, { folder })).status).toBe(0)
  }
  expect(await articleMap('check storm.geojson storm.json', { folder })).toEqual({ status: 0, out: '', errors: '' })
})

test('a story with an error gets no lock', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  copyFileSync(join(fixtures, 'bad/quote-case.geojson'), join(folder, 'storm.geojson'))
  const { status } = await articleMap(`check storm.geojson --lock --article ${join(fixtures, 'article.txt')}`, {
    folder,
  })
  expect(status).toBe(1)
  expect(() => readFileSync(join(folder, 'storm.lock.json'))).toThrow('ENOENT')
})

test.each([
  ['', 'check STORY…'],
  ['chekc a.geojson', 'there is no command "chekc"'],
  ['check', 'check which story?'],
  ['check nowhere.geojson', 'nowhere.geojson: there is no such file'],
  ['check good', 'good: is a folder, not a file'],
  ['check good/smallest.geojson/x', 'there is no such file'],
  ['check good/smallest.geojson --article nowhere.txt', 'nowhere.txt: there is no such file'],
  ['check good/smallest.geojson --article', "'--article <value>' argument missing"],
  ['check good/smallest.geojson --lock', '--lock needs the article'],
  ['check good/smallest.geojson --format xml', '--format must be text, json or github, got "xml"'],
  ['check good/smallest.geojson --frobnicate', "Unknown option '--frobnicate'"],
  ['check good/smallest.geojson --article -', 'there is no text in it'],
  ['new', 'new needs one name'],
  ['new a b', 'new needs one name'],
  ['new Raqqa!', 'got "Raqqa!": try raqqa'],
  ['new x --article - --places -', 'only one file can be standard input'],
])('wrong use (%s) gives status 2 and says what to do', async (args, message) => {
  const { status, out, errors } = await articleMap(args)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(errors).toContain(message)
  expect(errors).not.toMatch(/\n\s+at /)
})

test('what is no UTF-8 text is refused in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  writeFileSync(join(folder, 'a.geojson'), Buffer.from([0x7b, 0xff, 0xfe]))
  expect(await articleMap('check a.geojson', { folder })).toEqual({
    status: 2,
    out: '',
    errors: 'article-map: a.geojson: is not UTF-8 text; save it with that encoding\n',
  })
})

// Windows has no such files.
test.skipIf(process.platform === 'win32').each([
  ['check pipe', 'pipe'],
  ['check /dev/zero', '/dev/zero'],
  ['check storm.geojson --article pipe', 'pipe'],
  ['check storm.geojson --article /dev/zero', '/dev/zero'],
  ['check flood.geojson', 'flood.lock.json'],
  ['new gale --places pipe', 'pipe'],
  ['new gale --article /dev/tty', '/dev/tty'],
])('what may never end is not read, and not waited for: %s', async (args, path) => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  copyFileSync(join(fixtures, 'good/smallest.geojson'), join(folder, 'storm.geojson'))
  copyFileSync(join(fixtures, 'good/smallest.geojson'), join(folder, 'flood.geojson'))
  spawnSync('mkfifo', [join(folder, 'pipe')])
  symlinkSync('/dev/zero', join(folder, 'flood.lock.json'))
  expect(await articleMap(args, { folder })).toEqual({
    status: 2,
    out: '',
    errors: `article-map: ${path}: is a pipe or a device, not a file\n`,
  })
})

test('a file name is one line to a terminal, which obeys nothing in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-'))
  const name = 'a\nb\u001b]0;title\u0007\u009b2J\u202egeo.geojson'
  const shown = String.raw`a\u000ab\u001b]0;title\u0007\u009b2J\u202egeo`
  const article = join(fixtures, 'article.txt')
  const obeyed = /(?!\n)\p{Cc}|\u202e/u
  const run = (...args: string[]) => articleMap(args, { folder })
  expect((await run('check', name)).errors).toBe(`article-map: ${shown}.geojson: there is no such file\n`)
  expect((await run('check', name, '--format', 'github')).errors).toBe(
    `article-map: ${shown}.geojson: there is no such file\n`,
  )
  copyFileSync(join(fixtures, 'good/smallest.geojson'), join(folder, name))
  expect((await run('check', name, '--article', article, '--lock')).errors).toBe(
    `${shown}.lock.json: 1 quote verified\n`,
  )
  copyFileSync(join(fixtures, 'bad/source-missing.geojson'), join(folder, name))
  for (const format of ['text', 'github', 'json']) {
    const { out } = await run('check', name, '--format', format)
    expect(out).toContain('source')
    expect(out).not.toMatch(obeyed)
    expect(out).not.toContain('a\nb')
    if (format === 'json') expect((JSON.parse(out) as { file: string }[])[0]?.file).toBe(name)
  }
  expect((await run('new', 'storm', '--folder', 'c\u001b[2J')).out).not.toMatch(obeyed)
})

test('--version says which one it is', async () => {
  expect((await articleMap('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each(['--help', 'help', 'check --help', 'new -h'])('%s prints how to use the program', async (args) => {
  const { status, out } = await articleMap(args)
  expect(status).toBe(0)
  expect(out).toContain('Exit status')
})
