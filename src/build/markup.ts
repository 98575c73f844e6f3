/**
 * The markup of a document or an element, which is not to be used afterwards. It must be linkedom's: only there, `toString`
 * gives the markup.
 */
export function markupOf(node: Document | Element): string {
  // linkedom writes the text of these two as if nothing could end it.
  for (const element of node.querySelectorAll('title, textarea')) {
    element.textContent = (element.textContent ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  }
  // oxlint-disable-next-line typescript/no-base-to-string
  return node.toString()
}
