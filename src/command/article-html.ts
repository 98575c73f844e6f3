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
const uncounted = 'h1 h2 h3 h4 h5 h6 header figure figcaption time address table'.split(' ')

/**
 * The blocks of text of a page's longest `<article>`, or else of its `<main>`, or else of all of it, without scripts,
 * navigation and asides. Captions can be quoted but are not counted as paragraphs.
 */
export function blocksOf(document: Root): Block[] {
  const [longest] = outermost(document, 'article').sort(
    (a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0),
  )
  const root = longest ?? document.querySelector('main') ?? document.querySelector('body, html')
  const absent = new Set(document.querySelectorAll(skipped))
  const found: { text: string; isParagraph: boolean }[] = []
  let open: (typeof found)[number] | undefined

  // The elements that are being read, the innermost last. Pages can nest them deeper than functions can call themselves.
  const reading: { nodes: Iterator<Node>; isBlock: boolean; isCounted: boolean }[] = []
  function read(element: Element, isCounted: boolean): void {
    const name = element.localName
    if (name === 'br' && open !== undefined) open.text += '\n'
    if (absent.has(element)) return
    const isBlock = blocks.has(name)
    if (isBlock) open = undefined
    reading.push({ nodes: element.childNodes.values(), isBlock, isCounted: isCounted && !uncounted.includes(name) })
  }
  if (root !== null) read(root, root.closest(uncounted.join()) === null)
  for (let element = reading.at(-1); element !== undefined; element = reading.at(-1)) {
    const { value: node, done } = element.nodes.next()
    if (done) {
      reading.pop()
      if (element.isBlock) open = undefined
    } else if (node.nodeType === 1) read(node as Element, element.isCounted)
    else if (node.nodeType === 3) {
      if (open === undefined) found.push((open = { text: '', isParagraph: element.isCounted }))
      open.text += node.textContent ?? ''
    }
  }
  return found.filter(({ text }) => text.trim() !== '')
}

/** The elements that match a selector and lie in no other that does, in their order. */
function outermost(document: Root, selector: string): Element[] {
  const inner = new Set<Element>()
  return [...document.querySelectorAll(selector)].filter((element) => {
    if (inner.has(element)) return false
    for (const other of element.querySelectorAll(selector)) inner.add(other)
    return true
  })
}

/** What a page says about its article. */
export function metadataOf(document: Root): Partial<Article> {
  const first = (selector: string): Element | null => document.querySelector(selector)
  const articles = outermost(document, 'article, main')
  const inArticle = (selector: string) => articles.map((article) => article.querySelector(selector)).find(Boolean)
  // An h1 outside the article may be the name of the paper.
  const headline =
    textOf(inArticle('h1')) ?? meta(document, 'og:title') ?? textOf(first('h1')) ?? textOf(first('title'))
  const date =
    meta(document, 'article:published_time') ??
    /"datePublished"\s*:\s*"([^"]+)/.exec(textOf(first('script[type="application/ld+json"]')) ?? '')?.[1] ??
    attribute(inArticle('time[datetime]'), 'datetime') ??
    attribute(first('time[datetime]'), 'datetime')
  const datePublished = date === undefined ? undefined : /^\d{4}-\d\d-\d\d/.exec(date)?.[0]
  const inLanguage = languageTag(attribute(first('html'), 'lang'))
  const url = attribute(first('link[rel=canonical]'), 'href') ?? meta(document, 'og:url')
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
  return attribute(document.querySelector(`meta[property="${property}"], meta[name="${property}"]`), 'content')
}

function attribute(element: Element | null | undefined, name: string): string | undefined {
  return element?.getAttribute(name)?.trim() || undefined
}

function textOf(element: Element | null | undefined): string | undefined {
  return element?.textContent?.replace(/\s+/g, ' ').trim() || undefined
}
