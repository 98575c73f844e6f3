import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { createSnippets } from '../../src/embed/snippets.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import type { Story } from '../../src/story/story.ts'
import { localizeStory } from '../../src/words/localized-story.ts'

const root = join(import.meta.dirname, '..', '..')
const raqqa = parseStory(readFileSync(join(root, 'geo', 'raqqa.geojson'), 'utf8'))

const source = {
  pageUrl: 'https://maps.example/raqqa/',
  storyUrl: 'https://maps.example/raqqa/story.geojson',
  basemapUrl: 'https://maps.example/raqqa/basemap.json',
  moduleUrl: 'https://maps.example/article-map.js',
  hostUrl: 'https://maps.example/article-map-host.js',
  title: 'Map of the places in: US-backed forces drive ISIS out of Raqqa in major victory',
  content: localizeStory(raqqa),
}
const parse = (html: string) => parseHTML(`<body>${html}</body>`).document

test('a frame has a name, loads late, may go full screen, and has a plain link below it', () => {
  const document = parse(createSnippets(source).frame)
  expect(document.querySelector('iframe')?.outerHTML).toBe(
    `<iframe src="https://maps.example/raqqa/" title="${source.title}" width="100%" height="480" frameborder="0" loading="lazy" ` +
      'allowfullscreen referrerpolicy="strict-origin-when-cross-origin" style="display:block;width:100%;height:480px;max-height:100%;border:0"></iframe>',
  )
  expect(document.querySelector('iframe ~ p > a')?.getAttribute('href')).toBe(source.pageUrl)
})

test('the options chosen are in the address of the frame, and its height is in both', () => {
  const frame = parse(createSnippets(source, { place: 'deir-ezzor', height: 520, tiles: 'off' }).frame).querySelector(
    'iframe',
  )
  expect(frame?.getAttribute('src')).toBe('https://maps.example/raqqa/?place=deir-ezzor&tiles=off&height=520')
  expect(frame?.getAttribute('height')).toBe('520')
})

test('colours that were chosen are in the address of the frame and an attribute of the element', () => {
  const { frame, element } = createSnippets(source, { theme: 'dark' })
  expect(parse(frame).querySelector('iframe')?.getAttribute('src')).toBe('https://maps.example/raqqa/?theme=dark')
  expect(parse(element).querySelector('article-map')?.getAttribute('theme')).toBe('dark')
  expect(createSnippets(source).element).not.toContain('theme')
})

test('the bare address is that of the page that hands out the choice, where places have pages', () => {
  const options = { place: 'raqqa', theme: 'light' } as const
  expect(createSnippets({ ...source, hasPlacePages: true }).address).toBe(source.pageUrl)
  expect(createSnippets({ ...source, hasPlacePages: true }, options).address).toBe(
    `${source.pageUrl}place/raqqa/light/`,
  )
  expect(createSnippets(source, options).address).toBe(`${source.pageUrl}light/`)
})

test('the element loads its module and holds a link until it is there', () => {
  const document = parse(createSnippets(source, { place: 'raqqa', tiles: 'off' }).element)
  const element = document.querySelector('article-map')
  expect(document.querySelector('script')?.getAttribute('src')).toBe(source.moduleUrl)
  expect(element?.getAttribute('src')).toBe(source.storyUrl)
  expect(element?.getAttribute('basemap')).toBe(source.basemapUrl)
  expect([element?.getAttribute('place'), element?.getAttribute('tiles')]).toEqual(['raqqa', 'off'])
  expect(element?.querySelector('a')?.textContent).toBe(source.title)
})

/** What the element holds, of a story with these places. */
const listOf = (places: Story['places']) =>
  parse(createSnippets({ ...source, content: localizeStory({ ...raqqa, places }) }).element)
const [first] = raqqa.places
const many = (count: number) => Array.from({ length: count }, () => raqqa.places).flat()

test('readers without the map get each place with its first quote, in the language of the article', () => {
  const list = listOf(raqqa.places).querySelector('article-map > ol[lang=en][dir=ltr]')
  expect([...(list?.children ?? [])].map((item) => [...item.children].map((part) => part.textContent))).toEqual(
    raqqa.places.map(({ name, quotes }) => [name, quotes[0]?.exact]),
  )
})

