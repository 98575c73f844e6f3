import { execFile } from 'node:child_process'
import {
  cpSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { test as pageTest } from './network.ts'

// What npm would publish of the build, installed in a project that has nothing else.
test.describe.configure({ mode: 'serial' })

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)

/** Runs Node in a folder, and gives what it prints; on an error, that is what is thrown. */
async function node(folder: string, ...args: string[]): Promise<string> {
  try {
    const { stdout, stderr } = await run(process.execPath, args, { cwd: folder })
    return stdout + stderr
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(stdout + stderr)
  }
}

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')

let consumer = ''
let tarball = ''
let packed: readonly string[] = []

test.beforeAll(async () => {
  consumer = mkdtempSync(join(tmpdir(), 'article-map-consumer-'))
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }')
  // Without its scripts: the build is there already.
  const npm = ['pack', '--ignore-scripts', '--json', '--pack-destination', consumer]
  const { stdout } = await run('npm', npm, { cwd: root })
  const [pack] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[]
  if (!pack) throw new Error('npm packed nothing.')
  packed = pack.files.map(({ path }) => path)
  tarball = join(consumer, pack.filename)
  await run('tar', ['-xzf', tarball, '-C', consumer])
  // What the element needs of its dependencies: only the pages' cards need the other.
  mkdirSync(join(consumer, 'node_modules', '@types'), { recursive: true })
  symlinkSync(join(root, 'node_modules', '@types', 'geojson'), join(consumer, 'node_modules', '@types', 'geojson'))
  renameSync(join(consumer, 'package'), join(consumer, 'node_modules', 'article-map'))
})

test.afterAll(() => rmSync(consumer, { recursive: true, force: true }))

test('the package holds its modules, its program and what describes them, and no story', () => {
  expect(packed.filter((path) => !path.startsWith('dist/d.ts/')).toSorted()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/THIRD-PARTY-LICENSES.txt',
    'dist/article-map-define.js',
    'dist/article-map-element.js',
    'dist/article-map-host.js',
    'dist/article-map-host.mjs',
    'dist/article-map.js',
    'dist/check.js',
    'dist/cli.js',
    'dist/gazetteer.js',
    'dist/page-parts.json',
    'dist/story.schema.json',
    'geo/gazetteer/README.md',
    'geo/gazetteer/core.gazetteer',
    'geo/gazetteer/full.gazetteer',
    'geo/story.schema.json',
    'geo/world.basemap.json',
    'geo/world/README.md',
    'geo/world/countries-10m.layer',
    'geo/world/countries-50m.layer',
    'geo/world/islands.layer',
    'geo/world/lakes.layer',
    'geo/world/rivers.layer',
    'geo/world/towns.layer',
    'package.json',
    'src/build/card/fonts/LICENSE',
    'src/build/card/fonts/noto-sans-arabic-400.ttf',
    'src/build/card/fonts/noto-sans-arabic-700.ttf',
    'src/build/card/fonts/source-sans-3-400-italic.ttf',
    'src/build/card/fonts/source-sans-3-400.ttf',
    'src/build/card/fonts/source-sans-3-600.ttf',
    'src/build/card/fonts/source-sans-3-700.ttf',
    'src/build/card/fonts/source-serif-4-700.ttf',
    'src/build/node-version.cjs',
    'src/cli.cjs',
    'src/custom-elements.json',
  ])
})

test('publint has nothing to say against the package', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: readFileSync(tarball).buffer }, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
})

for (const name of [
  'article-map',
  'article-map/element',
  'article-map/host',
  'article-map/check',
  'article-map/gazetteer',
  'article-map/react',
]) {
  test(`importing ${name} in Node throws nothing and says nothing`, async () => {
    expect(await node(consumer, '--input-type=module', '-e', `await import('${name}')`)).toBe('')
  })
}

