/** The text of an article in a page, and the nodes that it comes from. */
export interface PageText {
  /** With line breaks between blocks. */
  readonly text: string
  /** The text nodes in their order, and where in `text` each starts. */
  readonly nodes: readonly { readonly node: Text; readonly start: number }[]
}

/** A point within a text node, as DOM ranges have it. */
export interface TextPoint {
  readonly node: Text
  /** UTF-16 code units from the node's start. */
  readonly offset: number
}

// Elements whose text is separate from the text around them. Lists, tables and figures are so by what they contain.
const blocks =
  'address,article,aside,blockquote,br,dd,div,dt,figcaption,footer,h1,h2,h3,h4,h5,h6,header,li,main,p,pre,section,td,th'

// What is not the article's text, or not for the reader: scripts, form fields, labels of controls, what is hidden or being
// edited, and maps with their own lists of quotes.
const foreign =
  'article-map,button,datalist,iframe,noscript,script,select,style,svg,template,textarea,title,' +
  'dialog:not([open]),[hidden],[inert],[aria-hidden=true],[contenteditable]:not([contenteditable=false])'

/** Reads an article's text from its element. */
export function readPageText(article: Element): PageText {
  const nodes: { node: Text; start: number }[] = []
  let text = ''
  const read = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (isText(child)) {
        nodes.push({ node: child, start: text.length })
        text += child.data
      } else if (isElement(child) && !child.matches(foreign) && isDisplayed(child)) {
        const separator = child.matches(blocks) ? '\n' : ''
        text += separator
        read(child)
        text += separator
      }
    }
  }
  read(article)
  return { text, nodes }
}

/** Where in the page the character before an offset of the text ends, or the one after it starts; null if that is no text of the page. */
export function findPoint({ nodes }: PageText, offset: number, side: 'before' | 'after'): TextPoint | null {
  const character = side === 'before' ? offset - 1 : offset
  let low = 0
  for (let high = nodes.length; high - low > 1;) {
    const middle = (low + high) >> 1
    if ((nodes[middle]?.start ?? 0) <= character) low = middle
    else high = middle
  }
  const found = nodes[low]
  if (!found || character < found.start || character >= found.start + found.node.length) return null
  return { node: found.node, offset: offset - found.start }
}

function isDisplayed(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(element).display !== 'none'
}

function isText(node: Node): node is Text {
  return node.nodeType === 3
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
