/** Shows which passages of the page are meant. */
export interface PassageHighlight {
  /** Highlights these passages, and no others of this highlight. */
  show(ranges: readonly Range[]): void
  remove(): void
}

const NAME = 'article-map'
const STYLE = `::highlight(${NAME}){background-color:var(--article-map-highlight,rgb(255 196 0/.35))}`

/**
 * Highlights without touching the page's markup, so that its layout cannot change. Browsers that have no such
 * highlights (https://drafts.csswg.org/css-highlight-api-1/) show none: the numbers behind the passages still say it.
 */
export function createPassageHighlight(document: Document): PassageHighlight {
  if (!('highlights' in CSS)) return { show() {}, remove() {} }
  // Maps of one page share the name, and with it the style that the publisher gives it.
  const highlight = CSS.highlights.get(NAME) ?? new Highlight()
  CSS.highlights.set(NAME, highlight)
  const style = new CSSStyleSheet()
  style.replaceSync(STYLE)
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