test('article-map.js is whole: alone in a folder, it can be imported', async () => {
  const folder = join(consumer, 'alone')
  mkdirSync(folder)
  copyFileSync(join(consumer, 'node_modules', 'article-map', 'dist', 'article-map.js'), join(folder, 'article-map.js'))
  expect(await node(folder, 'article-map.js')).toBe('')
})

test('in Node, the package gives its classes by name, and defining the element there does nothing', async () => {
  const program = `
    import { ArticleMapElement, PlaceSelectEvent, StoryErrorEvent } from 'article-map'
    import { connectArticle, connectArticles, connectFrame } from 'article-map/host'
    ArticleMapElement.define()
    const exported = [ArticleMapElement, PlaceSelectEvent, StoryErrorEvent, connectArticle, connectArticles, connectFrame]
    console.log(exported.map((value) => typeof value).join())`
  writeFileSync(join(consumer, 'program.js'), program)
  expect(await node(consumer, 'program.js')).toBe(`${Array(6).fill('function').join()}\n`)
})

test('the class of article-map/element is defined by nothing but article-map', async () => {
  // As much of a browser as defining an element takes.
  const program = `
    const names = []
    globalThis.customElements = { get: () => undefined, define: (name, element) => names.push(name, element) }
    const { ArticleMapElement } = await import('article-map/element')
    console.log(String(names.length))
    await import('article-map')
    console.log(String([names[0], names[1] === ArticleMapElement]))`
  writeFileSync(join(consumer, 'program.js'), program)
  expect(await node(consumer, 'program.js')).toBe('0\narticle-map,true\n')
})

pageTest('in a page, the check gives the issues of a story file', { tag: '@firefox' }, async ({ page, servers }) => {
  const story = readFileSync(join(root, 'geo', 'raqqa.geojson'), 'utf8')
  // A page without a policy of its own.
  await page.goto(`${servers.maps}/check.js`)
  const check = (text: string): Promise<string[]> =>
    page.evaluate(async (text) => {
      const { formatIssue, getIssues } = (await import(location.href)) as typeof import('../src/check.ts')
      return getIssues(text).map(formatIssue)
    }, text)
  expect(await check(story)).toEqual([])
  expect(await check(story.replace('"precision": "region"', '"precision": "regoin"'))).toEqual([
    expect.stringContaining('did you mean "region"?'),
  ])
})

pageTest(
  'in a page, the places of an article are found with the gazetteer of the package',
  { tag: '@firefox' },
  async ({ page, servers }) => {
    await page.route('**/core.gazetteer', (route) =>
      route.fulfill({ path: join(root, 'geo', 'gazetteer', 'core.gazetteer') }),
    )
    await page.goto(`${servers.maps}/gazetteer.js`)
    const places = await page.evaluate(async () => {
      const { findPlaces, loadGazetteer } = (await import(location.href)) as typeof import('../src/gazetteer.ts')
      const gazetteer = await loadGazetteer(await (await fetch('/core.gazetteer')).arrayBuffer())
      const mentions = findPlaces('Fighting stopped in Raqqa, and in Deir Ezzor.', { language: 'en', gazetteer })
      return mentions.map(({ text, start, candidates: [place] }) => [text, start, place?.country])
    })
    expect(places).toEqual([
      ['Raqqa', 20, 'SY'],
      ['Deir Ezzor', 34, 'SY'],
    ])
  },
)

test('in Node, the gazetteer of the package is found by its name, and finds the places of a text', async () => {
  const program = `
    import { readFile } from 'node:fs/promises'
    import { fileURLToPath } from 'node:url'
    import { findPlaces, loadGazetteer } from 'article-map/gazetteer'
    const file = fileURLToPath(import.meta.resolve('article-map/full.gazetteer'))
    const gazetteer = await loadGazetteer(await readFile(file))
    const [{ candidates: [place] }] = findPlaces('Fighting stopped in Raqqa.', { language: 'en', gazetteer })
    console.log(place.name, place.country, place.source)`
  writeFileSync(join(consumer, 'program.js'), program)
  expect(await node(consumer, 'program.js')).toBe('Ar Raqqah SY GeoNames 172955 (CC BY 4.0)\n')
})

