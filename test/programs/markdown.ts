import { execFile } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { runInNewContext } from 'node:vm'
import { parseHTML } from 'linkedom'
import { format } from 'prettier'
import { createSnippets } from '../../src/embed/snippets.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { localizeStory } from '../../src/words/localized-story.ts'
import { createFilters } from './filters.ts'
import { inProject } from './packed.ts'
import { load, type Program } from './program.ts'
import type { Tell } from './run.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..', '..')
const readmeFile = join(root, 'README.md')
const packages = join(import.meta.dirname, 'node_modules')

/** What readers get of a snippet. Anything else, such as a map with bits of code around it, is an error. */
type Outcome = 'the map' | 'the link' | 'its text' | 'code' | 'nothing' | 'no page'

/** Snippets of one kind, the README's and the dialog's. All of a kind have to come out alike. */
interface SnippetKind {
  readonly snippets: readonly string[]
  /** What is live when the snippet is. */
  readonly parts: readonly string[]
}

/** The first block of a language in the README that begins so, word for word. */
export function readBlock(readme: string, language: string, start = ''): string {
  const blocks = [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
    ([, block = '']) => block,
  )
  const block = blocks.find((text) => text.startsWith(start))
  if (block === undefined) throw new Error(`The README has no ${language} that begins with ${start}`)
  return block
}

function readKinds(readme: string): Readonly<Record<'frame' | 'element' | 'link' | 'Markdown link', SnippetKind>> {
  const site = 'https://maps.example'
  const dialog = createSnippets({
    pageUrl: `${site}/raqqa/`,
    storyUrl: `${site}/raqqa/story.geojson`,
    basemapUrl: `${site}/raqqa/basemap.json`,
    moduleUrl: `${site}/article-map.js`,
    hostUrl: `${site}/article-map-host.js`,
    // What Markdown could take for markup of its own.
    title:
      'Map of the places in: “Who _is_ *there*?” & <others> cost $5 or $6, "so `far`" \\(see [1], {{ 2 }} -- or 3...)',
    content: localizeStory(parseStory(readFileSync(join(root, 'geo', 'raqqa.geojson'), 'utf8'))),
  })
  const [markdownLink = ''] = /\[The places on a map\]\([^)]*\)/.exec(readme) ?? []
  return {
    frame: {
      snippets: [readBlock(readme, 'html', '<div'), dialog.frame],
      parts: ['iframe[src][title][width][height]'],
    },
    element: {
      snippets: [readBlock(readme, 'html', '<script'), dialog.element],
      parts: ['article-map[src][basemap]', 'script[type=module][src$="/article-map.js"]'],
    },
    link: { snippets: [dialog.link], parts: [] },
    'Markdown link': { snippets: [markdownLink], parts: [] },
  }
}

/** The programs of the package beside this file, and Debian's. */
async function createPrograms(readme: string): Promise<Readonly<Record<string, Program>>> {
  const { default: createMarkdownIt } = await load<{
    readonly default: (options: object) => { readonly render: Program }
  }>('markdown-it')
  const { marked } = await load<{ readonly marked: Program }>('marked')
  const filters = await createFilters()
  const { unified } = await load<{ readonly unified: () => Processor }>('unified')
  const [parse, rehype, raw, sanitize, stringify] = (
    await Promise.all(
      ['remark-parse', 'remark-rehype', 'rehype-raw', 'rehype-sanitize', 'rehype-stringify'].map((name) =>
        load<{ readonly default: unknown }>(name),
      ),
    )
  ).map((plugin) => plugin.default)
  const remark =
    (options: object, ...plugins: readonly unknown[]): Program =>
    async (text) => {
      const processor = plugins.reduce<Processor>(
        (so, plugin) => so.use(plugin),
        unified().use(parse).use(rehype, options),
      )
      return String(await processor.use(stringify, options).process(text))
    }
  const html = { allowDangerousHtml: true }
  const programs: Record<string, Program> = {
    'markdown-it': createMarkdownIt({}).render.bind(createMarkdownIt({})),
    'markdown-it, `html: true`': createMarkdownIt({ html: true }).render.bind(createMarkdownIt({ html: true })),
    marked,
    remark: remark({}),
    'remark with rehype-raw': remark(html, raw),
    'remark with rehype-raw and rehype-sanitize': remark(html, raw, sanitize),
    pandoc: async (text) => await inProject({ 'post.md': text }, (folder) => output(folder, 'pandoc', ['post.md'])),
    Hugo: (text) => buildWithHugo(text, {}),
    'Hugo, `unsafe = true`': (text) => buildWithHugo(text, { 'config.toml': readBlock(readme, 'toml') }),
    'Hugo, shortcode': (text) => {
      const [, file = '', layout = '', before = '', after = ''] =
        /`(layouts\/[^`]+)`, which is just `([^`]+)`: `([^`]+)`, the snippet, `([^`]+)`/.exec(readme) ?? []
      // Around HTML only.
      return buildWithHugo(text.startsWith('<') ? `${before}\n${text}\n${after}\n` : text, { [file]: layout })
    },
    VitePress: (text) => buildWithVitePress(text, ''),
    'VitePress, script in `head`': (text) =>
      // A page has the element without its script.
      buildWithVitePress(text.replace(/^<script.*<\/script>\n/, ''), readBlock(readme, 'js', 'export default')),
    // They take HTML: what Markdown has made of it before.
    ...Object.fromEntries(
      Object.entries(filters).map(([name, filter]) => [name, async (text: string) => await filter(await marked(text))]),
    ),
  }
  return programs
}

