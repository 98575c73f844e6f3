/**
 * Whether this browser can show the live map: it needs container queries and constructed style sheets, as browsers have them
 * since 2022 and 2023. Others keep what the page, or the element, holds for those without a script. Node, which shows nothing,
 * can import all the same.
 */
export function supportsLiveMap(): boolean {
  const { CSS, Document } = globalThis as Partial<typeof globalThis>
  if (!CSS || !Document) return true
  return CSS.supports('width', '1cqw') && 'adoptedStyleSheets' in Document.prototype
}