test('a place that is alone has all its quotes, one of many its first', () => {
  expect(listOf(raqqa.places.slice(0, 1)).querySelectorAll('blockquote')).toHaveLength(first?.quotes.length ?? 0)
  expect(listOf(many(2)).querySelectorAll('blockquote')).toHaveLength(10)
})

test('of more than ten places ten are listed, and a link leads to all', () => {
  expect([...listOf(many(2)).querySelectorAll('a')].map((link) => link.textContent)).toEqual([source.title])
  const document = listOf(many(3))
  expect(document.querySelectorAll('li')).toHaveLength(10)
  const all = document.querySelector('ol ~ p > a')
  expect([all?.textContent, all?.getAttribute('href')]).toEqual(['15 places', source.pageUrl])
})

test('a quote of two paragraphs leaves no blank line, at which Markdown would end the snippet', () => {
  const places = raqqa.places.map((place) => ({ ...place, quotes: [{ exact: 'One {{ 2 }}\n\n_Three_' }] }))
  const { element } = createSnippets({ ...source, content: localizeStory({ ...raqqa, places }) })
  expect(element).not.toMatch(/\n\s*\n|\{\{|_/)
  expect(parse(element).querySelector('blockquote')?.textContent).toBe('One {{ 2 }} _Three_')
})

test('the README’s element holds what the dialog’s does, in the same room', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const written = parse(/^<article-map src.*?^<\/article-map>/ms.exec(readme)?.[0] ?? '').querySelector('article-map')
  const element = parse(createSnippets(source).element).querySelector('article-map')
  expect(written?.innerHTML).toBe(element?.innerHTML)
  expect(written?.getAttribute('style')).toBe(element?.getAttribute('style'))
})

test.each(['auto', 'off', undefined] as const)('the element is told whether streets are asked for: %s', (tiles) => {
  const options = tiles === undefined ? {} : { tiles }
  expect(parse(createSnippets(source, options).element).querySelector('article-map')?.getAttribute('tiles')).toBe(
    tiles ?? 'auto',
  )
})

test('a link leads to the place chosen', () => {
  expect(createSnippets(source, { place: 'raqqa' }).link).toBe(
    `<a href="${source.pageUrl}#place=raqqa">${source.title}</a>`,
  )
})

test('Markdown and templates find nothing of their own in a headline', () => {
  const title = 'Who _is_ *there*? {{ 2 }} `so` ~~far~~ [1] \\('
  const { link } = createSnippets({ ...source, title })
  expect(link).not.toMatch(/[*_`~[\]{}\\]/)
  expect(parse(link).querySelector('a')?.textContent).toBe(title)
})

test.each(['frame', 'element', 'link'] as const)('what is markup in a headline is text in the %s snippet', (kind) => {
  const title = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>&amp;"
  const document = parse(createSnippets({ ...source, title }, { place: '"><script>' })[kind])
  expect(document.querySelectorAll('img, script:not([src])')).toHaveLength(0)
  expect(document.querySelector('a')?.textContent).toBe(title)
  const harmless = parse(createSnippets({ ...source, title: 'x' }, { place: 'x' })[kind])
  const attributesOf = (page: Document) => [...page.querySelectorAll('*')].map((part) => part.getAttributeNames())
  expect(attributesOf(document)).toEqual(attributesOf(harmless))
})

test('a frame that is connected with the article has the attribute and the script that do it; others have neither', () => {
  const document = parse(createSnippets(source, { isConnected: true }).frame)
  expect(document.querySelector('iframe')?.hasAttribute('data-article-map')).toBe(true)
  expect(document.querySelector('script[async]')?.getAttribute('src')).toBe(source.hostUrl)
  expect(createSnippets(source).frame).not.toMatch(/data-article-map|<script/)
})

test.each([
  ['file:///home/dist/raqqa/index.html', true],
  ['http://localhost:5173/raqqa/', true],
  ['http://maps.localhost/raqqa/', true],
  ['http://127.0.0.1:8080/raqqa/', true],
  ['http://[::1]/raqqa/', true],
  ['https://maps.example/raqqa/', false],
  ['https://localhost.example/raqqa/', false],
])('the address %s leads to this computer alone: %s', (pageUrl, isLocal) => {
  expect(createSnippets({ ...source, pageUrl }).isLocal).toBe(isLocal)
})
