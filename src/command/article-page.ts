import { parseHTML } from 'linkedom'
import { foldTypography, oneLine } from '../story/typography.ts'
import { isWord, tokensOf } from '../story/word.ts'

/** The part of the DOM that is used here. */
export type Page = Pick<Document, 'querySelector' | 'querySelectorAll'>

/** Parses HTML, a whole document or a fragment. */
export function parsePage(html: string): Page {
  return parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document
}

/** The elements that match a selector and lie in no other that does, in their order. */
export function outermost(document: Page, selector: string): Element[] {
  const inner = new Set<Element>()
  return [...document.querySelectorAll(selector)].filter((element) => {
    if (inner.has(element)) return false
    for (const other of element.querySelectorAll(selector)) inner.add(other)
    return true
  })
}

/** An element's text in one line; undefined if there is none. */
export function textOf(element: Element | null | undefined): string | undefined {
  return oneLine(element?.textContent ?? '') || undefined
}

/**
 * The heading of a page's article: the one that is most like a headline that the page announces, or
 * else like its title. Where there is none to compare, the first `<h1>` of an `<article>` or `<main>`, or else the only one of the page.
 */
export function findHeading(document: Page, headlines: readonly string[]): Element | undefined {
  if (headlines.length === 0) {
    const titled = findLike(document, [textOf(document.querySelector('title')) ?? ''])
    if (titled !== undefined) return titled
    const inArticle = outermost(document, 'article, main').map((article) => article.querySelector('h1'))
    const [only, ...more] = outermost(document, 'h1')
    return inArticle.find((heading) => heading !== null) ?? (more.length === 0 ? only : undefined)
  }
  return findLike(document, headlines)
}

function findLike(document: Page, headlines: readonly string[]): Element | undefined {
  for (const [selector, least] of headingSelectors) {
    const [best] = (selector === anyText ? leaves(document) : outermost(document, selector))
      .map((element) => ({ element, likeness: likenessOf(textOf(element) ?? '', headlines) }))
      .filter(({ likeness }) => likeness > least)
      .sort((a, b) => b.likeness - a.likeness)
    if (best !== undefined) return best.element
  }
  return undefined
}

const anyText = 'div, p, span, strong, b'
/** The elements with text alone that may be a heading by their looks. */
function leaves(document: Page): Element[] {
  return [...document.querySelectorAll(anyText)].filter((element) => element.childElementCount === 0)
}

/** Where a headline may stand, and how much of it at least; the likeliest first. */
const headingSelectors = [
  ['h1', 0.5],
  ['h2, h3, [itemprop=headline]', 0.5],
  [anyText, 0.9],
] as const

/** How many of their words a text has in common with the headline that is most like it: from 0 to 1. */
function likenessOf(text: string, headlines: readonly string[]): number {
  const words = wordsOf(text)
  const likeness = headlines.map((headline) => {
    const others = wordsOf(headline)
    const common = [...words].filter((word) => others.has(word)).length
    return (2 * common) / Math.max(1, words.size + others.size)
  })
  return Math.max(0, ...likeness)
}

function wordsOf(text: string): Set<string> {
  return new Set(tokensOf(foldTypography(text.slice(0, 500)).text.toLowerCase()).filter(isWord))
}