/** What tells that Debian's programs are there. */
const debianFiles: Readonly<Record<string, string>> = {
  hugo: '/usr/bin/hugo',
  pandoc: '/usr/bin/pandoc',
  sanitize: '/usr/share/doc/ruby-sanitize',
  loofah: '/usr/share/doc/ruby-loofah',
}

/** Whether a program is there: Debian's may not be. */
function isInstalled(name: string): boolean {
  const file = debianFiles[/^[a-z]+(?![a-z-])/.exec(name.toLowerCase())?.[0] ?? '']
  return file === undefined || existsSync(file)
}

interface Processor {
  readonly use: (plugin: unknown, options?: object) => Processor
  readonly process: (text: string) => Promise<unknown>
}

async function output(folder: string, command: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(command, args, { cwd: folder })
  return stdout
}

const buildWithHugo = (text: string, files: Readonly<Record<string, string>>): Promise<string> =>
  inProject(
    {
      'config.toml': '',
      'content/post.md': `---\ntitle: Post\n---\n\n${text}`,
      'layouts/_default/single.html': '{{ .Content }}',
      ...files,
    },
    async (folder) => {
      await run('hugo', ['--quiet', '--disableKinds', 'home,taxonomy,term,section,RSS,sitemap,404'], { cwd: folder })
      return readFileSync(join(folder, 'public', 'post', 'index.html'), 'utf8')
    },
  )

