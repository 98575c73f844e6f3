import { type Block } from '../story/article-text.ts'

const blocks = new Set(
  'address article blockquote body dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead time tr ul'.split(
    ' ',
  ),
)
// A reader who counts paragraphs does not count these.
const uncounted = 'h1 h2 h3 h4 h5 h6 header figure figcaption time address table'.split(' ')
const uncountedNames = ['byline', 'dateline', 'caption']

/** A block of a page's text. */
export interface PageBlock extends Block {
  /** The element in which the text starts. */
  readonly element: Element
  /** Whether all of it is links. */
  readonly isLink: boolean
}

/** The words in an element's id and in the names of its classes: `story`, `ad` and `slot` of `StoryAd-slot`. */
export function namesOf(element: Element): string[] {
  return `${element.getAttribute('class') ?? ''} ${element.id}`
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-')
    .toLowerCase()
    .split(/[\s_-]+/)
}

/** The blocks of text in an element, without the elements that are absent. */
export function readBlocks(root: Element, absent: ReadonlySet<Element>): PageBlock[] {
  const found: { -readonly [Member in keyof PageBlock]: PageBlock[Member] }[] = []
  let open: (typeof found)[number] | undefined

  // The elements that are being read, the innermost last. Pages can nest them deeper than functions can call themselves.
  const reading: { element: Element; nodes: Iterator<Node>; isBlock: boolean; isCounted: boolean; isLink: boolean }[] =
    []
  function read(element: Element, isCounted: boolean, isLink: boolean): void {
    const name = element.localName
    if (name === 'br' && open !== undefined) open.text += '\n'
    if (absent.has(element)) return
    const isBlock = blocks.has(name)
    if (isBlock) open = undefined
    reading.push({
      element,
      nodes: element.childNodes.values(),
      isBlock,
      isCounted:
        isCounted && !uncounted.includes(name) && !namesOf(element).some((word) => uncountedNames.includes(word)),
      isLink: isLink || (name === 'a' && element.hasAttribute('href')),
    })
  }
  read(root, root.closest(uncounted.join()) === null, false)
  for (let at = reading.at(-1); at !== undefined; at = reading.at(-1)) {
    const { value: node, done } = at.nodes.next()
    if (done) {
      reading.pop()
      if (at.isBlock) open = undefined
    } else if (node.nodeType === 1) read(node as Element, at.isCounted, at.isLink)
    else if (node.nodeType === 3) {
      const text = node.textContent ?? ''
      if (open === undefined) {
        found.push((open = { text: '', isParagraph: at.isCounted, element: at.element, isLink: true }))
      }
      open.text += text
      if (!at.isLink && text.trim() !== '') open.isLink = false
    }
  }
  return found.filter(({ text }) => text.trim() !== '')
}
