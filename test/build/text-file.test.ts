import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { decodeText, mostBytes, readTextFile, writeTextFile } from '../../src/build/text-file.ts'

vi.mock('node:fs', { spy: true })

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'article-map-'))
})

test('a file is replaced by what is written, and nothing else lies beside it', () => {
  const path = join(folder, 'a.json')
  writeFileSync(path, 'old, and longer')
  writeTextFile(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['a.json'])
})

test('a link is replaced, and what it leads to is left alone', () => {
  const [path, precious] = [join(folder, 'a.json'), join(folder, 'precious.txt')]
  writeFileSync(precious, 'precious')
  symlinkSync(precious, path)
  writeTextFile(path, 'new')
  expect(readFileSync(precious, 'utf8')).toBe('precious')
  expect(lstatSync(path).isSymbolicLink()).toBe(false)
})

test('a file that may not be overwritten is not, nor is a link that leads nowhere', () => {
  const [path, link] = [join(folder, 'a.json'), join(folder, 'b.json')]
  writeFileSync(path, 'old')
  symlinkSync(join(folder, 'nowhere'), link)
  for (const there of [path, link]) {
    expect(() => writeTextFile(there, 'new', 'wx')).toThrow(`${there}: is there already, and is not overwritten`)
  }
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['a.json', 'b.json'])
})

test('on a disk without links a new file is written all the same, and no file overwritten', () => {
  const path = join(folder, 'a.json')
  const isImpossible = Object.assign(new Error(), { code: 'EPERM' })
  const hasNoLinks = (): never => {
    throw isImpossible
  }
  vi.mocked(linkSync).mockImplementationOnce(hasNoLinks).mockImplementationOnce(hasNoLinks)
  writeTextFile(path, 'new', 'wx')
  expect(() => writeTextFile(path, 'newer', 'wx')).toThrow('is there already')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['a.json'])
})

test('what cannot be written leaves nothing behind, and says why', () => {
  mkdirSync(join(folder, 'a.json'))
  writeFileSync(join(folder, 'file'), '')
  const refusals = [
    ['a.json', 'is a folder, not a file'],
    ['file/a.json', 'its folder is a file'],
    ['file/b/a.json', 'its folder is a file'],
    ['a'.repeat(300), 'has too long a name'],
  ] as const
  for (const [name, reason] of refusals) {
    const path = join(folder, name)
    expect(() => writeTextFile(path, 'new')).toThrow(`${path}: ${reason}`)
  }
  expect(readdirSync(folder)).toEqual(['a.json', 'file'])
})

test('a file of 300 MB is not read', () => {
  const path = join(folder, 'a.txt')
  writeFileSync(path, '')
  truncateSync(path, 300_000_000)
  expect(() => readTextFile(path)).toThrow(`${path}: is too large: more than 50 MB`)
  expect(() => decodeText(new Uint8Array(mostBytes + 1), 'standard input')).toThrow('standard input: is too large')
})

test.each([
  ['UTF-16 with a byte order mark', Buffer.from('\ufeffSello said', 'utf16le')],
  ['UTF-16 without one', Buffer.from('Sello said', 'utf16le')],
  ['Arabic in UTF-16', Buffer.from('قال سيلو', 'utf16le')],
  ['a NUL in a text', Buffer.from('Sello\0 said')],
])('what is no UTF-8 text is not read: %s', (_, bytes) => {
  expect(() => decodeText(bytes, 'a.txt')).toThrow(
    'a.txt: has NUL bytes, as UTF-16 has, and is not UTF-8 text; save it as UTF-8',
  )
})

test.each([
  ['%PDF-1.7\n%âãÏÓ', 'is a PDF, not text: save it as plain text in UTF-8, or as HTML'],
  ['{\\rtf1\\ansi Storm}', 'is an RTF document, not text: save it as plain text in UTF-8, or as HTML'],
  ['PK\u0003\u0004 word/document.xml', 'is a document of a word processor or a ZIP archive, not text'],
])('a file that starts with %j is told by its kind', (start, message) => {
  expect(() => decodeText(Buffer.from(start), 'article')).toThrow(`article: ${message}`)
})

test('an old Word document is told by its kind', () => {
  const bytes = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])
  expect(() => decodeText(bytes, 'a.doc')).toThrow('a.doc: is an old Word document, not text')
})
