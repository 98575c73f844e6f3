import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

/** The rooms of src/, and which other rooms each may import. What lies directly in src/ may import all of them. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  story: [],
  words: ['story'],
  cartography: ['story'],
  gazetteer: ['story', 'words'],
  view: ['story', 'words', 'cartography'],
  map: ['story', 'cartography'],
  embed: ['story', 'words'],
  element: ['story', 'words', 'cartography', 'view', 'map', 'embed'],
  build: ['story', 'words', 'cartography', 'gazetteer', 'view', 'embed'],
  command: ['story', 'words', 'cartography', 'gazetteer', 'build'],
}

const src = join(import.meta.dirname, '..', 'src')
const paths = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/'))
const texts = new Map(paths.map((path) => [path, readFileSync(join(src, path), 'utf8')]))

/** What a file imports, with or without a name, for its types only or while it runs: `['leaflet', '../story/story.ts']`. */
function specifiersOf(path: string): string[] {
  const found = texts
    .get(path)
    ?.matchAll(/^(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm)
  return path.endsWith('.ts') ? [...(found ?? [])].map(([, still = '', lazy = '']) => still || lazy) : []
}

/** The files of src/ that a file imports. */
function importsOf(path: string): string[] {
  return specifiersOf(path)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier.replace(/\?.*/, '')))
    .filter((target) => !target.startsWith('..'))
}

const roomOf = (path: string): string | undefined => (path.includes('/') ? path.split('/')[0] : undefined)

test('every folder of src/ is a room of the table', () => {
  expect(new Set(paths.map(roomOf).filter((room) => room !== undefined && !(room in rooms)))).toEqual(new Set())
})

test('a room imports only the rooms that the table allows it', () => {
  const trespasses = paths.flatMap((path) => {
    const room = roomOf(path)
    const allowed = room === undefined ? Object.keys(rooms) : [room, ...(rooms[room] ?? [])]
    const open = (target: string): boolean => roomOf(target) === room || allowed.includes(roomOf(target) ?? '')
    return importsOf(path)
      .filter((target) => !open(target))
      .map((target) => `${path} imports ${target}`)
  })
  expect(trespasses).toEqual([])
})

test('every import of a file names a file that is there', () => {
  const missing = paths.flatMap((path) =>
    importsOf(path)
      .filter((target) => !texts.has(target))
      .map((target) => `${path} imports ${target}`),
  )
  expect(missing).toEqual([])
})

test('no file imports itself by way of others', () => {
  const done = new Set<string>()
  const cycleThrough = (path: string, way: readonly string[]): string | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path].join(' → ')
    if (done.has(path)) return undefined
    const cycle = importsOf(path)
      .map((target) => cycleThrough(target, [...way, path]))
      .find(Boolean)
    done.add(path)
    return cycle
  }
  expect(paths.map((path) => cycleThrough(path, [])).find(Boolean)).toBeUndefined()
})

test('only the map knows Leaflet', () => {
  const guests = paths.filter((path) => specifiersOf(path).some((specifier) => /^leaflet\b/.test(specifier)))
  expect(guests.filter((path) => roomOf(path) !== 'map')).toEqual([])
})

/** What the compiler says of some modules, with no other globals than those of some of its libraries. */
function compile(modules: readonly string[], lib: string, types: string): string {
  const options =
    `--ignoreConfig --noEmit --strict --target es2022 --lib ${lib} --types ${types} --module esnext ` +
    '--moduleResolution bundler --allowImportingTsExtensions --resolveJsonModule --skipLibCheck'
  const tsc = join(src, '..', 'node_modules', 'typescript', 'bin', 'tsc')
  return spawnSync(process.execPath, [tsc, ...options.split(' '), ...modules], { cwd: src, encoding: 'utf8' }).stdout
}

test('stories, words, cartography and the gazetteer need no document: they compile where there is no DOM', () => {
  const pure = paths.filter((path) => /^(story|cartography|words|gazetteer)\/.*\.ts$/.test(path))
  expect(compile(pure, 'es2023', 'node')).toBe('')
})

test('what readers get needs nothing that browsers of 2022 lack', () => {
  // Of later versions what those have, and what is only asked for where it is.
  const lib = 'es2020,es2021.intl,es2022.error,es2022.intl,dom,dom.iterable'
  const entries = ['article-map.ts', 'page.ts', 'host.ts']
  expect(compile(entries, lib, 'vite/client')).toBe('')
  // The compiler's DOM is of one version.
  const later = /\.(?:checkVisibility|getHTML|setHTML|moveBefore)\b/
  const inBrowsers = [...texts].filter(([path]) => !/^(?:build|command)\//.test(path))
  expect(inBrowsers.filter(([, text]) => later.test(text)).map(([path]) => path)).toEqual([])
})

test('what runs in a browser needs nothing of Node', () => {
  const bound = paths.filter((path) => specifiersOf(path).some((specifier) => specifier.startsWith('node:')))
  expect(bound.filter((path) => !['build', 'command'].includes(roomOf(path) ?? '') && path !== 'cli.ts')).toEqual([])
})

test('nothing makes markup or code out of text', () => {
  const forbidden =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|document\.write(?:ln)?|eval\(|new Function\()/
  expect([...texts].filter(([, text]) => forbidden.test(text)).map(([path]) => path)).toEqual([])
})

test('a file is named by a noun in kebab-case, and not by what it helps with', () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.[a-z]+$/
  const vague = /(^|-)(utils?|helpers?|common|misc|lib)\b/
  const names = paths.flatMap((path) => path.split('/'))
  expect(names.filter((name) => vague.test(name) || (name.includes('.') && !kebab.test(name)))).toEqual([])
})
