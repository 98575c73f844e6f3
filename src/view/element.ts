/** Attributes as HTML writes them; `true` is an attribute without a value, `false` and `undefined` leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Something to put into an element: text is always text, never markup. */
export type Child = Node | string | false | undefined

/** The namespace of SVG elements. */
export const svgNamespace = 'http://www.w3.org/2000/svg'

/** Makes an HTML element. The document is the browser's, or at build time one for Node. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return furnish(document.createElement(tag), attributes, children)
}

/** Makes an SVG element. */
export function createSvg<K extends keyof SVGElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return furnish(document.createElementNS(svgNamespace, tag), attributes, children)
}

function furnish<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child)
  return element
}

/** Puts a space between parts that have none of their own, for programs that read a text without its style. */
export function spaced(...parts: readonly Child[]): Child[] {
  return parts.flatMap((part) => (part === undefined || part === false ? [] : [part, ' ']))
}

/** Whether an element has a box: neither it nor what it is in has `display: none`. */
export function isDisplayed(element: Element): boolean {
  return element.getClientRects().length > 0
}

/** What has the focus in an element, which may be in a shadow root. */
export function focusedIn(element: Element): Element | null {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot
  return element.contains(activeElement) ? activeElement : null
}
