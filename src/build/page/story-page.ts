import { parseHTML } from 'linkedom'
import { decodeBasemap } from '../../cartography/basemap-file.ts'
import { imageSourceOf, readTiles } from '../../cartography/tiles.ts'
import { placeHash } from '../../embed/frame-address.ts'
import { createElement } from '../../view/element.ts'
import { type PageData, renderPageData } from '../../view/page-document.ts'
import { renderStaticStory } from '../../view/static/static-story.ts'
import { markupOf } from '../markup.ts'
import { writeContentSecurityPolicy } from './content-security.ts'
import { createJsonLd, serializeJsonLd } from './json-ld.ts'
import { type PageAddress, renderPageHead } from './page-head.ts'

/** What goes into a page beside its data. */
export interface PageParts {
  /** The page that is filled, with an `<article-map>` in it and a `<script src>` that the page's own replaces. */
  readonly template: string
  /** The style that all stories share. */
  readonly style: string
  /** The module to write into the page. Without it the template's own script stays, and with it no policy: that is for the dev server. */
  readonly script?: string
  readonly address: PageAddress
}

/**
 * Writes a story's page, whole in one file. First what a reader sees, which is complete without a script: the headline, the map as
 * a drawing, the list with all quotes. Then the data, and the script that puts the live map in its place.
 */
export function renderStoryPage(data: PageData, { template, style, script, address }: PageParts): string {
  const { document } = parseHTML(template)
  const { story, words, date } = data
  const basemap = decodeBasemap(data.basemap)
  const map = document.querySelector('article-map')
  const entry = document.querySelector('script[src]')
  if (!map || !entry) throw new TypeError('The template must hold an <article-map> and a <script src>.')
  document.documentElement.setAttribute('lang', story.article.inLanguage ?? words.language)

  const staticStory = renderStaticStory({ document, words, story, date, headlineTag: 'h1' }, basemap, placeHash)
  map.replaceChildren(staticStory.element)

  const styles = [style, staticStory.style]
  const module = script === undefined ? undefined : inlineScript(script)
  if (module !== undefined) {
    const { source } = readTiles(map.getAttribute('tiles'), null)
    const policy = writeContentSecurityPolicy({
      scripts: [module],
      styles,
      images: source ? [imageSourceOf(source)] : [],
    })
    const meta = createElement(document, 'meta', { 'http-equiv': 'Content-Security-Policy', content: policy })
    // Before everything that it is about, after the encoding.
    document.querySelector('meta[charset]')?.after(meta)
  }
  const head = renderPageHead(document, data, address)
  document.title = head.title
  document.head.append(...head.elements, ...styles.map((text) => createElement(document, 'style', {}, text)))

  const jsonLd = createJsonLd({
    story,
    title: head.title,
    pageUrl: address.pageUrl ?? (address.folder || './'),
    ...(head.imageUrl !== undefined && { imageUrl: head.imageUrl }),
  })
  entry.before(
    createElement(document, 'script', { type: 'application/ld+json' }, serializeJsonLd(jsonLd)),
    renderPageData(document, data),
  )
  if (module !== undefined) entry.replaceWith(createElement(document, 'script', { type: 'module' }, module))
  return `${markupOf(document)}\n`
}

/** A module that can stand in a page; in a string or a regular expression, which is where they occur, the backslash changes nothing. */
function inlineScript(script: string): string {
  return script.replace(/<(?=\/script|script|!--)/gi, '\\x3c').trim()
}