const buildWithVitePress = (text: string, configuration: string): Promise<string> =>
  inProject(
    {
      'package.json': '{ "type": "module" }',
      'post.md': text,
      '.vitepress/config.js': configuration || 'export default {}',
      // Nothing around the page's own content.
      '.vitepress/theme/index.js': `import { Content } from 'vitepress'\nexport default { Layout: Content }`,
    },
    async (folder) => {
      symlinkSync(packages, join(folder, 'node_modules'))
      await run(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build'], { cwd: folder })
      return readFileSync(join(folder, '.vitepress', 'dist', 'post.html'), 'utf8')
    },
  )

/** What a program makes of a snippet. @throws if readers would see a part of it as code */
async function seeOutcome(program: Program, snippet: string, parts: readonly string[]): Promise<Outcome> {
  let html: string
  try {
    html = await program(snippet)
  } catch {
    return 'no page'
  }
  const document = parse(html)
  const has = (selector: string): boolean => document.querySelector(selector) !== null
  const content = parse(snippet)
  const wanted = content.querySelector('a')?.textContent ?? 'The places on a map'
  const all = content.querySelector('a') ? [...content.querySelectorAll('a, b, blockquote')].map(plainText) : [wanted]
  const link = [...document.querySelectorAll('a[href^="https://maps.example/raqqa/"]')].find(
    ({ textContent }) => plain(textContent) === plain(wanted),
  )
  for (const style of document.querySelectorAll('body script, body style')) style.textContent = ''
  const text = plain(document.body.textContent)
  if (/<iframe|<article-map|<a /.test(text)) return parts.some(has) ? fail(html) : 'code'
  if (text === '' && !has('iframe, article-map')) return 'nothing'
  if (!isMadeOf(text, all)) fail(html)
  if (!link) return parts.some(has) ? fail(html) : 'its text'
  if (parts.length > 0 && parts.every(has)) return 'the map'
  return 'the link'
}

/** A whole page, or what stands in one. */
const parse = (html: string): Document =>
  parseHTML(/<body/.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`).document

const plainText = ({ textContent }: Element): string => plain(textContent)

/** Whether a text has these parts and nothing else. Between blocks, white space is nothing that readers see. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  const solid = (part: string): string => part.replaceAll(' ', '')
  return parts.every((part) => text.includes(part)) && solid(text).length === solid(parts.join('')).length
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

function fail(html: string): never {
  throw new Error(`Readers would see ${html}`)
}

/** What React makes of the README's JSX has the attributes of the frame that is HTML, and React has nothing to say about it. */
async function tryReact(readme: string): Promise<void> {
  const React = await load<{ readonly default: object }>('react')
  const { renderToStaticMarkup } = await load<{ readonly renderToStaticMarkup: Program }>('react-dom/server')
  const { transform } = await load<{
    readonly transform: (text: string, options: object) => Promise<{ readonly code: string }>
  }>('esbuild')
  const { code } = await transform(readBlock(readme, 'jsx'), { loader: 'jsx' })
  const said: string[] = []
  const { error } = console
  console.error = (...words: unknown[]) => void said.push(words.join(' '))
  const html = await renderToStaticMarkup(runInNewContext(code, { React: React.default }) as string)
  console.error = error
  const attributesOf = (text: string): string[] =>
    [...(parse(text).querySelector('iframe')?.attributes ?? [])]
      .map(({ name, value }) => `${name.toLowerCase()}=${value}`)
      .toSorted()
  const made = attributesOf(html)
  const wanted = attributesOf(readBlock(readme, 'html', '<div'))
  if (made.join() !== wanted.join()) throw new Error(`${made.join(' ')} is not ${wanted.join(' ')}`)
  if (said.length > 0) throw new Error(said.join())
}

/** Every snippet comes out of every program as the README's table says; with `--write`, the table says what comes out. */
export async function tryMarkdown(tell: Tell): Promise<void> {
  const readme = readFileSync(readmeFile, 'utf8')
  await tell('React', () => tryReact(readme))
  const kinds = readKinds(readme)
  const programs = await createPrograms(readme)
  const columns = Object.keys(kinds)
  const rows = [
    row('', columns),
    row(
      '---',
      columns.map(() => '---'),
    ),
  ]
  for (const [name, program] of Object.entries(programs)) {
    if (!isInstalled(name)) {
      console.log(`${name} is not installed; going on without.`)
      continue
    }
    await tell(name, async () => {
      const outcomes: string[] = []
      for (const kind of Object.values(kinds)) outcomes.push(await seeOutcomes(program, kind))
      rows.push(row(name, outcomes))
    })
  }
  await tell('the README’s table', async () => {
    const [, begin = '', table = '', end = ''] =
      /^(.*<!-- programs: [^\n]*\n)(.*)(<!-- programs end -->.*)$/s.exec(readme) ?? []
    if (process.argv.includes('--write')) {
      if (rows.length < Object.keys(programs).length + 2) throw new Error('Not all of its programs were tried.')
      writeFileSync(readmeFile, `${begin}\n${await format(rows.join('\n'), { parser: 'markdown' })}\n${end}`)
      return
    }
    const said = table
      .split('\n')
      .filter((line) => line !== '')
      .map(plainRow)
    const unsaid = rows.map(plainRow).filter((line) => !said.includes(line))
    if (unsaid.length > 0) throw new Error(`It does not say ${unsaid.join(' ')}`)
    if (said.length !== Object.keys(programs).length + 2) throw new Error(`It has ${said.length} lines.`)
  })
}

const row = (name: string, cells: readonly string[]): string => `| ${[name, ...cells].join(' | ')} |`

/** A line of a table without what aligns it. */
const plainRow = (line: string): string => line.replace(/ +/g, ' ').replace(/-+/g, '-')

/** What comes out of the snippets of one kind. @throws if it is not the same of all */
async function seeOutcomes(program: Program, { snippets, parts }: SnippetKind): Promise<Outcome> {
  const outcomes = new Set<Outcome>()
  for (const snippet of snippets) outcomes.add(await seeOutcome(program, snippet, parts))
  const [outcome = 'nothing', ...others] = outcomes
  if (others.length > 0) throw new Error(`The README’s and the dialog’s differ: ${[...outcomes].join(', ')}`)
  return outcome
}
