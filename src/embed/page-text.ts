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

// What is not the article's text: scripts, form fields, labels of controls, and maps with their own lists of quotes.
const foreign = 'article-map,button,iframe,noscript,script,select,style,svg,textarea,[hidden],[aria-hidden=true]'

/** Reads an article's text from its element. */
export function readPageText(article: Element): PageText {
  const nodes: { node: Text; start: number }[] = []
  let text = ''
  const read = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (isText(child)) {
        nodes.push({ node: child, start: text.length })
        text += child.data
      } else if (isElement(child) && !child.matches(foreign)) {
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
  const found = nodes.find(({ node, start }) => start <= character && character < start + node.length)
  return found ? { node: found.node, offset: offset - found.start } : null
}

function isText(node: Node): node is Text {
  return node.nodeType === 3
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
