/** The text of an article in a page, and where in the page it stands. */
export interface PageText {
  /** Blocks are separated by line breaks. */
  readonly text: string
  /** The text nodes, and where in `text` each starts, ascending. */
  readonly nodes: readonly { readonly node: Text; readonly start: number }[]
}

/** A point within a text node, as DOM ranges have it. */
export interface TextPoint {
  readonly node: Text
  /** UTF-16 code units from the node's start. */
  readonly offset: number
}

// What holds text and stands apart from the text around it. Lists, tables and figures do so by what is in them.
const BLOCKS =
  'address,article,aside,blockquote,br,dd,div,dt,figcaption,footer,h1,h2,h3,h4,h5,h6,header,li,main,p,pre,section,td,th'

// Not the article's text: scripts, what the reader types, captions of controls, and a map with its own list of quotes.
const FOREIGN = 'article-map,button,iframe,noscript,script,select,style,svg,textarea,[hidden],[aria-hidden=true]'

/** Reads an article's text out of its element. */
export function readPageText(article: Element): PageText {
  const nodes: { node: Text; start: number }[] = []
  let text = ''
  const read = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (isText(child)) {
        nodes.push({ node: child, start: text.length })
        text += child.data
      } else if (isElement(child) && !child.matches(FOREIGN)) {
        const separator = child.matches(BLOCKS) ? '\n' : ''
        text += separator
        read(child)
        text += separator
      }
    }
  }
  read(article)
  return { text, nodes }
}

/** Where in the page the character before that offset of the text ends, or the one after it starts; null where none is. */
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
