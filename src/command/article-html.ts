import { type Block } from '../story/article-text.ts'
import { headlinesOf } from './article-metadata.ts'
import { type Page, findHeading, outermost } from './article-page.ts'
import { type PageBlock, readBlocks } from './page-blocks.ts'
import { furnitureIn, teasersIn } from './page-furniture.ts'

/** A page whose article cannot be told from the rest. The message says what to do. */
export class ArticleError extends Error {}

/**
 * The blocks of text of a page's article, without navigation, teasers, advertisements and what else is not its own. Captions
 * can be quoted but are not counted as paragraphs. A reader mode would rather show too much than too little, so that none
 * is used here: a sentence of a teaser must never be taken for the article's.
 * @param select a CSS selector of the elements that hold the article, instead of those that are likely to
 * @throws {ArticleError} if there is no such element, or none is likely
 */
export function blocksOf(document: Page, select?: string): Block[] {
  const headlines = headlinesOf(document)
  const heading = findHeading(document, headlines)
  if (select !== undefined) {
    const roots = selected(document, select)
    const absent = furnitureIn(document, roots)
    return roots.flatMap((root) =>
      ownBlocks(document, root, absent, root.contains(heading ?? null) ? heading : undefined),
    )
  }
  const [headline] = headlines
  if (heading === undefined && headline !== undefined) {
    const advice = 'name the element that holds the article, such as --select main'
    throw new ArticleError(`no heading in the page is its headline, ${JSON.stringify(headline)}: ${advice}`)
  }
  const body = document.querySelector('body, html')
  if (body === null) return []
  if (heading === undefined) {
    const [longest] = outermost(document, 'article').sort(
      (a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0),
    )
    const root = longest ?? document.querySelector('main') ?? body
    return ownBlocks(document, root, furnitureIn(document, [root]))
  }
  const all = ownBlocks(document, body, furnitureIn(document, [heading]), heading)
  const root = rootOf(heading, all)
  // What stands over the headline is no paragraph of the article; nor is the headline, whatever element it is.
  const start = all.findIndex(({ element }) => heading.contains(element))
  return all.flatMap((block, i) => {
    if (!root.contains(block.element) || (i < start && block.isParagraph)) return []
    return i === start ? [{ ...block, isParagraph: false }] : [block]
  })
}

/** The blocks of text in an element that lead nowhere else. */
function ownBlocks(document: Page, root: Element, absent: Set<Element>, heading?: Element): PageBlock[] {
  const blocks = readBlocks(root, absent)
  const teasers = heading === undefined ? [] : teasersIn(document, heading, blocks)
  for (const teaser of teasers) absent.add(teaser)
  const rest = teasers.length === 0 ? blocks : readBlocks(root, absent)
  return rest.filter(({ isLink, element }) => !isLink || heading?.contains(element))
}

function selected(document: Page, select: string): Element[] {
  let roots: Element[]
  try {
    roots = outermost(document, select)
  } catch {
    throw new ArticleError(`--select ${JSON.stringify(select)} is no CSS selector: write one such as main or .story`)
  }
  if (roots.length > 0) return roots
  throw new ArticleError(`nothing in the page matches --select ${JSON.stringify(select)}`)
}

/**
 * The innermost element around a heading with at least half of the text that the page's paragraphs have; at most the
 * `<article>` or `<main>` around it, if that has any.
 */
function rootOf(heading: Element, found: readonly PageBlock[]): Element {
  const lengths = new Map<Element, number>()
  let all = 0
  for (const { element, isParagraph, text } of found) {
    if (!isParagraph) continue
    all += text.length
    for (let at: Element | null = element; at; at = at.parentElement)
      lengths.set(at, (lengths.get(at) ?? 0) + text.length)
  }
  const outer = ['article', 'main']
    .map((name) => heading.closest(name))
    .find((element) => element && lengths.has(element))
  let root = heading
  while (root !== outer && root.parentElement && (lengths.get(root) ?? 0) < all / 2) root = root.parentElement
  return root
}
