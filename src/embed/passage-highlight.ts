/** A highlight on passages of the page. */
export interface PassageHighlight {
  /** Highlights these passages, and no longer those before. */
  show(ranges: readonly Range[]): void
  remove(): void
}

const highlightName = 'article-map'
const rule = `::highlight(${highlightName}){background-color:var(--article-map-highlight,rgb(255 196 0/.35))}`

/**
 * Creates a highlight that leaves the page's markup alone, so that its layout cannot change: a custom highlight
 * (https://drafts.csswg.org/css-highlight-api-1/). Browsers without them show none; the numbers after the passages remain.
 */
export function createPassageHighlight(document: Document): PassageHighlight {
  if (!('highlights' in CSS)) return { show() {}, remove() {} }
  // All maps of a page share one name, so that the publisher styles them with one rule.
  const highlight = CSS.highlights.get(highlightName) ?? new Highlight()
  CSS.highlights.set(highlightName, highlight)
  const style = new CSSStyleSheet()
  style.replaceSync(rule)
  document.adoptedStyleSheets.push(style)
  let shown: readonly Range[] = []
  const show = (ranges: readonly Range[]): void => {
    for (const range of shown) highlight.delete(range)
    for (const range of ranges) highlight.add(range)
    shown = ranges
  }
  return {
    show,
    remove() {
      show([])
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== style)
    },
  }
}