test('in Node, the check finds a misquote in an article', async () => {
  const program = `
    import { checkStory, formatIssue, parseArticleText } from 'article-map/check'
    const place = { name: 'Airolo', precision: 'city', accuracy: 500, source: 'swisstopo', quotes: [{ exact: 'Snow fell on Airola.' }] }
    const features = [{ type: 'Feature', id: 'airolo', geometry: { type: 'Point', coordinates: [8.61, 46.53] }, properties: place }]
    const story = JSON.stringify({ type: 'FeatureCollection', article: { headline: 'Snow' }, features })
    const { issues } = checkStory(story, { article: parseArticleText('Snow fell on Airolo.') })
    console.log(issues.map(formatIssue).join())`
  writeFileSync(join(consumer, 'program.js'), program)
  expect(await node(consumer, 'program.js')).toContain('does not stand in the article; the nearest passage is')
})

test('the program checks stories with nothing but Node', async () => {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: Record<string, string> }
  const program = join(consumer, 'node_modules', 'article-map', bin['article-map'] ?? '')
  expect(await node(consumer, program, 'check', join(root, 'geo', 'raqqa.geojson'))).toBe('')
})

test('the program draws basemaps with nothing but Node, the same as in a clone of the project', async () => {
  const program = join('node_modules', 'article-map', 'dist', 'cli.js')
  cpSync(join(root, 'geo', 'raqqa.geojson'), join(consumer, 'geo', 'raqqa.geojson'))
  cpSync(join(root, 'geo', 'raqqa.lock.json'), join(consumer, 'geo', 'raqqa.lock.json'))
  expect(await node(consumer, program, 'basemap', 'raqqa')).toContain('kB gzip')
  const drawn = readFileSync(join(consumer, 'geo', 'raqqa.basemap.json'), 'utf8')
  expect(drawn).toBe(readFileSync(join(root, 'geo', 'raqqa.basemap.json'), 'utf8'))
})

const page = `
import 'article-map'
import { ArticleMapElement, type Place, type Story } from 'article-map/element'
import { checkStory, formatIssue, getIssues, parseArticleText, type Issue } from 'article-map/check'
import { connectArticle, connectFrame, type EmbeddedPlace } from 'article-map/host'

const map = document.createElement('article-map')
map.src = 'raqqa.geojson'
const story: Story | null = map.story
const selected: string | null = map.selected
map.select('raqqa')
map.tilesAttribution = 'Us'
map.addEventListener('story-error', ({ messages }) => console.log(messages.join()))
map.addEventListener('place-select', (event) => {
  const place: Place | null = event.place
  console.log(place?.quotes[0]?.exact)
})
const isMap: boolean = map instanceof ArticleMapElement
const disconnect: () => void = connectArticle({ map, article: document.body })
connectFrame(document.createElement('iframe'), { onReady: (places: readonly EmbeddedPlace[]) => places.length }).disconnect()
const issues: readonly Issue[] = getIssues('')
const checked: Story | undefined = checkStory('', { article: parseArticleText('') }).story
export { checked, disconnect, isMap, selected, story }
export const lines: string[] = issues.map(formatIssue)
`

for (const [module, moduleResolution] of [
  ['preserve', 'bundler'],
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
] as const) {
  test(`a TypeScript project with ${moduleResolution} resolution compiles against the declarations, without Leaflet's types`, async () => {
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      strict: true,
      noEmit: true,
      // The declarations themselves are checked as well.
      skipLibCheck: false,
    }
    writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['page.ts'] }))
    writeFileSync(join(consumer, 'page.ts'), page)
    expect(await node(consumer, tsc)).toBe('')
    writeFileSync(join(consumer, 'page.ts'), `${page}\nmap.select(5)\n`)
    await expect(node(consumer, tsc)).rejects.toThrow(/page\.ts.*'number' is not assignable to .*'string/)
  })
}
