import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

// These need the build but no browser.
test.describe.configure({ mode: 'serial' })

const root = join(import.meta.dirname, '..', '..')
const dist = resolve(root, process.env['ARTICLE_MAP_DIST'] ?? 'dist')
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

/** A project that has installed this package, and of its own nothing but what the package depends on. */
let consumer = ''

test.beforeAll(async () => {
  consumer = mkdtempSync(join(tmpdir(), 'article-map-consumer-'))
  const installed = join(consumer, 'node_modules', 'article-map')
  mkdirSync(installed, { recursive: true })
  cpSync(join(root, 'package.json'), join(installed, 'package.json'))
  for (const file of ['article-map.js', 'article-map-host.js', 'article-map-host.mjs']) {
    cpSync(join(dist, file), join(installed, 'dist', file))
  }
  await node(root, tsc, '-p', 'src/build/declarations.json', '--outDir', join(installed, 'dist', 'types'))
  mkdirSync(join(consumer, 'node_modules', '@types'))
  symlinkSync(join(root, 'node_modules', '@types', 'geojson'), join(consumer, 'node_modules', '@types', 'geojson'))
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }')
})

test.afterAll(() => rmSync(consumer, { recursive: true, force: true }))

for (const file of ['article-map.js', 'article-map-host.mjs']) {
  test(`importing ${file} in Node throws nothing and says nothing`, { tag: '@desktop' }, async () => {
    const url = pathToFileURL(join(dist, file)).href
    expect(await node(root, '--input-type=module', '-e', `await import('${url}')`)).toBe('')
  })
}

test(
  'in Node, the package gives its classes by name, and defining the element there does nothing',
  {
    tag: '@desktop',
  },
  async () => {
    const program = `
    import { ArticleMapElement, PlaceSelectEvent, StoryErrorEvent } from 'article-map'
    import { connectArticle, connectArticles, connectFrame } from 'article-map/host'
    ArticleMapElement.define()
    const exported = [ArticleMapElement, PlaceSelectEvent, StoryErrorEvent, connectArticle, connectArticles, connectFrame]
    console.log(exported.map((value) => typeof value).join())`
    writeFileSync(join(consumer, 'program.js'), program)
    expect(await node(consumer, 'program.js')).toBe(`${Array(6).fill('function').join()}\n`)
  },
)

const page = `
import { ArticleMapElement, type Place, type Story } from 'article-map'
import { connectArticle, connectFrame, type EmbeddedPlace } from 'article-map/host'

const map = document.createElement('article-map')
map.src = 'raqqa.geojson'
const story: Story | null = map.story
const selected: string | null = map.selected
map.select('raqqa')
map.addEventListener('place-select', (event) => {
  const place: Place | null = event.place
  console.log(place?.quotes[0]?.exact)
})
const isMap: boolean = map instanceof ArticleMapElement
const disconnect: () => void = connectArticle({ map, article: document.body })
connectFrame(document.createElement('iframe'), { onReady: (places: readonly EmbeddedPlace[]) => places.length }).disconnect()
export { disconnect, isMap, selected, story }
`

for (const [module, moduleResolution] of [
  ['preserve', 'bundler'],
  ['nodenext', 'nodenext'],
] as const) {
  test(
    `a TypeScript project with ${moduleResolution} resolution compiles against the declarations, without Leaflet's types`,
    {
      tag: '@desktop',
    },
    async () => {
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
    },
  )
}
