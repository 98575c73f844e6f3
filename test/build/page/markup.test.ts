import { readFileSync } from 'node:fs'
import { DOMParser, parseHTML } from 'linkedom'
import { beforeEach, expect, test, vi } from 'vitest'
import { renderSocialCard } from '../../../src/build/card/social-card.ts'
import { createOEmbed } from '../../../src/build/page/oembed.ts'
import { renderRedirectPage } from '../../../src/build/page/redirect-page.ts'
import { renderStoryIndex } from '../../../src/build/page/story-index.ts'
import { renderStoryPage } from '../../../src/build/page/story-page.ts'
import { readPageData } from '../../../src/build/story-files.ts'
import type { PageData } from '../../../src/view/page-document.ts'

/** The drawings that the card's renderer was given; it draws nothing here, and all texts are of one width. */
const drawings = vi.hoisted((): string[] => [])
vi.mock('@resvg/resvg-js', () => ({
  Resvg: class {
    constructor(svg: string) {
      drawings.push(svg)
    }
    getBBox = () => ({ width: 100 })
    render = () => ({ asPng: () => new Uint8Array() })
  },
}))
beforeEach(() => void drawings.splice(0))

const template = readFileSync('index.html', 'utf8')
const everything = readPageData('test/fixture/good', 'everything', process.cwd())

/** A page's data with one text in every field that holds text: of the story, and of its basemap. */
function pageDataOf(text: string): PageData {
  const { story, basemap, ...rest } = everything
  return {
    ...rest,
    story: {
      article: { ...story.article, headline: text, publisher: text, url: `https://example.org/?q=${text}#${text}` },
      places: story.places.map((place) => ({
        ...place,
        name: text,
        localName: { value: text, lang: 'ar' },
        aliases: [text, `${text}2`],
        quotes: [{ exact: text, prefix: text, suffix: text, paragraph: 3 }, { exact: `${text}2` }],
        source: text,
        note: text,
      })),
    },
    basemap: {
      ...basemap,
      labels: (['town', 'capital', 'sea', 'lake', 'river', 'country'] as const).map((kind, i) => [
        kind,
        8.5 + i / 100,
        46.5 + i / 100,
        text,
        0,
        { names: { en: text } },
      ]),
      credits: [{ text, url: `https://example.org/?q=${text}`, license: text }],
    },
  }
}

/** A text in which a browser sees no markup; it is as long, so that all is laid out alike. */
const harmless = (text: string): string => text.replace(/[<>"']/g, '+')

/** The elements of a document in their order, each with its depth and the names of its attributes. */
function treeOf(document: Pick<Document, 'querySelectorAll'>): string[] {
  return [...document.querySelectorAll('*')].map((element) => {
    let depth = 0
    for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) depth++
    return [depth, element.localName, ...element.getAttributeNames().toSorted()].join(' ')
  })
}

const pageUrlOf = (text: string): string => new URL(`https://maps.example.org/${text}/`).href

/** What a page, the list of stories, a social card and an oEmbed hold in elements and attributes if every text is this one. */
async function treesOf(text: string): Promise<Record<'page' | 'redirect' | 'index' | 'card' | 'oembed', string[]>> {
  const data = pageDataOf(text)
  const pageUrl = pageUrlOf(text)
  const address = { folder: '', pageUrl }
  const page = renderStoryPage(data, { template, style: 'a{color:red}', script: 'run()', address })
  const place = data.story.places[0]?.id ?? null
  const redirect = renderRedirectPage(data, pageUrl, { place, theme: 'auto' })
  await renderSocialCard(data)
  const card = new DOMParser().parseFromString(drawings.at(-1) ?? '', 'image/svg+xml')
  const thumbnail = { url: `${pageUrl}card.png`, width: 1200, height: 630 }
  const { html } = createOEmbed({
    story: data.story,
    pageUrl,
    title: text,
    quotation: '“{quote}” — {source}',
    thumbnail,
  })
  return {
    page: treeOf(parseHTML(page).document),
    redirect: treeOf(parseHTML(redirect).document),
    index: treeOf(parseHTML(renderStoryIndex(new Map([[text, data]]))).document),
    card: treeOf(card as unknown as Document),
    oembed: treeOf(parseHTML(`<html><body>${html}</body></html>`).document),
  }
}

test.each([
  '</title><h1>Injected</h1>',
  '</style><h1>Injected</h1>',
  '</textarea><h1>Injected</h1>',
  '</script><h1>Injected</h1>',
  '<script>alert(1)</script>',
  '<!-- a comment that ends nowhere',
  '--><h1>Injected</h1>',
  ']]><h1>Injected</h1>',
  '<![CDATA[',
  '<img src=x onerror=alert(1)>',
  '<meta http-equiv=refresh content="1;url=/pwned">',
  '"><svg onload=alert(1)>',
  `" onfocus="alert(1)" autofocus x='`,
  '<!--<script>',
])('the text %j in every field of a story and its basemap adds no element and no attribute', async (text) => {
  expect(await treesOf(text)).toEqual(await treesOf(harmless(text)))
})

test('the titles of a page say what the headline says, letter by letter', () => {
  const headline = '</title><b>AT&amp;T</b> & "Co"'
  const data = { ...everything, story: { ...everything.story, article: { headline } } }
  const page = renderStoryPage(data, { template, style: '', script: '', address: { folder: '' } })
  const { document } = parseHTML(page)
  expect(document.title).toBe(`Map of the places in: ${headline}`)
  expect(document.querySelector('meta[property="og:title"]')?.getAttribute('content')).toBe(headline)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  ' JavaScript:alert(1)',
  'vbscript:x',
  '',
])('a basemap’s credit with the address %j is text, and no link', (url) => {
  const credits = [{ text: 'Mallory', url, license: 'MIT' }]
  const data = { ...everything, basemap: { ...everything.basemap, credits } }
  const { document } = parseHTML(renderStoryPage(data, { template, style: '', script: '', address: { folder: '' } }))
  const named = [...document.querySelectorAll('.attribution a, .credits a')].filter(
    ({ textContent }) => textContent === 'Mallory',
  )
  expect(named.map((link) => link.hasAttribute('href'))).toEqual([false, false])
})
