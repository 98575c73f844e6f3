import { type Page } from './article-page.ts'
import { type PageBlock, namesOf } from './page-blocks.ts'

// Elements whose text is not the article's own, is not shown, or is struck out.
const skipped =
  'head, title, script, style, noscript, template, nav, aside, footer, form, button, select, textarea, iframe, svg, dialog, ' +
  'article-map, rt, rp, del, s, strike, [hidden], [aria-hidden=true], [role=doc-noteref], [role=doc-endnotes]'
const unshown = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[-\w]*\s*:[^;]*line-through)/i
// Words in the names of classes and ids of what stands beside an article, or in it.
const furniture = new Set(
  'ad ads advert advertisement advertising sponsor sponsored newsletter signup subscribe promo promotion related relatedposts recommended recommendations teaser teasers tags taglist topics share sharing social comment comments disqus embed tweet instagram cookie cookies consent breadcrumb breadcrumbs pagination footnote footnotes'.split(
    ' ',
  ),
)
const unseenNames = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)/
/**
 * The elements of a page that belong to no article: navigation, advertisements, notes, comments, what is hidden or struck out.
 * @param roots elements of the article: they and what is around them are not among the elements
 */
export function furnitureIn(document: Page, roots: readonly Element[]): Set<Element> {
  const around = new Set<Element>()
  for (const root of roots) for (let at: Element | null = root; at; at = at.parentElement) around.add(at)
  const absent = new Set<Element>(document.querySelectorAll(skipped))
  const paragraphs = document.querySelectorAll('p').length
  const isMost = (element: Element): boolean => element.querySelectorAll('p').length * 2 > paragraphs
  for (const element of document.querySelectorAll('[style]')) {
    if (unshown.test(element.getAttribute('style') ?? '')) absent.add(element)
  }
  for (const element of document.querySelectorAll('[class], [id]')) {
    const words = namesOf(element)
    const isBeside = words.some((word) => furniture.has(word)) && (words.includes('comments') || !isMost(element))
    if (isBeside || unseenNames.test(element.getAttribute('class') ?? '')) absent.add(element)
  }
  for (const link of document.querySelectorAll('p a[href]'))
    if (isLeadingAway(link)) absent.add(link.closest('p') ?? link)
  for (const mark of document.querySelectorAll('sup')) if (isNoteMark(mark)) absent.add(mark)
  for (const element of around) absent.delete(element)
  return absent
}

/** Whether a link is all of its paragraph but a few words and a colon before it: `Read more: How it began`. */
function isLeadingAway(link: Element): boolean {
  const all = link.closest('p')?.textContent?.trim() ?? ''
  const own = link.textContent?.trim() ?? ''
  return (
    own !== '' && all.endsWith(own) && /^(?:[^\s:.!?]+\s+){0,3}[^\s:.!?]+\s?:$/u.test(all.slice(0, -own.length).trim())
  )
}

/** Whether a raised mark leads to a note: `ashore¹`, but not `km²`. */
function isNoteMark(mark: Element): boolean {
  if (mark.querySelector('a[href*="#"]') !== null || mark.closest('a[href*="#"]') !== null) return true
  const before = mark.previousSibling?.textContent ?? ''
  const text = mark.textContent?.trim() ?? ''
  return /^(?:\[.{1,3}\]|[*†‡]+)$/.test(text) || (/^\d{1,3}$/.test(text) && /(?:\p{L}{3}|[.,;:!?"”»)])$/u.test(before))
}

/**
 * The elements of a page that lead to other articles: other `<article>`s, and cards, which are a link and no more text than
 * links.
 * @param heading the heading of the page's own article
 * @param blocks the page's text
 */
export function teasersIn(document: Page, heading: Element, blocks: readonly PageBlock[]): Element[] {
  const own = blocks.filter(({ isParagraph, isLink }) => isParagraph && !isLink)
  const links = blocks.filter(({ isLink, element }) => isLink && element.closest('p') === null)
  const others = [...document.querySelectorAll('article')].filter((article) => !article.contains(heading))
  // Where the headline stands over the article, that is the only one, or starts without a heading of its own.
  const mayBeOwn =
    others.length === 1 && own.every(({ element }) => element.closest('article') !== null || isBefore(element, heading))
  const isInArticle = heading.closest('article') !== null
  const articles = others.filter((article) => isInArticle || (!mayBeOwn && startsWithHeading(article)))
  const [texts, titles] = [countAround(own), countAround(links)]
  const cards = links.flatMap(({ element }) => {
    let card: Element | null = element
    while (card && !texts.has(card)) card = card.parentElement
    if (card === null || card.contains(heading) || (texts.get(card) ?? 0) > (titles.get(card) ?? 0)) return []
    return blocks.find((block) => card.contains(block.element))?.isLink ? [card] : []
  })
  return [...articles, ...cards]
}

/** How many of some blocks each element holds. */
function countAround(blocks: readonly PageBlock[]): Map<Element, number> {
  const counts = new Map<Element, number>()
  for (const { element } of blocks) {
    for (let at: Element | null = element; at; at = at.parentElement) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  return counts
}

function isBefore(element: Element, other: Element): boolean {
  return (element.compareDocumentPosition(other) & 4) !== 0
}

function startsWithHeading(article: Element): boolean {
  return article.querySelector('h1, h2, h3, h4, h5, h6, p')?.localName !== 'p'
}
