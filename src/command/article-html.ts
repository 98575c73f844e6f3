import { parseHTML } from 'linkedom'
import { type Block } from '../story/article-text.ts'
import { type Article } from '../story/story.ts'

/** The part of the DOM that is used here. */
type Root = Pick<Document, 'querySelector' | 'querySelectorAll'>

/** Parses HTML, a whole document or a fragment. */
export function parseHtml(html: string): Root {
  return parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document
}

// Elements whose text is not the article's own, is not shown, or is struck out.
const skipped =
  'head, title, script, style, noscript, template, nav, aside, footer, form, button, select, textarea, iframe, svg, ' +
  'rt, rp, del, s, strike, [hidden], [aria-hidden=true], [style*="display:none"], [style*="display: none"]'
const blocks = new Set(
  'address article blockquote body dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead time tr ul'.split(
    ' ',
  ),
)
// A reader who counts paragraphs does not count these.
const uncounted = 'h1, h2, h3, h4, h5, h6, header, figure, figcaption, time, address, table'

/**
 * The blocks of text of a page's longest `<article>`, or else of its `<main>`, or else of all of it, without scripts,
 * navigation and asides. Captions can be quoted but are not counted as paragraphs.
 */
export function blocksOf(document: Root): Block[] {
  const articles = [...document.querySelectorAll('article')]
  const longest = articles.sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))[0]
  const root = longest ?? document.querySelector('main') ?? document.querySelector('body, html')
  const found: { text: string; isParagraph: boolean }[] = []
  let open: { text: string; isParagraph: boolean } | undefined

  function walk(node: Node): void {
    if (node.nodeType === 3) {
      open ??= start(node)
      open.text += node.textContent ?? ''
    }
    if (node.nodeType !== 1) return
    const element = node as Element
    const name = element.localName
    if (name === 'br' && open !== undefined) open.text += '\n'
    if (element.matches(skipped)) return
    if (blocks.has(name)) open = undefined
    for (const child of element.childNodes) walk(child)
    if (blocks.has(name)) open = undefined
  }
  function start(node: Node): { text: string; isParagraph: boolean } {
    const block = { text: '', isParagraph: node.parentElement?.closest(uncounted) == null }
    found.push(block)
    return block
  }
  if (root !== null) walk(root)
  return found.filter(({ text }) => text.trim() !== '')
}

/** What a page says about its article. */
export function metadataOf(document: Root): Partial<Article> {
  // An h1 outside the article may be the name of the paper.
  const headline =
    textOf(document, 'article h1, main h1') ??
    meta(document, 'og:title') ??
    textOf(document, 'h1') ??
    textOf(document, 'title')
  const date =
    meta(document, 'article:published_time') ??
    /"datePublished"\s*:\s*"([^"]+)/.exec(textOf(document, 'script[type="application/ld+json"]') ?? '')?.[1] ??
    attribute(document, 'article time[datetime], main time[datetime]', 'datetime') ??
    attribute(document, 'time[datetime]', 'datetime')
  const datePublished = date === undefined ? undefined : /^\d{4}-\d\d-\d\d/.exec(date)?.[0]
  const inLanguage = languageTag(attribute(document, 'html', 'lang'))
  const url = attribute(document, 'link[rel=canonical]', 'href') ?? meta(document, 'og:url')
  const publisher = meta(document, 'og:site_name')
  return {
    ...(headline !== undefined && { headline }),
    ...(datePublished !== undefined && { datePublished }),
    ...(inLanguage !== undefined && { inLanguage }),
    ...(url !== undefined && /^https?:/.test(url) && { url }),
    ...(publisher !== undefined && { publisher }),
  }
}

/** A language tag in its canonical form, also if it is written `en_US`, as some systems do; undefined if it is malformed. */
function languageTag(lang: string | undefined): string | undefined {
  try {
    return lang === undefined ? undefined : Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

function meta(document: Root, property: string): string | undefined {
  return attribute(document, `meta[property="${property}"], meta[name="${property}"]`, 'content')
}

function attribute(document: Root, selector: string, name: string): string | undefined {
  return document.querySelector(selector)?.getAttribute(name)?.trim() || undefined
}

function textOf(document: Root, selector: string): string | undefined {
  return document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() || undefined
}
